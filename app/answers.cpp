// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers.h"

#include "app/answers_reader.h"
#include "core/atomic_file.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::app {

namespace {

constexpr qint64 answersLimit = qint64{4} * 1024 * 1024;

Person readPerson(TomlTable& people, const QString& key)
{
    Person person;
    if (auto table = people.table(key)) {
        person.name = table->text(QStringLiteral("name")).trimmed();
        person.email = table->text(QStringLiteral("email")).trimmed();
        person.department = table->text(QStringLiteral("department")).trimmed();
        person.personnelNumber = table->text(QStringLiteral("personnel_number")).trimmed();
    }
    return person;
}

void readPeople(TomlTable& root, People& people)
{
    if (auto table = root.table(QStringLiteral("people"))) {
        people.leaver = readPerson(*table, QStringLiteral("leaver"));
        people.supervisor = readPerson(*table, QStringLiteral("supervisor"));
        people.successor = readPerson(*table, QStringLiteral("successor"));
        people.hr = readPerson(*table, QStringLiteral("hr"));
        people.dpo = readPerson(*table, QStringLiteral("dpo"));
    }
    if (auto dates = root.table(QStringLiteral("dates"))) {
        people.lastWorkingDay = dates->date(QStringLiteral("last_working_day"));
        people.endOfContract = dates->date(QStringLiteral("end_of_contract"));
        if (people.lastWorkingDay.isValid() && people.endOfContract.isValid() &&
            people.endOfContract < people.lastWorkingDay) {
            dates->fail(QStringLiteral("end_of_contract"),
                        QStringLiteral("end_of_contract must not be before last_working_day"));
        }
    }
}

std::optional<Answers::Signature> readSignature(TomlTable& signatures, const QString& role, const QDir& folder)
{
    auto table = signatures.table(role);
    if (!table) {
        return std::nullopt;
    }
    Answers::Signature signature;
    signature.drawnFile = readPath(*table, QStringLiteral("drawn"), folder);
    signature.typed = table->text(QStringLiteral("typed")).trimmed();
    signature.keyFile = readPath(*table, QStringLiteral("key"), folder);
    signature.passphraseFile = readPath(*table, QStringLiteral("passphrase_file"), folder);
    if (auto token = table->table(QStringLiteral("token"))) {
        signature.token = receipt::TokenChoice{readPath(*token, QStringLiteral("module"), folder),
                                               token->text(QStringLiteral("certificate")).trimmed()};
        signature.pinFile = readPath(*token, QStringLiteral("pin_file"), folder);
        if (!signature.keyFile.isEmpty()) {
            table->fail(QStringLiteral("token"), QStringLiteral("only one of key and token is possible"));
        }
    }
    signature.reservation = table->text(QStringLiteral("reservation"));
    if (!signature.drawnFile.isEmpty() && !signature.typed.isEmpty()) {
        table->fail(QStringLiteral("typed"), QStringLiteral("only one of drawn and typed is possible"));
    }
    const QString manner = table->choice(QStringLiteral("manner"),
                                         {QStringLiteral("signs"), QStringLiteral("refuses"), QStringLiteral("absent")},
                                         QStringLiteral("signs"));
    signature.manner = manner == QStringLiteral("refuses")  ? receipt::Manner::Refuses
                       : manner == QStringLiteral("absent") ? receipt::Manner::Absent
                                                            : receipt::Manner::Signs;
    signature.witness = table->text(QStringLiteral("witness")).simplified();
    demand(*table, QStringLiteral("witness"),
           signature.manner != receipt::Manner::Absent || !signature.witness.isEmpty());
    if (role == QStringLiteral("supervisor")) {
        signature.notReceived = table->texts(QStringLiteral("not_received"));
        for (const char* code : {"archive", "password"}) {
            if (!table->boolean(QStringLiteral("received_") + QLatin1String(code), true)) {
                signature.notReceived.append(QString::fromLatin1(code));
            }
        }
    }
    return signature;
}

void readSignatures(TomlTable& root, Answers& answers, const QDir& folder)
{
    if (auto signatures = root.table(QStringLiteral("signature"))) {
        answers.leaverSignature = readSignature(*signatures, QStringLiteral("leaver"), folder);
        answers.supervisorSignature = readSignature(*signatures, QStringLiteral("supervisor"), folder);
    }
    if (auto receipt = root.table(QStringLiteral("receipt"))) {
        answers.receipt.target = readPath(*receipt, QStringLiteral("target"), folder);
        answers.receipt.countersignedFile = readPath(*receipt, QStringLiteral("countersigned"), folder);
        if (!answers.receipt.countersignedFile.isEmpty() && answers.supervisorSignature) {
            receipt->fail(QStringLiteral("countersigned"),
                          QStringLiteral("only one of countersigned and signature.supervisor is possible"));
        }
        answers.receipt.tsa = receipt->text(QStringLiteral("tsa"));
        const QUrl tsa(answers.receipt.tsa, QUrl::StrictMode);
        const bool isHttp = tsa.scheme() == QStringLiteral("http") || tsa.scheme() == QStringLiteral("https");
        if (!answers.receipt.tsa.isEmpty() && (!isHttp || tsa.host().isEmpty())) {
            receipt->fail(QStringLiteral("tsa"),
                          QStringLiteral("tsa must be an address that begins with http:// or https://"));
        }
    }
}

} // namespace

QString readPath(TomlTable& table, const QString& key, const QDir& folder)
{
    const QString written = table.text(key);
    return written.isEmpty() ? QString() : QDir::cleanPath(folder.absoluteFilePath(written));
}

void demand(TomlTable& table, const QString& key, bool isGiven)
{
    if (!isGiven) {
        table.fail(key, QStringLiteral("%1 is missing").arg(key));
    }
}

Result<Answers> readAnswers(const QString& file)
{
    auto text = readWhole(file, answersLimit);
    if (!text) {
        return text.failure();
    }
    auto parsed = TomlTable::parse(*text, file);
    if (!parsed) {
        return parsed.failure();
    }
    TomlTable& root = *parsed;
    const QDir folder = QFileInfo(file).absoluteDir();
    Answers answers;
    answers.file = file;
    answers.language = root.choice(QStringLiteral("language"), {QStringLiteral("de"), QStringLiteral("en")}, {});
    answers.caseFile = readPath(root, QStringLiteral("case"), folder);
    answers.policyFile = readPath(root, QStringLiteral("policy"), folder);
    readPeople(root, answers.people);
    readMailboxes(root, answers, folder);
    readSeparation(root, answers, folder);
    readOutputs(root, answers, folder);
    readSuccessor(root, answers, folder);
    readContacts(root, answers, folder);
    readAccount(root, answers, folder);
    readAbsence(root, answers, folder);
    readPassword(root, answers, folder);
    readBelongings(root, answers, folder);
    readSignatures(root, answers, folder);
    if (auto finished = root.finish(); !finished) {
        return finished.failure();
    }
    return answers;
}

} // namespace staffelstab::app
