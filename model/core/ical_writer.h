// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace staffelstab {

/** One date of a calendar file: something that happens (VEVENT) or something to be done by then (VTODO). */
struct CalendarEntry
{
    enum class Kind { Event, Task };
    /** A whole day wherever the reader is, or a point in time (written in UTC). */
    using When = std::variant<QDate, QDateTime>;

    Kind kind = Kind::Event;
    /** Unique in the world and the same each time the entry is written: a second import then replaces the first. */
    QString uid;
    /** Raised by the caller when the entry changed since it was last handed out. */
    int sequence = 0;
    /** An event's beginning; a task's due date. */
    When when;
    QString summary;
    QString description;
    QStringList categories;
    /** Reminds that long before `when` (a day counts from its midnight): 15 h is nine o'clock on the day before. */
    std::optional<std::chrono::minutes> alarmBefore;
};

/**
 * A calendar file (RFC 5545) for import into Outlook, Thunderbird and others: UTF-8, CRLF, lines folded at 75 octets
 * and never inside of a character. Control characters of a text are left out, line breaks are kept. `stamp` is the
 * time of writing.
 */
QByteArray icalendar(const std::vector<CalendarEntry>& entries, const QDateTime& stamp);

} // namespace staffelstab
