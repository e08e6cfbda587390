// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/record_values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace staffelstab::receipt {
namespace {

QJsonObject personObject(const Person& person)
{
    return {{QStringLiteral("name"), person.name},
            {QStringLiteral("email"), person.email},
            {QStringLiteral("department"), person.department},
            {QStringLiteral("personnel_number"), person.personnelNumber}};
}

QJsonObject peopleObject(const People& people)
{
    return {{QStringLiteral("leaver"), personObject(people.leaver)},
            {QStringLiteral("supervisor"), personObject(people.supervisor)},
            {QStringLiteral("successor"), personObject(people.successor)},
            {QStringLiteral("hr"), personObject(people.hr)},
            {QStringLiteral("dpo"), personObject(people.dpo)},
            {QStringLiteral("last_working_day"), people.lastWorkingDay.toString(Qt::ISODate)},
            {QStringLiteral("end_of_contract"), people.endOfContract.toString(Qt::ISODate)}};
}

QJsonObject countObject(const ReceiptRecord::Count& count)
{
    return {{QStringLiteral("messages"), qint64{count.messages}}, {QStringLiteral("bytes"), count.bytes}};
}

QJsonObject mailObject(const ReceiptRecord::Mail& mail)
{
    return {{QStringLiteral("mailboxes"), qint64{mail.mailboxes}},
            {QStringLiteral("private"), countObject(mail.privateMail)},
            {QStringLiteral("business"), countObject(mail.business)},
            {QStringLiteral("protected"), countObject(mail.protectedMail)},
            {QStringLiteral("undecided"), countObject(mail.undecided)},
            {QStringLiteral("unreadable"), qint64{mail.unreadable}},
            {QStringLiteral("decisions"), qint64{mail.decisions}}};
}

QJsonObject takeawayObject(const ReceiptRecord::Takeaway& takeaway)
{
    return {{QStringLiteral("action"), takeaway.action},
            {QStringLiteral("copied"), qint64{takeaway.copied}},
            {QStringLiteral("removed"), qint64{takeaway.removed}},
            {QStringLiteral("kept"), qint64{takeaway.kept}},
            {QStringLiteral("encrypted"), takeaway.isEncrypted}};
}

QJsonObject archiveObject(const ReceiptRecord::Archive& archive)
{
    return {{QStringLiteral("file"), archive.fileName},
            {QStringLiteral("bytes"), archive.bytes},
            {QStringLiteral("sha256"), QString::fromLatin1(archive.sha256.toHex())},
            {QStringLiteral("messages"), qint64{archive.messages}},
            {QStringLiteral("skipped"), qint64{archive.skipped}},
            {QStringLiteral("encrypted"), archive.isEncrypted},
            {QStringLiteral("container"), archive.container},
            {QStringLiteral("medium"), archive.mediumLabel}};
}

QString proofName(ReceiptRecord::Proof proof)
{
    switch (proof) {
    case ReceiptRecord::Proof::Yes:
        return QStringLiteral("yes");
    case ReceiptRecord::Proof::No:
        return QStringLiteral("no");
    case ReceiptRecord::Proof::Unverifiable:
        break;
    }
    return QStringLiteral("unverifiable");
}

QJsonObject passwordObject(const ReceiptRecord::Password& password)
{
    return {{QStringLiteral("way"), password.way},
            {QStringLiteral("changed"), password.isChanged},
            {QStringLiteral("new_accepted"), proofName(password.newAccepted)},
            {QStringLiteral("old_refused"), proofName(password.oldRefused)},
            {QStringLiteral("changed_twice"), password.isChangedTwice},
            {QStringLiteral("changed_at"), isoTime(password.changedAt)},
            {QStringLiteral("sealed_by"), password.sealedBy},
            {QStringLiteral("seal_file"), password.sealFileName},
            {QStringLiteral("seal_sha256"), QString::fromLatin1(password.sealSha256.toHex())},
            {QStringLiteral("it_name"), password.itName},
            {QStringLiteral("it_date"), password.itDate.toString(Qt::ISODate)}};
}

QJsonArray openPointArray(const std::vector<ReceiptRecord::OpenPoint>& points)
{
    QJsonArray array;
    for (const ReceiptRecord::OpenPoint& point : points) {
        array.append(QJsonObject{{QStringLiteral("code"), point.code}, {QStringLiteral("count"), point.count}});
    }
    return array;
}

} // namespace

QString isoTime(const QDateTime& time)
{
    return time.isValid() ? time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate) : QString();
}

QJsonObject toJsonObject(const ReceiptRecord& record)
{
    QJsonObject object{{QStringLiteral("format"), QStringLiteral("staffelstab-receipt")},
                       {QStringLiteral("version"), 1},
                       {QStringLiteral("case"), record.caseNumber},
                       {QStringLiteral("language"), record.language},
                       {QStringLiteral("made_at"), isoTime(record.madeAt)},
                       {QStringLiteral("organisation"), record.organisation},
                       {QStringLiteral("people"), peopleObject(record.people)},
                       {QStringLiteral("policy_name"), record.policyName},
                       {QStringLiteral("policy_version"), record.policyVersion},
                       {QStringLiteral("reservation"), record.leaverReservation},
                       {QStringLiteral("open_points"), openPointArray(record.openPoints)}};
    if (record.mail) {
        object.insert(QStringLiteral("mail"), mailObject(*record.mail));
    }
    if (record.takeaway) {
        object.insert(QStringLiteral("takeaway"), takeawayObject(*record.takeaway));
    }
    if (record.archive) {
        object.insert(QStringLiteral("archive"), archiveObject(*record.archive));
    }
    if (record.password) {
        object.insert(QStringLiteral("password"), passwordObject(*record.password));
    }
    return object;
}

QByteArray toJson(const ReceiptRecord& record)
{
    // QJsonObject keeps its keys in UTF-16 order and the compact form has no white space: RFC 8785 for strings,
    // booleans and integers below 2^53, the only types used here.
    return QJsonDocument(toJsonObject(record)).toJson(QJsonDocument::Compact);
}

} // namespace staffelstab::receipt
