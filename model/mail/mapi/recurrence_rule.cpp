// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/recurrence_rule.h"

#include <QtEndian>

namespace staffelstab::mail::mapi {

namespace {

constexpr int mostExceptions = 10'000;
constexpr qint64 minutesPerDay = 24LL * 60;
constexpr const char* dayNames[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

/** Reads little-endian numbers; after the end all are 0 and isOk() is false. */
class Numbers
{
public:
    explicit Numbers(QByteArrayView bytes) : m_rest(bytes) {}
    template <typename T>
    T next()
    {
        if (m_rest.size() < static_cast<qsizetype>(sizeof(T))) {
            m_isOk = false;
            m_rest = {};
            return 0;
        }
        const T value = qFromLittleEndian<T>(m_rest.data());
        m_rest = m_rest.sliced(sizeof(T));
        return value;
    }
    [[nodiscard]] bool isOk() const { return m_isOk; }

private:
    QByteArrayView m_rest;
    bool m_isOk = true;
};

QDate dayOf(quint32 minutes)
{
    return QDate(1601, 1, 1).addDays(minutes / minutesPerDay);
}

QByteArray daysOf(quint32 bits)
{
    QByteArray days;
    for (unsigned i = 0; i < 7; ++i) {
        if ((bits & (1U << i)) != 0) {
            days += (days.isEmpty() ? "" : ",") + QByteArray(dayNames[i]);
        }
    }
    return days;
}

struct Pattern
{
    quint16 frequency = 0;
    quint16 type = 0;
    quint32 period = 0;
    quint32 days = 0;
    quint32 nth = 0;
    quint32 endType = 0;
    quint32 count = 0;
    quint32 firstDayOfWeek = 0;
    QDate last;
};

void readPattern(Numbers& in, Pattern& pattern)
{
    in.next<quint32>(); // versions
    pattern.frequency = in.next<quint16>();
    pattern.type = in.next<quint16>();
    in.next<quint16>(); // calendar
    in.next<quint32>(); // first date of the pattern, modulo its period
    pattern.period = in.next<quint32>();
    in.next<quint32>(); // sliding: tasks that begin anew when done
    if (pattern.type != 0) {
        pattern.days = in.next<quint32>();
    }
    if (pattern.type == 3 || pattern.type == 0xB) {
        pattern.nth = in.next<quint32>();
    }
    pattern.endType = in.next<quint32>();
    pattern.count = in.next<quint32>();
    pattern.firstDayOfWeek = in.next<quint32>();
}

/** Which day of the month. */
QByteArray monthPart(const Pattern& pattern)
{
    if (pattern.type == 3) {
        const int position = pattern.nth == 5 ? -1 : static_cast<int>(pattern.nth);
        return ";BYDAY=" + daysOf(pattern.days) + ";BYSETPOS=" + QByteArray::number(position);
    }
    // A 31st that a month has not is its last day.
    const bool isLast = pattern.type == 4 || pattern.days >= 31;
    return ";BYMONTHDAY=" + (isLast ? QByteArray("-1") : QByteArray::number(pattern.days));
}

QByteArray ruleOf(const Pattern& pattern, QDate first)
{
    const auto interval = [](quint32 every) {
        return every > 1 ? ";INTERVAL=" + QByteArray::number(every) : QByteArray();
    };
    QByteArray rule;
    switch (pattern.frequency) {
    case 0x200A:
        rule = pattern.type == 1 ? "FREQ=WEEKLY;BYDAY=" + daysOf(pattern.days)
                                 : "FREQ=DAILY" + interval(static_cast<quint32>(pattern.period / minutesPerDay));
        break;
    case 0x200B:
        rule = "FREQ=WEEKLY" + interval(pattern.period) + ";BYDAY=" + daysOf(pattern.days) +
               ";WKST=" + dayNames[pattern.firstDayOfWeek % 7];
        break;
    case 0x200C:
        rule = "FREQ=MONTHLY" + interval(pattern.period) + monthPart(pattern);
        break;
    case 0x200D:
        rule = "FREQ=YEARLY" + interval(pattern.period / 12) + ";BYMONTH=" + QByteArray::number(first.month()) +
               monthPart(pattern);
        break;
    default:
        return {};
    }
    if (pattern.endType == 0x2022) {
        rule += ";COUNT=" + QByteArray::number(pattern.count);
    } else if (pattern.endType == 0x2021) {
        rule += ";UNTIL=" + pattern.last.toString(QStringLiteral("yyyyMMdd'T235959Z'")).toLatin1();
    }
    return rule;
}

/** A SYSTEMTIME used as a yearly rule: month, weekday, week of the month, hour, minute. */
struct Change
{
    quint16 month = 0;
    quint16 weekday = 0;
    quint16 week = 0;
    quint16 hour = 0;
    quint16 minute = 0;
};

Change readChange(Numbers& in)
{
    Change change;
    in.next<quint16>(); // year
    change.month = in.next<quint16>();
    change.weekday = in.next<quint16>();
    change.week = in.next<quint16>();
    change.hour = in.next<quint16>();
    change.minute = in.next<quint16>();
    in.next<quint32>(); // seconds and below
    return change;
}

QByteArray offset(qint32 bias)
{
    const int minutes = std::clamp(-bias, -24 * 60 + 1, 24 * 60 - 1);
    return QStringLiteral("%1%2%3")
        .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
        .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
        .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'))
        .toLatin1();
}

QByteArray observance(const char* kind, const Change& change, qint32 from, qint32 to)
{
    QByteArray out = QByteArray("BEGIN:") + kind + "\r\nDTSTART:16010101T" +
                     QStringLiteral("%1%2")
                         .arg(change.hour % 24, 2, 10, QLatin1Char('0'))
                         .arg(change.minute % 60, 2, 10, QLatin1Char('0'))
                         .toLatin1() +
                     "00\r\n";
    if (change.month >= 1 && change.month <= 12) {
        const QByteArray week = change.week >= 5 ? "-1" : QByteArray::number(std::max<int>(1, change.week));
        out += "RRULE:FREQ=YEARLY;BYMONTH=" + QByteArray::number(change.month) + ";BYDAY=" + week +
               dayNames[change.weekday % 7] + "\r\n";
    }
    return out + "TZOFFSETFROM:" + offset(from) + "\r\nTZOFFSETTO:" + offset(to) + "\r\nEND:" + kind + "\r\n";
}

} // namespace

std::optional<Recurrence> readRecurrence(QByteArrayView blob)
{
    Numbers in(blob);
    Pattern pattern;
    readPattern(in, pattern);
    Recurrence found;
    const auto deleted = in.next<quint32>();
    if (deleted > mostExceptions) {
        return {};
    }
    for (quint32 i = 0; i < deleted; ++i) {
        found.exceptions.push_back(dayOf(in.next<quint32>()));
    }
    const auto modified = in.next<quint32>();
    if (modified > mostExceptions) {
        return {};
    }
    for (quint32 i = 0; i < modified; ++i) {
        in.next<quint32>();
    }
    found.firstDay = dayOf(in.next<quint32>());
    pattern.last = dayOf(in.next<quint32>());
    if (!in.isOk()) {
        return {};
    }
    in.next<quint32>();
    in.next<quint32>();
    const auto start = in.next<quint32>();
    const auto end = in.next<quint32>();
    if (in.isOk() && start < minutesPerDay && end >= start && end < start + 366 * minutesPerDay) {
        found.startMinute = static_cast<int>(start);
        found.endMinute = static_cast<int>(end);
    }
    found.rule = ruleOf(pattern, found.firstDay);
    return found.rule.isEmpty() ? std::nullopt : std::optional(std::move(found));
}

QByteArray timeZoneLines(QByteArrayView blob, const QByteArray& name)
{
    Numbers in(blob);
    const auto bias = in.next<qint32>();
    const auto standardBias = in.next<qint32>();
    const auto daylightBias = in.next<qint32>();
    in.next<quint16>();
    const Change standard = readChange(in);
    in.next<quint16>();
    const Change daylight = readChange(in);
    if (!in.isOk() || std::abs(bias) > minutesPerDay || std::abs(standardBias) > minutesPerDay ||
        std::abs(daylightBias) > minutesPerDay) {
        return {};
    }
    QByteArray out = "BEGIN:VTIMEZONE\r\nTZID:" + name + "\r\n";
    const bool hasSummer = standard.month != 0 && daylight.month != 0;
    out += observance("STANDARD", hasSummer ? standard : Change(), bias + (hasSummer ? daylightBias : standardBias),
                      bias + standardBias);
    if (hasSummer) {
        out += observance("DAYLIGHT", daylight, bias + standardBias, bias + daylightBias);
    }
    return out + "END:VTIMEZONE\r\n";
}

} // namespace staffelstab::mail::mapi
