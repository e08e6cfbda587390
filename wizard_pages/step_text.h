// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** Names of pages and chapters, and what keeps a page from being done. */
struct StepText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::StepText)
public:
    static QString name(handover::Step step);
    static QString chapter(handover::Chapter chapter);
    static QString blocker(const handover::Blocker& blocker);
};

} // namespace staffelstab::wizard_pages
