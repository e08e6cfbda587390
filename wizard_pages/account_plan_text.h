// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/account_plan_act.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** The account plan in words: for the files that go to IT, and for the page's result. */
struct AccountPlanText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::AccountPlanText)
public:
    /** In the language the program speaks now. */
    static handover::AccountPlanWords words(const handover::HandoverCase& handover);
    static QString summary(const handover::AccountPlanOutcome& outcome);
    /** One line for each act, with a mark in front. */
    static QString deeds(const handover::AccountPlanOutcome& outcome);
    /** Whether it may be said that the account can come back: not where the leaver has not agreed to that. */
    static bool mayReturn(const handover::HandoverCase& handover);

private:
    static QString whose(const handover::HandoverCase& handover);
    static QString textForIt(const handover::HandoverCase& handover);
    static QString deed(const directory::AccountAct& act);
};

} // namespace staffelstab::wizard_pages
