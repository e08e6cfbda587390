// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_inputs.h"

#include "app/secret_file.h"

#include <QFileInfo>

namespace staffelstab::app {

namespace {

struct Inputs
{
    QStringList secrets;
    QStringList others;

    void addSignature(const Answers::Signature& signature)
    {
        secrets.append(signature.passphraseFile);
        others += {signature.keyFile, signature.drawnFile};
    }
};

void addMail(const Answers& answers, const handover::HandoverCase* handover, Inputs& inputs)
{
    const bool isMailDone = handover != nullptr && handover->isDone(handover::Step::PrivateMail) &&
                            (handover->archive() || !answers.archive) &&
                            (handover->topicIfSet<handover::SuccessorOutcome>() || !answers.successor);
    for (const Answers::Mailbox& mailbox : answers.mailboxes) {
        if (!isMailDone) {
            inputs.secrets.append(mailbox.passwordFile);
            inputs.others.append(mailbox.source.caFile);
        }
    }
    if (answers.takeaway && (handover == nullptr || !handover->takeaway())) {
        inputs.secrets.append(answers.takeaway->passphraseFile);
    }
    if (answers.archive && (handover == nullptr || !handover->archive())) {
        inputs.secrets.append(answers.archive->passphraseFile);
        inputs.others += answers.archive->recipients;
    }
    if (answers.successor && (handover == nullptr || !handover->topicIfSet<handover::SuccessorOutcome>())) {
        inputs.secrets.append(answers.successor->passwordFile);
        inputs.others.append(answers.successor->choice.target.caFile);
    }
}

void addPassword(const Answers::Password& password, Inputs& inputs)
{
    inputs.secrets.append(password.passwordFile);
    inputs.others += {password.caFile, password.sealRecipient};
    if (QFileInfo::exists(password.sealCodeFile)) {
        inputs.secrets.append(password.sealCodeFile);
    }
}

Failure missing(const Answers& answers, const QString& key)
{
    return {Failure::Kind::BadInput, answers.file, QStringLiteral("1:1: %1 is missing").arg(key)};
}

Failure otherName(const Answers& answers, const QString& role)
{
    return {Failure::Kind::BadInput, answers.file,
            QStringLiteral("1:1: signature.%1.typed must be people.%1.name").arg(role)};
}

} // namespace

Status checkAnswers(const Answers& answers, const QString& caseFile, bool isNew)
{
    if (caseFile.isEmpty()) {
        return missing(answers, QStringLiteral("case"));
    }
    const auto isOther = [](const std::optional<Answers::Signature>& signature, const Person& person) {
        return signature && !signature->typed.isEmpty() && signature->typed != person.name;
    };
    if (isOther(answers.leaverSignature, answers.people.leaver)) {
        return otherName(answers, QStringLiteral("leaver"));
    }
    if (isOther(answers.supervisorSignature, answers.people.supervisor)) {
        return otherName(answers, QStringLiteral("supervisor"));
    }
    if (!isNew) {
        return Done{};
    }
    // The directory may name them.
    if (answers.people.leaver.name.isEmpty() && !answers.directory) {
        return missing(answers, QStringLiteral("people.leaver.name"));
    }
    if (answers.people.supervisor.name.isEmpty() && !answers.directory) {
        return missing(answers, QStringLiteral("people.supervisor.name"));
    }
    if (!answers.people.lastWorkingDay.isValid()) {
        return missing(answers, QStringLiteral("dates.last_working_day"));
    }
    return Done{};
}

Status checkSecretFiles(const Answers& answers, const handover::HandoverCase* handover)
{
    Inputs inputs;
    const bool isSigned = handover != nullptr && handover->receiptFiles();
    if (!isSigned) {
        addMail(answers, handover, inputs);
        if (answers.contacts && (handover == nullptr || !handover->topicIfSet<handover::ContactsOutcome>())) {
            inputs.secrets.append(answers.contacts->passwordFile);
            inputs.others.append(answers.contacts->server.caFile);
        }
        if (answers.outOfOffice) {
            inputs.secrets.append(answers.outOfOffice->passwordFile);
            inputs.others.append(answers.outOfOffice->server.caFile);
        }
        if (answers.password && (handover == nullptr || !handover->password())) {
            addPassword(*answers.password, inputs);
        }
        for (const Answers::Login* const login :
             {answers.directory ? &*answers.directory : nullptr, answers.account ? &answers.account->login : nullptr}) {
            if (login != nullptr) {
                inputs.secrets.append(login->passwordFile);
                inputs.others.append(login->login.caFile);
            }
        }
        if (answers.leaverSignature) {
            inputs.addSignature(*answers.leaverSignature);
        }
    }
    if (answers.supervisorSignature && (!isSigned || handover->receiptFiles()->signatures < 2)) {
        inputs.addSignature(*answers.supervisorSignature);
    }
    for (const QString& file : std::as_const(inputs.secrets)) {
        if (Status checked = file.isEmpty() ? Status(Done{}) : checkSecretFile(file); !checked) {
            return checked;
        }
    }
    for (const QString& file : std::as_const(inputs.others)) {
        if (!file.isEmpty() && !QFileInfo(file).isFile()) {
            return Failure{Failure::Kind::FileNotFound, file, {}};
        }
    }
    return Done{};
}

Result<Secret> optionalSecret(const QString& file)
{
    return file.isEmpty() ? Result<Secret>(Secret()) : readSecretFile(file);
}

} // namespace staffelstab::app
