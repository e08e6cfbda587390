// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_register.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** What is due, in words. */
struct DueText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::DueText)
public:
    /** "Delete the account of Lea Gehtbald (handover 2026-0042)". */
    static QString of(const handover::DueDate& due);
};

} // namespace staffelstab::wizard_pages
