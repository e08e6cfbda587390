// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/consent_document.h"

#include <QCoreApplication>
#include <QStringList>

namespace staffelstab::wizard_pages {

/** What the verifier found about a document of consents, in words. What was agreed to is said as a number only. */
struct ConsentFindingText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::ConsentFindingText)
public:
    /** Line by line; the last says what it does not prove. */
    static QStringList lines(const receipt::ConsentVerdict& verdict);
};

} // namespace staffelstab::wizard_pages
