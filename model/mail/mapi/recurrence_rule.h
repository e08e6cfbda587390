// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDate>
#include <QDateTime>

#include <optional>
#include <vector>

namespace staffelstab::mail::mapi {

/** What a recurring appointment or task says about its repetitions. */
struct Recurrence
{
    /** Value of RRULE (RFC 5545 section 3.3.10). */
    QByteArray rule;
    QDate firstDay;
    /** Minutes after local midnight; absent for tasks. */
    std::optional<int> startMinute;
    std::optional<int> endMinute;
    /** Days on which it does not take place, or takes place otherwise. */
    std::vector<QDate> exceptions;
};

/** Reads a RecurrencePattern ([MS-OXOCAL] section 2.2.1.44); nothing if it is none that RFC 5545 can say. */
std::optional<Recurrence> readRecurrence(QByteArrayView blob);

/** VTIMEZONE (RFC 5545 section 3.6.5) of PidLidTimeZoneStruct; empty if `blob` is none. */
QByteArray timeZoneLines(QByteArrayView blob, const QByteArray& name);

} // namespace staffelstab::mail::mapi
