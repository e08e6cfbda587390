// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/policy_rules.h"

#include <QList>
#include <QStringView>

#include <optional>
#include <span>

namespace staffelstab::handover {

/** The pages of a handover in their order. */
enum class Step {
    People,
    Policy,
    Mailbox,
    Separation,
    PrivateMail,
    BusinessArchive,
    Successor,
    Contacts,
    OutOfOffice,
    Files,
    Knowledge,
    Equipment,
    Consents,
    Password,
    AccountPlan,
    Review,
    LeaverSigns,
    KeyboardHandover,
    SupervisorSigns,
    Receipt,
};

enum class Chapter { Start, Mail, Belongings, Account, Acknowledgement, Receipt };

/** One row of the table of steps. */
struct StepRow
{
    Step step;
    /** Names the step in the case file; never changes. */
    const char* key;
    Chapter chapter;
    /** What must be done before this step may be entered. */
    QList<Step> needs = {};
    /** Something in this step cannot be taken back. */
    bool isIrreversible = false;
    /** May be entered again after it was done (false once something signed rests on it). */
    bool isOpenAgain = true;
    /** Set for pages a company may do without. */
    std::optional<policy::OptionalPage> page = {};
};

/** All steps, in order. */
std::span<const StepRow> stepPlan();
const StepRow& rowOf(Step step);
/** The first step for an unknown key. */
Step stepOfKey(QStringView key);

} // namespace staffelstab::handover
