// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/unreadable_entry.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace staffelstab::handover {

/** How the small values of a case stand in JSON: times in UTC with milliseconds, bytes in hex, enums as numbers. */
QString dateText(const QDateTime& time);
QDateTime dateFrom(const QJsonValue& value);
QString hex(const QByteArray& bytes);
QByteArray fromHex(const QJsonValue& value);
QJsonArray toArray(const QStringList& texts);
QStringList textsFrom(const QJsonValue& value);
QJsonArray toJson(const std::vector<UnreadableEntry>& entries);
std::vector<UnreadableEntry> entriesFrom(const QJsonValue& value);

/** Enums are kept as numbers; one out of range (a damaged file) becomes the first value. */
template <typename Enum>
Enum enumFrom(const QJsonValue& value, Enum last)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<Enum>(number) : static_cast<Enum>(0);
}

} // namespace staffelstab::handover
