// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/step_plan.h"

#include <algorithm>
#include <array>

namespace staffelstab::handover {

std::span<const StepRow> stepPlan()
{
    using policy::OptionalPage;
    // What a step needs is what its page would be empty or wrong without; everything else is an open point.
    static const std::array rows{
        StepRow{.step = Step::People, .key = "people", .chapter = Chapter::Start},
        StepRow{.step = Step::Policy, .key = "policy", .chapter = Chapter::Start, .needs = {Step::People}},
        StepRow{.step = Step::Mailbox, .key = "mailbox", .chapter = Chapter::Mail, .needs = {Step::Policy}},
        StepRow{.step = Step::Separation, .key = "separation", .chapter = Chapter::Mail, .needs = {Step::Mailbox}},
        StepRow{.step = Step::PrivateMail,
                .key = "private_mail",
                .chapter = Chapter::Mail,
                .needs = {Step::Separation},
                .isIrreversible = true},
        StepRow{.step = Step::BusinessArchive,
                .key = "business_archive",
                .chapter = Chapter::Mail,
                .needs = {Step::Separation}},
        StepRow{.step = Step::Successor,
                .key = "successor",
                .chapter = Chapter::Mail,
                .needs = {Step::Separation},
                .isIrreversible = true},
        StepRow{.step = Step::Contacts,
                .key = "contacts",
                .chapter = Chapter::Mail,
                .needs = {Step::Separation},
                .isIrreversible = true,
                .page = OptionalPage::Contacts},
        StepRow{.step = Step::OutOfOffice,
                .key = "out_of_office",
                .chapter = Chapter::Mail,
                .needs = {Step::Policy},
                .page = OptionalPage::OutOfOffice},
        StepRow{.step = Step::Files,
                .key = "files",
                .chapter = Chapter::Belongings,
                .needs = {Step::Policy},
                .isIrreversible = true,
                .page = OptionalPage::Files},
        StepRow{.step = Step::Knowledge,
                .key = "knowledge",
                .chapter = Chapter::Belongings,
                .needs = {Step::Policy},
                .page = OptionalPage::Knowledge},
        StepRow{.step = Step::Equipment,
                .key = "equipment",
                .chapter = Chapter::Belongings,
                .needs = {Step::Policy},
                .page = OptionalPage::Equipment},
        StepRow{.step = Step::Consents,
                .key = "consents",
                .chapter = Chapter::Account,
                .needs = {Step::Policy},
                .page = OptionalPage::Consents},
        StepRow{.step = Step::Password,
                .key = "password",
                .chapter = Chapter::Account,
                .needs = {Step::Policy},
                .isIrreversible = true,
                .page = OptionalPage::Password},
        StepRow{.step = Step::AccountPlan,
                .key = "account_plan",
                .chapter = Chapter::Account,
                .needs = {Step::Policy},
                .page = OptionalPage::AccountPlan},
        StepRow{.step = Step::Review, .key = "review", .chapter = Chapter::Acknowledgement, .needs = {Step::Policy}},
        StepRow{.step = Step::LeaverSigns,
                .key = "leaver_signs",
                .chapter = Chapter::Acknowledgement,
                .needs = {Step::Review},
                .isIrreversible = true,
                .isOpenAgain = false},
        StepRow{.step = Step::KeyboardHandover,
                .key = "keyboard_handover",
                .chapter = Chapter::Acknowledgement,
                .needs = {Step::LeaverSigns},
                .isOpenAgain = false},
        StepRow{.step = Step::SupervisorSigns,
                .key = "supervisor_signs",
                .chapter = Chapter::Acknowledgement,
                .needs = {Step::KeyboardHandover},
                .isIrreversible = true,
                .isOpenAgain = false},
        StepRow{.step = Step::Receipt, .key = "receipt", .chapter = Chapter::Receipt, .needs = {Step::LeaverSigns}},
    };
    return rows;
}

const StepRow& rowOf(Step step)
{
    return stepPlan()[static_cast<std::size_t>(step)];
}

Step stepOfKey(QStringView key)
{
    const auto rows = stepPlan();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const StepRow& row) { return key == QLatin1String(row.key); });
    return (found == rows.end() ? rows.front() : *found).step;
}

} // namespace staffelstab::handover
