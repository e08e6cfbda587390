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
    QByteArray about = due.kind == DueDate::Kind::AccountDeletion    ? "account"
                       : due.kind == DueDate::Kind::ReceiptRetention ? "receipt"
                                                                     : kindName(due.kind);
    about += '\n' + due.caseNumber.toUtf8() + '\n' + due.leaver.toUtf8();
    if (!due.subject.isEmpty()) {
        about += '\n' + due.subject.toUtf8();
    }
    about = Sha256::of(about);
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
        if (entry.state == QLatin1String("pending")) {
            continue;
        }
        add(DueDate::Kind::AccountDeletion, entry, entry.accountDeletion);
        add(DueDate::Kind::ReceiptRetention, entry, entry.keptUntil);
        add(DueDate::Kind::ReplyEnd, entry, entry.replyEnd);
    }
    sortByDay(dates);
    return dates;
}

std::vector<DueDate> consentEnds(const receipt::ConsentFinding& finding, const QDate& today)
{
    std::vector<DueDate> dates;
    for (const receipt::ConsentRecord::Item& item : finding.record.items) {
        if (item.isGiven && item.until.isValid() && item.until >= today) {
            dates.push_back(
                {DueDate::Kind::ConsentEnd, finding.record.caseNumber, finding.record.leaver, item.until, item.title});
        }
    }
    sortByDay(dates);
    return dates;
}

void sortByDay(std::vector<DueDate>& dates)
{
    std::stable_sort(dates.begin(), dates.end(), [](const DueDate& a, const DueDate& b) { return a.day < b.day; });
}

const char* kindName(DueDate::Kind kind)
{
    switch (kind) {
    case DueDate::Kind::AccountDeletion:
        return "account_deletion";
    case DueDate::Kind::ReceiptRetention:
        return "receipt_retention";
    case DueDate::Kind::ReplyEnd:
        return "reply_end";
    case DueDate::Kind::ConsentEnd:
        break;
    }
    return "consent_end";
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
