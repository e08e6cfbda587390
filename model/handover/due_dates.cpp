// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ical_writer.h"
#include "core/sha256.h"
#include "handover/receipt_register.h"

#include <algorithm>

namespace staffelstab::handover {
namespace {

QString uidOf(const DueDate& due)
{
    const QByteArray kind = due.kind == DueDate::Kind::AccountDeletion ? "account" : "receipt";
    const QByteArray about = Sha256::of(kind + '\n' + due.caseNumber.toUtf8() + '\n' + due.leaver.toUtf8());
    return QString::fromLatin1(about.left(16).toHex()) + QStringLiteral("@staffelstab");
}

} // namespace

std::vector<DueDate> dueDates(const std::vector<RegisterEntry>& entries, const QDate& today)
{
    std::vector<DueDate> dates;
    const auto add = [&](DueDate::Kind kind, const RegisterEntry& entry, const QDate& date) {
        if (date.isValid() && date >= today) {
            dates.push_back({kind, entry.caseNumber, entry.leaver, date});
        }
    };
    for (const RegisterEntry& entry : entries) {
        add(DueDate::Kind::AccountDeletion, entry, entry.accountDeletion);
        add(DueDate::Kind::ReceiptRetention, entry, entry.keptUntil);
    }
    std::stable_sort(dates.begin(), dates.end(), [](const DueDate& a, const DueDate& b) { return a.day < b.day; });
    return dates;
}

QByteArray dueCalendar(const std::vector<DueDate>& dates, const std::function<QString(const DueDate&)>& sentence,
                       const QDateTime& now)
{
    std::vector<CalendarEntry> entries;
    for (const DueDate& due : dates) {
        CalendarEntry entry;
        entry.uid = uidOf(due);
        entry.when = due.day;
        entry.summary = sentence(due);
        // HR plans a week ahead; at nine in the morning.
        entry.alarmBefore = std::chrono::hours(7 * 24 - 9);
        entries.push_back(std::move(entry));
    }
    return icalendar(entries, now);
}

} // namespace staffelstab::handover
