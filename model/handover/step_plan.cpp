// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/step_plan.h"

#include <array>

namespace staffelstab::handover {

std::span<const StepRow> stepPlan()
{
    // What a step needs is what its page would be empty or wrong without; everything else is an open point.
    static const std::array rows{
        StepRow{Step::People, Chapter::Start, {}},
        StepRow{Step::Policy, Chapter::Start, {Step::People}},
        StepRow{Step::Mailbox, Chapter::Mail, {Step::Policy}},
        StepRow{Step::Separation, Chapter::Mail, {Step::Mailbox}},
        StepRow{Step::PrivateMail, Chapter::Mail, {Step::Separation}, true},
        StepRow{Step::BusinessArchive, Chapter::Mail, {Step::Separation}},
        StepRow{Step::Password, Chapter::Account, {Step::Policy}, true},
        StepRow{Step::Review, Chapter::Acknowledgement, {Step::Policy}},
        StepRow{Step::LeaverSigns, Chapter::Acknowledgement, {Step::Review}, true, false},
        StepRow{Step::KeyboardHandover, Chapter::Acknowledgement, {Step::LeaverSigns}, false, false},
        StepRow{Step::SupervisorSigns, Chapter::Acknowledgement, {Step::KeyboardHandover}, true, false},
        StepRow{Step::Receipt, Chapter::Receipt, {Step::LeaverSigns}},
    };
    return rows;
}

const StepRow& rowOf(Step step)
{
    return stepPlan()[static_cast<std::size_t>(step)];
}

} // namespace staffelstab::handover
