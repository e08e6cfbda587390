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
        StepRow{Step::People, "people", Chapter::Start, {}},
        StepRow{Step::Policy, "policy", Chapter::Start, {Step::People}},
        StepRow{Step::Mailbox, "mailbox", Chapter::Mail, {Step::Policy}},
        StepRow{Step::Separation, "separation", Chapter::Mail, {Step::Mailbox}},
        StepRow{Step::PrivateMail, "private_mail", Chapter::Mail, {Step::Separation}, true},
        StepRow{Step::BusinessArchive, "business_archive", Chapter::Mail, {Step::Separation}},
        StepRow{Step::Successor, "successor", Chapter::Mail, {Step::Separation}, true},
        StepRow{Step::Contacts, "contacts", Chapter::Mail, {Step::Separation}, true, true, OptionalPage::Contacts},
        StepRow{
            Step::OutOfOffice, "out_of_office", Chapter::Mail, {Step::Policy}, false, true, OptionalPage::OutOfOffice},
        StepRow{Step::Files, "files", Chapter::Belongings, {Step::Policy}, true, true, OptionalPage::Files},
        StepRow{
            Step::Knowledge, "knowledge", Chapter::Belongings, {Step::Policy}, false, true, OptionalPage::Knowledge},
        StepRow{
            Step::Equipment, "equipment", Chapter::Belongings, {Step::Policy}, false, true, OptionalPage::Equipment},
        StepRow{Step::Consents, "consents", Chapter::Account, {Step::Policy}, false, true, OptionalPage::Consents},
        StepRow{Step::Password, "password", Chapter::Account, {Step::Policy}, true, true, OptionalPage::Password},
        StepRow{Step::AccountPlan,
                "account_plan",
                Chapter::Account,
                {Step::Policy},
                false,
                true,
                OptionalPage::AccountPlan},
        StepRow{Step::Review, "review", Chapter::Acknowledgement, {Step::Policy}},
        StepRow{Step::LeaverSigns, "leaver_signs", Chapter::Acknowledgement, {Step::Review}, true, false},
        StepRow{
            Step::KeyboardHandover, "keyboard_handover", Chapter::Acknowledgement, {Step::LeaverSigns}, false, false},
        StepRow{
            Step::SupervisorSigns, "supervisor_signs", Chapter::Acknowledgement, {Step::KeyboardHandover}, true, false},
        StepRow{Step::Receipt, "receipt", Chapter::Receipt, {Step::LeaverSigns}},
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
