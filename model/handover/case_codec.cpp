// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_codec.h"

#include "handover/source_codec.h"

#include <QJsonArray>

namespace staffelstab::handover {

namespace {

QJsonObject toJson(const FolderCount& folder)
{
    return {{"path", folder.path},
            {"use", static_cast<int>(folder.use)},
            {"messages", static_cast<qint64>(folder.messages)},
            {"bytes", folder.bytes},
            {"unreadable", static_cast<qint64>(folder.unreadable)},
            {"oldest", dateText(folder.oldest)},
            {"newest", dateText(folder.newest)}};
}

FolderCount folderCountFrom(const QJsonObject& json)
{
    return {json["path"].toString(),
            enumFrom(json["use"], mail::SpecialUse::Archive),
            static_cast<quint32>(json["messages"].toInteger()),
            json["bytes"].toInteger(),
            static_cast<quint32>(json["unreadable"].toInteger()),
            dateFrom(json["oldest"]),
            dateFrom(json["newest"])};
}

} // namespace

QJsonObject toJson(const Person& person)
{
    return {{"name", person.name},
            {"email", person.email},
            {"department", person.department},
            {"personnel_number", person.personnelNumber}};
}

Person personFrom(const QJsonObject& json)
{
    return {json["name"].toString(), json["email"].toString(), json["department"].toString(),
            json["personnel_number"].toString()};
}

QJsonObject toJson(const People& people)
{
    return {{"leaver", toJson(people.leaver)},
            {"supervisor", toJson(people.supervisor)},
            {"successor", toJson(people.successor)},
            {"hr", toJson(people.hr)},
            {"dpo", toJson(people.dpo)},
            {"last_working_day", people.lastWorkingDay.toString(Qt::ISODate)},
            {"end_of_contract", people.endOfContract.toString(Qt::ISODate)}};
}

People peopleFrom(const QJsonObject& json)
{
    return {personFrom(json["leaver"].toObject()),
            personFrom(json["supervisor"].toObject()),
            personFrom(json["successor"].toObject()),
            personFrom(json["hr"].toObject()),
            personFrom(json["dpo"].toObject()),
            QDate::fromString(json["last_working_day"].toString(), Qt::ISODate),
            QDate::fromString(json["end_of_contract"].toString(), Qt::ISODate)};
}

QJsonObject toJson(const std::vector<mail::MailboxSource>& mailboxes)
{
    QJsonArray array;
    for (const mail::MailboxSource& source : mailboxes) {
        array.append(sourceToJson(source));
    }
    return {{"mailboxes", array}};
}

std::vector<mail::MailboxSource> mailboxesFrom(const QJsonObject& json)
{
    std::vector<mail::MailboxSource> mailboxes;
    for (const QJsonArray items = json["mailboxes"].toArray(); const QJsonValue item : items) {
        mailboxes.push_back(sourceFrom(item.toObject()));
    }
    return mailboxes;
}

QJsonObject toJson(const ScanReport& report)
{
    QJsonArray mailboxes;
    for (const std::vector<FolderCount>& folders : report.folders) {
        QJsonArray array;
        for (const FolderCount& folder : folders) {
            array.append(toJson(folder));
        }
        mailboxes.append(array);
    }
    return {{"at", dateText(report.at)}, {"mailboxes", mailboxes}, {"unreadable", toJson(report.unreadable)}};
}

ScanReport scanReportFrom(const QJsonObject& json)
{
    ScanReport report{dateFrom(json["at"]), {}, entriesFrom(json["unreadable"])};
    for (const QJsonArray mailboxes = json["mailboxes"].toArray(); const QJsonValue mailbox : mailboxes) {
        std::vector<FolderCount>& folders = report.folders.emplace_back();
        for (const QJsonArray counts = mailbox.toArray(); const QJsonValue folder : counts) {
            folders.push_back(folderCountFrom(folder.toObject()));
        }
    }
    return report;
}

QJsonObject toJson(const ReceiptFiles& files)
{
    return {{"path", files.path}, {"sha256", hex(files.sha256)}, {"signatures", files.signatures}};
}

ReceiptFiles receiptFilesFrom(const QJsonObject& json)
{
    return {json["path"].toString(), fromHex(json["sha256"]), json["signatures"].toInt(), {}, false};
}

} // namespace staffelstab::handover
