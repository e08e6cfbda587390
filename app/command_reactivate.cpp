// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"
#include "app/commands.h"
#include "app/run_inputs.h"
#include "handover/handover_acts.h"
#include "receipt/sections/account_section.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace staffelstab::app {

namespace {

/** Signs in as [account] says and takes back what its plan did; the case may be signed by now. */
Status reactivate(const Call& call, const Clock& clock, JobContext& job)
{
    const auto answers = readAnswers(call.files.first());
    if (!answers) {
        return answers.failure();
    }
    if (!answers->account) {
        return Failure{Failure::Kind::BadInput, answers->file, QStringLiteral("1:1: account is missing")};
    }
    const QString file = call.caseFile.isEmpty() ? answers->caseFile : QFileInfo(call.caseFile).absoluteFilePath();
    auto handover = handover::HandoverCase::open(file, clock);
    if (!handover) {
        return handover.failure();
    }
    auto password = optionalSecret(answers->account->login.passwordFile);
    if (!password) {
        return password.failure();
    }
    const std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
    handover::HandoverActs acts(**handover, *secrets);
    return acts.runReactivation(std::move(password).value(), job);
}

} // namespace

int reactivateCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job)
{
    const Status done = reactivate(call, clock, job);
    console.event(QStringLiteral("summary"), {{QStringLiteral("reactivated"), done.isOk()}});
    if (!done) {
        console.failed(done.failure());
        return exitCannot;
    }
    Console::say(QCoreApplication::translate("CommandLine", "The account is enabled again."));
    return exitOk;
}

} // namespace staffelstab::app
