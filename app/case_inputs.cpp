// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/case_inputs.h"

#include "app/secret_file.h"
#include "core/atomic_file.h"
#include "policy/policy_places.h"
#include "secrets/seal.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace staffelstab::app {

namespace {
constexpr qint64 drawingLimit = qint64{1024} * 1024;
}

Result<policy::CompanyPolicy> policyOf(const Answers& answers, const Call& call)
{
    const QString file = call.policyFile.isEmpty() ? answers.policyFile : call.policyFile;
    auto policy = policy::findPolicy(policy::policyPlaces(), file);
    if (policy && !answers.receipt.tsa.isEmpty()) {
        policy->tsa = answers.receipt.tsa;
    }
    return policy;
}

Result<Secret> mailboxPassword(const Answers::Mailbox& mailbox)
{
    if (mailbox.passwordFile.isEmpty()) {
        return Secret();
    }
    return readSecretFile(mailbox.passwordFile);
}

Result<handover::MailboxPasswords> mailboxPasswords(const Answers& answers)
{
    handover::MailboxPasswords all;
    for (const Answers::Mailbox& mailbox : answers.mailboxes) {
        auto password = mailboxPassword(mailbox);
        if (!password) {
            return password.failure();
        }
        all.passwords.push_back(std::move(password).value());
    }
    return all;
}

Result<handover::SignInput> signInput(const Answers::Signature& signature)
{
    handover::SignInput input;
    if (!signature.drawnFile.isEmpty()) {
        auto drawing = readWhole(signature.drawnFile, drawingLimit);
        if (!drawing) {
            return drawing.failure();
        }
        input.drawing = std::move(drawing).value();
    }
    input.keyFile = signature.keyFile;
    input.token = signature.token;
    const QString& secretFile = signature.token ? signature.pinFile : signature.passphraseFile;
    if (!secretFile.isEmpty()) {
        auto passphrase = readSecretFile(secretFile);
        if (!passphrase) {
            return passphrase.failure();
        }
        input.keyPassphrase = std::move(passphrase).value();
    }
    input.confirmation.reservation = signature.reservation;
    input.confirmation.manner = signature.manner;
    input.confirmation.witness = signature.witness;
    return input;
}

QStringList receivedThings(const Answers::Signature& signature, const receipt::ReceiptRecord& record)
{
    QStringList codes;
    if (signature.manner != receipt::Manner::Signs) {
        return codes;
    }
    for (const receipt::Receivable& thing : receipt::receivables(record, record.language)) {
        if (!signature.notReceived.contains(thing.code)) {
            codes.append(thing.code);
        }
    }
    return codes;
}

QString languageOf(const Answers& answers, const Call& call)
{
    if (!call.language.isEmpty() || !answers.language.isEmpty()) {
        return call.language.isEmpty() ? answers.language : call.language;
    }
    return QLocale::system().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
}

Result<Secret> sealCode(const QString& file)
{
    if (QFileInfo::exists(file)) {
        return readSecretFile(file);
    }
    Secret code = secrets::generateCode();
    if (!QDir().mkpath(QFileInfo(file).absolutePath())) {
        return Failure{Failure::Kind::FileNotWritable, file, {}};
    }
    if (auto written = AtomicFile::writeWhole(file, code.view()); !written) {
        return written.failure();
    }
    return code;
}

} // namespace staffelstab::app
