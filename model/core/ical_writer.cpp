// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ical_writer.h"

namespace staffelstab {

namespace {

/** RFC 5545, 3.1: octets of a line without its CRLF. */
constexpr qsizetype longestLine = 75;

bool isInsideOfACharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/** The line, folded; a continuation begins with a space that counts. */
void appendLine(QByteArray& file, QByteArrayView line)
{
    qsizetype room = longestLine;
    while (line.size() > room) {
        qsizetype end = room;
        while (end > 0 && isInsideOfACharacter(line[end])) {
            --end;
        }
        file.append(line.first(end)).append("\r\n ");
        line = line.sliced(end);
        room = longestLine - 1;
    }
    file.append(line).append("\r\n");
}

/** RFC 5545, 3.3.11. */
QByteArray escaped(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    QString result;
    for (const QChar sign : std::as_const(text)) {
        if (sign == u'\n') {
            result += QStringLiteral("\\n");
        } else if (sign == u'\\' || sign == u';' || sign == u',') {
            result += u'\\';
            result += sign;
        } else if (sign == u'\t' || sign.category() != QChar::Other_Control) {
            result += sign;
        }
    }
    return result.toUtf8();
}

QByteArray utc(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray day(QDate date)
{
    return date.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

QByteArray property(const char* name, const CalendarEntry::When& when)
{
    if (const auto* date = std::get_if<QDate>(&when)) {
        return QByteArray(name) + ";VALUE=DATE:" + day(*date);
    }
    return QByteArray(name) + ':' + utc(std::get<QDateTime>(when));
}

/** RFC 5545, 3.3.6; "-PT..." before, "PT..." after. */
QByteArray trigger(std::chrono::minutes before)
{
    return (before.count() > 0 ? "-PT" : "PT") + QByteArray::number(qlonglong(std::abs(before.count()))) + 'M';
}

/** A task has no beginning here, so that its alarm counts from its end. */
void appendAlarm(QByteArray& file, const CalendarEntry& entry)
{
    const QByteArray related = entry.kind == CalendarEntry::Kind::Task ? ";RELATED=END:" : ":";
    appendLine(file, "BEGIN:VALARM");
    appendLine(file, "ACTION:DISPLAY");
    appendLine(file, "DESCRIPTION:" + escaped(entry.summary));
    appendLine(file, "TRIGGER" + related + trigger(*entry.alarmBefore));
    appendLine(file, "END:VALARM");
}

/** A day as event ends at the next midnight and keeps nobody busy. */
void appendTime(QByteArray& file, const CalendarEntry& entry)
{
    if (entry.kind == CalendarEntry::Kind::Task) {
        appendLine(file, property("DUE", entry.when));
        return;
    }
    appendLine(file, property("DTSTART", entry.when));
    if (const auto* date = std::get_if<QDate>(&entry.when)) {
        appendLine(file, property("DTEND", date->addDays(1)));
        appendLine(file, "TRANSP:TRANSPARENT");
    }
}

void appendEntry(QByteArray& file, const CalendarEntry& entry, const QDateTime& stamp)
{
    const QByteArray component = entry.kind == CalendarEntry::Kind::Task ? "VTODO" : "VEVENT";
    appendLine(file, "BEGIN:" + component);
    appendLine(file, "UID:" + escaped(entry.uid));
    appendLine(file, "DTSTAMP:" + utc(stamp));
    appendLine(file, "SEQUENCE:" + QByteArray::number(entry.sequence));
    appendTime(file, entry);
    appendLine(file, "SUMMARY:" + escaped(entry.summary));
    if (!entry.description.isEmpty()) {
        appendLine(file, "DESCRIPTION:" + escaped(entry.description));
    }
    if (!entry.categories.isEmpty()) {
        QByteArrayList names;
        for (const QString& name : entry.categories) {
            names.append(escaped(name));
        }
        appendLine(file, "CATEGORIES:" + names.join(','));
    }
    if (entry.alarmBefore) {
        appendAlarm(file, entry);
    }
    appendLine(file, "END:" + component);
}

} // namespace

QByteArray icalendar(const std::vector<CalendarEntry>& entries, const QDateTime& stamp)
{
    QByteArray file;
    appendLine(file, "BEGIN:VCALENDAR");
    appendLine(file, "VERSION:2.0");
    appendLine(file, "PRODID:-//Staffelstab//Staffelstab//DE");
    appendLine(file, "CALSCALE:GREGORIAN");
    appendLine(file, "METHOD:PUBLISH");
    for (const CalendarEntry& entry : entries) {
        appendEntry(file, entry, stamp);
    }
    appendLine(file, "END:VCALENDAR");
    return file;
}

} // namespace staffelstab
