// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"
#include "app/commands.h"
#include "core/atomic_file.h"
#include "handover/signing_rules.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace staffelstab::app {

namespace {

constexpr qint64 receiptLimit = qint64{64} * 1024 * 1024;

Result<handover::ReceiptFiles> countersign(const QString& pdf, const Answers& answers, const Call& call,
                                           const Clock& clock, JobContext& job)
{
    const std::optional<Answers::Signature>& signature = answers.supervisorSignature;
    if (!signature) {
        return Failure{Failure::Kind::BadInput, answers.file, QStringLiteral("1:1: signature.supervisor is missing")};
    }
    const auto bytes = readWhole(pdf, receiptLimit);
    if (!bytes) {
        return bytes.failure();
    }
    const receipt::ReceiptFinding finding = receipt::verifyReceipt(*bytes);
    if (!finding.record) {
        return Failure{Failure::Kind::NotAReceipt, pdf, {}};
    }
    const receipt::ReceiptRecord& record = *finding.record;
    const QString& signer = signature->witness.isEmpty() ? record.people.supervisor.name : signature->witness;
    if (!signature->typed.isEmpty() && signature->typed != signer) {
        return Failure{
            Failure::Kind::BadInput, answers.file,
            QStringLiteral("signature.supervisor.typed must be the supervisor's name as it stands on the receipt")};
    }
    auto input = signInput(*signature);
    if (!input) {
        return input.failure();
    }
    input->confirmation.received = receivedThings(*signature, record);
    const auto policy = policyOf(answers, call);
    if (!policy) {
        return policy.failure();
    }
    const auto rules = handover::signingRules(*policy);
    if (!rules) {
        return rules.failure();
    }
    return handover::countersignFile(QFileInfo(pdf).absoluteFilePath(), std::move(input).value(), clock, *rules, job);
}

} // namespace

int countersignCommand(const Call& call, const Console& console, const Clock& clock, JobContext& job)
{
    const auto answers = readAnswers(call.files[1]);
    if (!answers) {
        console.failed(answers.failure());
        return exitCannot;
    }
    const auto files = countersign(call.files.first(), *answers, call, clock, job);
    if (!files) {
        console.failed(files.failure());
        return exitCannot;
    }
    console.summary({{QStringLiteral("receipt"), QJsonObject{{QStringLiteral("file"), files->path},
                                                             {QStringLiteral("sha256"), hex(files->sha256)},
                                                             {QStringLiteral("signatures"), files->signatures}}}});
    Console::say(QCoreApplication::translate("CommandLine", "Countersigned: %1").arg(files->path));
    return exitOk;
}

} // namespace staffelstab::app
