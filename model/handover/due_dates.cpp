// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"
#include "handover/receipt_register.h"

#include <algorithm>

namespace staffelstab::handover {
namespace {

/** Text of a property value (RFC 5545, 3.3.11). */
QByteArray escaped(const QString& text)
{
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\\' || c == ',' || c == ';') {
            out += '\\';
            out += c;
        } else if (static_cast<uchar>(c) >= 0x20) {
            out += c;
        }
    }
    return out;
}

/** A content line, folded after at most 75 octets and never inside a character (RFC 5545, 3.1). */
QByteArray line(const QByteArray& name, const QByteArray& value)
{
    QByteArray rest = name + ':' + value;
    QByteArray folded;
    qsizetype room = 75;
    while (rest.size() > room) {
        qsizetype cut = room;
        while (cut > 1 && (static_cast<uchar>(rest.at(cut)) & 0xC0) == 0x80) {
            --cut;
        }
        folded += rest.left(cut) + "\r\n ";
        rest.remove(0, cut);
        room = 74;
    }
    return folded + rest + "\r\n";
}

QByteArray day(const QDate& date)
{
    return date.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

QByteArray uidOf(const DueDate& due)
{
    const QByteArray kind = due.kind == DueDate::Kind::AccountDeletion ? "account" : "receipt";
    return Sha256::of(kind + '\n' + due.caseNumber.toUtf8() + '\n' + due.leaver.toUtf8()).left(16).toHex() +
           "@staffelstab";
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
    QByteArray ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Staffelstab//Register//DE\r\nCALSCALE:GREGORIAN\r\n";
    const QByteArray stamp = now.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    for (const DueDate& due : dates) {
        const QByteArray words = escaped(sentence(due));
        ics += "BEGIN:VEVENT\r\n" + line("UID", uidOf(due)) + line("DTSTAMP", stamp) +
               line("DTSTART;VALUE=DATE", day(due.day)) + line("DTEND;VALUE=DATE", day(due.day.addDays(1))) +
               line("SUMMARY", words) + "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n" +
               line("DESCRIPTION", words) + "TRIGGER:-P7D\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    }
    return ics + "END:VCALENDAR\r\n";
}

} // namespace staffelstab::handover
