// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"

#include "app/case_inputs.h"
#include "app/run_inputs.h"
#include "checklists/follow_ups.h"
#include "wizard_pages/account_plan_text.h"

namespace staffelstab::app {

using handover::AccountPlan;

Status HandoverRun::directoryEntry()
{
    if (!m_answers.directory || m_case->topicIfSet<handover::DirectoryEntry>()) {
        tell("directory", m_answers.directory ? "already_done" : "open");
        return Done{};
    }
    auto password = optionalSecret(m_answers.directory->passwordFile);
    if (!password) {
        return password.failure();
    }
    tell("directory", "begins");
    Status read = m_acts->runDirectoryEntry(
        {m_answers.directory->login, std::move(password).value(), m_answers.directory->account}, m_job);
    if (!read) {
        return read;
    }
    if (!m_case->isDone(handover::Step::People)) {
        return Failure{Failure::Kind::BadInput, m_answers.file,
                       QStringLiteral("1:1: neither the answers nor the directory name leaver and supervisor")};
    }
    tell("directory", "done");
    return Done{};
}

Status HandoverRun::password()
{
    if (!m_answers.password || m_case->password() || !m_case->isOffered(handover::Step::Password)) {
        tell("password", m_case->password() ? "already_done" : "open");
        return Done{};
    }
    const Answers::Password& answers = *m_answers.password;
    tell("password", "begins");
    Status settled = answers.isByDirectory  ? changePassword(answers)
                     : answers.isByHelpdesk ? resetByHelpdesk(answers)
                                            : [&] {
                                                  handover::PasswordChoice choice;
                                                  choice.way = handover::PasswordChoice::Way::It;
                                                  choice.itName = answers.itName;
                                                  choice.itDate = answers.itDate;
                                                  Status set = m_case->setPasswordChoice(choice);
                                                  return set ? m_case->settlePasswordOutside() : set;
                                              }();
    if (settled) {
        tell("password", "done");
    }
    return settled;
}

Status HandoverRun::changePassword(const Answers::Password& answers)
{
    handover::PasswordChoice choice;
    choice.way = handover::PasswordChoice::Way::Directory;
    choice.login = {answers.url, answers.user, answers.caFile};
    const bool hasCode = !answers.sealCodeFile.isEmpty();
    using SealBy = handover::PasswordChoice::SealBy;
    choice.sealBy = answers.sealsToDirectory           ? SealBy::DirectoryCertificate
                    : !answers.letterPrinter.isEmpty() ? SealBy::Letter
                    : hasCode                          ? SealBy::Code
                                                       : SealBy::Certificate;
    choice.printer = answers.letterPrinter;
    choice.style = answers.style.value_or(directory::wordsOf(m_case->language()));
    choice.certificateFile = answers.sealRecipient;
    choice.sealTarget = answers.sealTarget;
    if (Status set = m_case->setPasswordChoice(choice); !set) {
        return set;
    }
    auto oldPassword = optionalSecret(answers.passwordFile);
    if (!oldPassword) {
        return oldPassword.failure();
    }
    auto code = hasCode ? sealCode(answers.sealCodeFile) : Result<Secret>(Secret());
    if (!code) {
        return code.failure();
    }
    return m_acts->runPasswordChange(std::move(oldPassword).value(), std::move(code).value(), m_job);
}

Status HandoverRun::resetByHelpdesk(const Answers::Password& answers)
{
    handover::PasswordChoice choice;
    choice.way = handover::PasswordChoice::Way::Helpdesk;
    choice.login = {answers.url, answers.user, answers.caFile, answers.usesTicket};
    choice.account = answers.account;
    choice.style = directory::wordsOf(m_case->language());
    if (Status set = m_case->setPasswordChoice(choice); !set) {
        return set;
    }
    auto password = optionalSecret(answers.passwordFile);
    if (!password) {
        return password.failure();
    }
    return m_acts->runPasswordChange(std::move(password).value(), Secret(), m_job);
}

/** What the answers leave out is the policy's. */
AccountPlan HandoverRun::planWithDefaults(const Answers::AccountPlan& answers) const
{
    AccountPlan plan = answers.plan;
    const policy::AccountRules& rules = m_case->policy().account;
    if (!plan.disableOn.isValid()) {
        plan.disableOn = checklists::disabledOn(rules, m_case->people().lastWorkingDay, m_case->people().endOfContract);
    }
    if (!plan.deleteOn.isValid() && plan.disableOn.isValid()) {
        plan.deleteOn = plan.disableOn.addMonths(rules.deleteAfterMonths);
    }
    if (!answers.hasGroups) {
        plan.leaveGroups = rules.leaveGroups;
    }
    return plan;
}

Status HandoverRun::accountPlan()
{
    if (!m_answers.secretsToRotate.empty()) {
        if (Status set = m_case->setTopic<handover::RotationList>(handover::RotationList{m_answers.secretsToRotate});
            !set) {
            return set;
        }
    }
    const bool isDone = m_case->topicIfSet<handover::AccountPlanOutcome>().has_value();
    if (!m_answers.account || isDone) {
        tell("account", isDone ? "already_done" : "open");
        return Done{};
    }
    if (Status set = m_case->setTopic<AccountPlan>(planWithDefaults(*m_answers.account)); !set) {
        return set;
    }
    tell("account", "begins");
    if (m_case->topic<AccountPlan>().way == AccountPlan::Way::Later) {
        return m_case->settleAccountOutside();
    }
    auto password = optionalSecret(m_answers.account->login.passwordFile);
    if (!password) {
        return password.failure();
    }
    Status done =
        m_acts->runAccountPlan(std::move(password).value(), wizard_pages::AccountPlanText::words(*m_case), m_job);
    if (done) {
        tell("account", "done");
    }
    return done;
}

} // namespace staffelstab::app
