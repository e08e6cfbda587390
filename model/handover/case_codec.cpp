// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_codec.h"

#include <QJsonArray>

namespace staffelstab::handover {

namespace {

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}
QByteArray fromHex(const QJsonValue& value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}
QJsonArray toArray(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList textsFrom(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& text : value.toArray()) {
        texts.append(text.toString());
    }
    return texts;
}

/** Enums are kept as numbers; one out of range (a damaged file) becomes the first value. */
template <typename Enum>
Enum enumFrom(const QJsonValue& value, Enum last)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : static_cast<Enum>(0);
}

QJsonObject toJson(const Failure& failure)
{
    return {{"kind", static_cast<int>(failure.kind)}, {"subject", failure.subject}, {"detail", failure.detail}};
}

Failure failureFrom(const QJsonObject& json)
{
    return {enumFrom(json["kind"], Failure::Kind::Internal), json["subject"].toString(), json["detail"].toString()};
}

QJsonArray toJson(const std::vector<UnreadableEntry>& entries)
{
    QJsonArray array;
    for (const UnreadableEntry& entry : entries) {
        array.append(QJsonObject{{"mailbox", entry.mailbox},
                                 {"folder", entry.folder},
                                 {"key", QString::fromLatin1(entry.key.toBase64())},
                                 {"bytes", entry.bytes},
                                 {"why", toJson(entry.why)}});
    }
    return array;
}

std::vector<UnreadableEntry> entriesFrom(const QJsonValue& value)
{
    std::vector<UnreadableEntry> entries;
    for (const QJsonValue& item : value.toArray()) {
        const QJsonObject json = item.toObject();
        entries.push_back({static_cast<quint16>(json["mailbox"].toInt()), json["folder"].toString(),
                           QByteArray::fromBase64(json["key"].toString().toLatin1()), json["bytes"].toInteger(),
                           failureFrom(json["why"].toObject())});
    }
    return entries;
}

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

QString dateText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime dateFrom(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

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

QJsonObject toJson(const policy::CompanyPolicy& policy)
{
    return {{"name", policy.name},
            {"version", policy.version},
            {"company", policy.companyName},
            {"private_use", static_cast<int>(policy.privateUse)},
            {"domains", toArray(policy.companyDomains)},
            {"protected", toArray(policy.protectedCorrespondents)},
            {"dpo", policy.dpoContact},
            {"works_council", policy.worksCouncilContact},
            {"tsa", policy.tsa},
            {"directory", policy.directoryUrl},
            {"ca_file", policy.caFile},
            {"built_in", policy.isBuiltIn}};
}

policy::CompanyPolicy policyFrom(const QJsonObject& json)
{
    policy::CompanyPolicy policy;
    policy.name = json["name"].toString();
    policy.version = json["version"].toString();
    policy.companyName = json["company"].toString();
    policy.privateUse = enumFrom(json["private_use"], policy::PrivateUse::NotRegulated);
    policy.companyDomains = textsFrom(json["domains"]);
    policy.protectedCorrespondents = textsFrom(json["protected"]);
    policy.dpoContact = json["dpo"].toString();
    policy.worksCouncilContact = json["works_council"].toString();
    policy.tsa = json["tsa"].toString();
    policy.directoryUrl = json["directory"].toString();
    policy.caFile = json["ca_file"].toString();
    policy.isBuiltIn = json["built_in"].toBool();
    return policy;
}

QJsonObject toJson(const std::vector<mail::MailboxSource>& mailboxes)
{
    QJsonArray array;
    for (const mail::MailboxSource& source : mailboxes) {
        array.append(QJsonObject{{"kind", static_cast<int>(source.kind)},
                                 {"path", source.path},
                                 {"host", source.host},
                                 {"port", source.port},
                                 {"security", static_cast<int>(source.security)},
                                 {"user", source.user},
                                 {"ca_file", source.caFile},
                                 {"folders", toArray(source.folders)}});
    }
    return {{"mailboxes", array}};
}

std::vector<mail::MailboxSource> mailboxesFrom(const QJsonObject& json)
{
    std::vector<mail::MailboxSource> mailboxes;
    for (const QJsonValue& item : json["mailboxes"].toArray()) {
        const QJsonObject source = item.toObject();
        mailboxes.push_back({enumFrom(source["kind"], mail::StoreKind::Eml), source["path"].toString(),
                             source["host"].toString(), static_cast<quint16>(source["port"].toInt()),
                             enumFrom(source["security"], mail::MailboxSource::Security::StartTls),
                             source["user"].toString(), source["ca_file"].toString(), textsFrom(source["folders"])});
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
    for (const QJsonValue& mailbox : json["mailboxes"].toArray()) {
        std::vector<FolderCount>& folders = report.folders.emplace_back();
        for (const QJsonValue& folder : mailbox.toArray()) {
            folders.push_back(folderCountFrom(folder.toObject()));
        }
    }
    return report;
}

QJsonObject toJson(const TakeawayChoice& choice)
{
    return {{"action", static_cast<int>(choice.action)},
            {"format", static_cast<int>(choice.format)},
            {"target", choice.target},
            {"encrypted", choice.isEncrypted},
            {"remove", choice.removeFromMailbox}};
}

TakeawayChoice takeawayChoiceFrom(const QJsonObject& json)
{
    return {enumFrom(json["action"], TakeawayChoice::Action::Leave),
            enumFrom(json["format"], archive::TakeawayOptions::Format::Eml), json["target"].toString(),
            json["encrypted"].toBool(), json["remove"].toBool(true)};
}

QJsonObject toJson(const TakeawayOutcome& outcome)
{
    QJsonObject json{{"at", dateText(outcome.at)},
                     {"path", outcome.path},
                     {"bytes_on_medium", outcome.bytesOnMedium},
                     {"encrypted", outcome.isEncrypted},
                     {"copied", static_cast<qint64>(outcome.copied)},
                     {"copied_bytes", outcome.copiedBytes},
                     {"skipped", static_cast<qint64>(outcome.skipped)},
                     {"kept", toJson(outcome.kept)}};
    if (outcome.removed) {
        json["removed"] = static_cast<qint64>(*outcome.removed);
    }
    return json;
}

TakeawayOutcome takeawayOutcomeFrom(const QJsonObject& json)
{
    TakeawayOutcome outcome{dateFrom(json["at"]),
                            json["path"].toString(),
                            json["bytes_on_medium"].toInteger(),
                            json["encrypted"].toBool(),
                            static_cast<quint32>(json["copied"].toInteger()),
                            json["copied_bytes"].toInteger(),
                            static_cast<quint32>(json["skipped"].toInteger()),
                            std::nullopt,
                            entriesFrom(json["kept"])};
    if (json.contains("removed")) {
        outcome.removed = static_cast<quint32>(json["removed"].toInteger());
    }
    return outcome;
}

QJsonObject toJson(const ArchiveChoice& choice)
{
    return {
        {"container", static_cast<int>(choice.container)}, {"target", choice.target}, {"label", choice.mediumLabel}};
}

ArchiveChoice archiveChoiceFrom(const QJsonObject& json)
{
    return {enumFrom(json["container"], archive::ArchiveOptions::Container::Folder), json["target"].toString(),
            json["label"].toString()};
}

QJsonObject toJson(const ArchiveOutcome& outcome)
{
    return {{"at", dateText(outcome.at)},
            {"path", outcome.path},
            {"bytes", outcome.bytes},
            {"sha256", hex(outcome.sha256)},
            {"encrypted", outcome.isEncrypted},
            {"messages", static_cast<qint64>(outcome.messages)},
            {"skipped", static_cast<qint64>(outcome.skipped)},
            {"sheet", outcome.sheetPath}};
}

ArchiveOutcome archiveOutcomeFrom(const QJsonObject& json)
{
    return {dateFrom(json["at"]),
            json["path"].toString(),
            json["bytes"].toInteger(),
            fromHex(json["sha256"]),
            json["encrypted"].toBool(),
            static_cast<quint32>(json["messages"].toInteger()),
            static_cast<quint32>(json["skipped"].toInteger()),
            json["sheet"].toString()};
}

QJsonObject toJson(const PasswordChoice& choice)
{
    return {{"way", static_cast<int>(choice.way)},
            {"url", choice.login.url.toString()},
            {"user", choice.login.user},
            {"ca_file", choice.login.caFile},
            {"seal_by", static_cast<int>(choice.sealBy)},
            {"certificate", choice.certificateFile},
            {"seal_target", choice.sealTarget},
            {"it_name", choice.itName},
            {"it_date", choice.itDate.toString(Qt::ISODate)}};
}

PasswordChoice passwordChoiceFrom(const QJsonObject& json)
{
    PasswordChoice choice;
    choice.way = enumFrom(json["way"], PasswordChoice::Way::Later);
    choice.login = {QUrl(json["url"].toString()), json["user"].toString(), json["ca_file"].toString()};
    choice.sealBy = enumFrom(json["seal_by"], PasswordChoice::SealBy::Code);
    choice.certificateFile = json["certificate"].toString();
    choice.sealTarget = json["seal_target"].toString();
    choice.itName = json["it_name"].toString();
    choice.itDate = QDate::fromString(json["it_date"].toString(), Qt::ISODate);
    return choice;
}

QJsonObject toJson(const PasswordOutcome& outcome)
{
    const directory::PasswordChangeReport& report = outcome.report;
    return {{"at", dateText(outcome.at)},
            {"way", static_cast<int>(outcome.way)},
            {"dialect", static_cast<int>(report.dialect)},
            {"new_accepted", static_cast<int>(report.newAccepted)},
            {"old_refused", static_cast<int>(report.oldRefused)},
            {"twice", report.isChangedTwice},
            {"last_set_before", dateText(report.lastSetBefore)},
            {"last_set_after", dateText(report.lastSetAfter)},
            {"changed_at", dateText(report.changedAt)},
            {"seal", outcome.sealPath},
            {"seal_sha256", hex(outcome.sealSha256)}};
}

PasswordOutcome passwordOutcomeFrom(const QJsonObject& json)
{
    PasswordOutcome outcome;
    outcome.at = dateFrom(json["at"]);
    outcome.way = enumFrom(json["way"], PasswordChoice::Way::Later);
    outcome.report.dialect = enumFrom(json["dialect"], directory::Dialect::Rfc3062);
    outcome.report.newAccepted = enumFrom(json["new_accepted"], directory::Proof::Unverifiable);
    outcome.report.oldRefused = enumFrom(json["old_refused"], directory::Proof::Unverifiable);
    outcome.report.isChangedTwice = json["twice"].toBool();
    outcome.report.lastSetBefore = dateFrom(json["last_set_before"]);
    outcome.report.lastSetAfter = dateFrom(json["last_set_after"]);
    outcome.report.changedAt = dateFrom(json["changed_at"]);
    outcome.sealPath = json["seal"].toString();
    outcome.sealSha256 = fromHex(json["seal_sha256"]);
    return outcome;
}

QJsonObject toJson(const ReceiptFiles& files)
{
    return {{"path", files.path}, {"sha256", hex(files.sha256)}, {"signatures", files.signatures}};
}

ReceiptFiles receiptFilesFrom(const QJsonObject& json)
{
    return {json["path"].toString(), fromHex(json["sha256"]), json["signatures"].toInt()};
}

} // namespace staffelstab::handover
