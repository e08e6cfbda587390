// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/json_values.h"

namespace staffelstab::handover {

namespace {

QJsonObject toJson(const Failure& failure)
{
    return {{"kind", static_cast<int>(failure.kind)}, {"subject", failure.subject}, {"detail", failure.detail}};
}

Failure failureFrom(const QJsonObject& json)
{
    return {enumFrom(json["kind"], Failure::lastKind), json["subject"].toString(), json["detail"].toString()};
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
    for (const QJsonArray items = value.toArray(); const QJsonValue text : items) {
        texts.append(text.toString());
    }
    return texts;
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
    for (const QJsonArray items = value.toArray(); const QJsonValue item : items) {
        const QJsonObject json = item.toObject();
        entries.push_back({static_cast<quint16>(json["mailbox"].toInt()), json["folder"].toString(),
                           QByteArray::fromBase64(json["key"].toString().toLatin1()), json["bytes"].toInteger(),
                           failureFrom(json["why"].toObject())});
    }
    return entries;
}

} // namespace staffelstab::handover
