// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/calendar_entry.h"

#include "core/sha256.h"
#include "mail/mapi/content_lines.h"
#include "mail/mapi/message_header_fields.h"
#include "mail/mapi/people_fields.h"
#include "mail/mapi/property_ids.h"
#include "mail/mapi/recurrence_rule.h"

namespace staffelstab::mail::mapi {

namespace {

const QString localTime = QStringLiteral("yyyyMMdd'T'HHmmss");
const QByteArray zoneName = "Outlook";

/** The same for each reading of an entry: imported twice it replaces itself. */
QByteArray uidOf(const PropertyBag& p)
{
    if (const QByteArray global = p.bytes(id::globalObjectId); !global.isEmpty() && global.size() < 1000) {
        return global.toHex().toUpper();
    }
    const QByteArray made = subjectOf(p).toUtf8() + '\n' + ContentLines::utc(p.time(id::creationTime)) +
                            ContentLines::utc(p.time(id::appointmentStart));
    return Sha256::of(made).first(16).toHex() + "@outlook.invalid";
}

QByteArray stampOf(const PropertyBag& p)
{
    const QDateTime changed = p.time(id::lastModificationTime);
    return ContentLines::utc(changed.isValid() ? changed : QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
}

ContentLines begun(const PropertyBag& p, const QByteArray& kind, const QByteArray& zone)
{
    ContentLines lines;
    lines.addRaw("BEGIN", "VCALENDAR");
    lines.addRaw("VERSION", "2.0");
    lines.addRaw("PRODID", "-//Staffelstab//EN");
    for (const QByteArray& line : zone.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            lines.addRaw(line.first(colon), line.mid(colon + 1).trimmed());
        }
    }
    lines.addRaw("BEGIN", kind);
    lines.addRaw("UID", uidOf(p));
    lines.addRaw("DTSTAMP", stampOf(p));
    lines.add("SUMMARY", subjectOf(p));
    return lines;
}

QByteArray ended(ContentLines& lines, const PropertyBag& p, const QByteArray& kind, const QString& text)
{
    lines.add("DESCRIPTION", text);
    if (p.integer(id::sensitivity).value_or(0) == 2) {
        lines.addRaw("CLASS", "PRIVATE");
    }
    lines.addRaw("END", kind);
    lines.addRaw("END", "VCALENDAR");
    return lines.text();
}

/** Outlook keeps the local midnight of a day as UTC: half a day later is the same date in nearly every zone. */
QByteArray dayOf(const QDateTime& midnight)
{
    return midnight.addSecs(12 * 3600 - 1).date().toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

void addSingleTime(ContentLines& lines, const PropertyBag& p)
{
    QDateTime start = p.time(id::appointmentStart);
    QDateTime end = p.time(id::appointmentEnd);
    start = start.isValid() ? start : p.time(id::commonStart);
    end = end.isValid() ? end : p.time(id::commonEnd);
    if (!start.isValid()) {
        return;
    }
    if (p.flag(id::allDay)) {
        lines.addRaw("DTSTART;VALUE=DATE", dayOf(start));
        lines.addRaw("DTEND;VALUE=DATE", end.isValid() ? dayOf(end) : QByteArray());
        return;
    }
    lines.addRaw("DTSTART", ContentLines::utc(start));
    lines.addRaw("DTEND", end.isValid() ? ContentLines::utc(end) : QByteArray());
}

/** In the local time of the calendar: in UTC a weekly meeting would move by an hour twice a year. */
void addRepeatedTime(ContentLines& lines, const PropertyBag& p, const Recurrence& recurrence, bool hasZone)
{
    const QByteArray zone = hasZone ? ";TZID=" + zoneName : QByteArray();
    const QDateTime first(recurrence.firstDay, QTime(0, 0), Qt::UTC);
    if (p.flag(id::allDay) || !recurrence.startMinute) {
        lines.addRaw("DTSTART;VALUE=DATE", recurrence.firstDay.toString(QStringLiteral("yyyyMMdd")).toLatin1());
    } else {
        const auto local = [](const QDateTime& time) { return time.toString(localTime).toLatin1(); };
        lines.addRaw("DTSTART" + zone, local(first.addSecs(*recurrence.startMinute * 60LL)));
        lines.addRaw("DTEND" + zone, local(first.addSecs(*recurrence.endMinute * 60LL)));
        for (const QDate& day : recurrence.exceptions) {
            lines.addRaw("EXDATE" + zone,
                         local(QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(*recurrence.startMinute * 60LL)));
        }
    }
    lines.addRaw("RRULE", recurrence.rule);
}

void addPeople(ContentLines& lines, const Item& item)
{
    const auto add = [&lines](const QByteArray& name, const Mailbox& mailbox) {
        if (mailbox.address.contains(u'@')) {
            QByteArray shown = mailbox.name.toUtf8();
            shown.removeIf([](char c) { return c == '"' || static_cast<unsigned char>(c) < ' '; });
            lines.addRaw(name + (shown.isEmpty() ? QByteArray() : ";CN=\"" + shown + '"'),
                         "mailto:" + mailbox.address.toUtf8().simplified());
        }
    };
    if (!item.recipients.empty()) {
        add("ORGANIZER", senderOf(item));
    }
    for (const Mailbox& one : recipientsOf(item, Role::To)) {
        add("ATTENDEE;ROLE=REQ-PARTICIPANT", one);
    }
    for (const Mailbox& one : recipientsOf(item, Role::Cc)) {
        add("ATTENDEE;ROLE=OPT-PARTICIPANT", one);
    }
}

} // namespace

QByteArray appointmentEntry(const Item& item, const QString& text)
{
    const PropertyBag& p = item.properties;
    const std::optional<Recurrence> recurrence = readRecurrence(p.bytes(id::recurrence));
    const QByteArray zone = recurrence ? timeZoneLines(p.bytes(id::timeZoneStruct), zoneName) : QByteArray();
    ContentLines lines = begun(p, "VEVENT", zone);
    if (recurrence) {
        addRepeatedTime(lines, p, *recurrence, !zone.isEmpty());
    } else {
        addSingleTime(lines, p);
    }
    lines.add("LOCATION", p.text(id::location));
    addPeople(lines, item);
    if (p.integer(id::busyStatus).value_or(2) == 0) {
        lines.addRaw("TRANSP", "TRANSPARENT");
    }
    if (p.flag(id::reminderSet)) {
        const qint64 minutes = std::clamp<qint64>(p.integer(id::reminderDelta).value_or(15), 0, 60LL * 24 * 365);
        lines.addRaw("BEGIN", "VALARM");
        lines.addRaw("ACTION", "DISPLAY");
        lines.add("DESCRIPTION", subjectOf(p).isEmpty() ? QStringLiteral("-") : subjectOf(p));
        lines.addRaw("TRIGGER", "-PT" + QByteArray::number(minutes) + "M");
        lines.addRaw("END", "VALARM");
    }
    return ended(lines, p, "VEVENT", text);
}

QByteArray taskEntry(const Item& item, const QString& text)
{
    static constexpr const char* states[] = {"NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "IN-PROCESS", "NEEDS-ACTION"};
    const PropertyBag& p = item.properties;
    ContentLines lines = begun(p, "VTODO", {});
    const auto addDay = [&](const QByteArray& name, PropertyKey key) {
        if (const QDateTime time = p.time(key); time.isValid()) {
            lines.addRaw(name + ";VALUE=DATE", dayOf(time));
        }
    };
    addDay("DTSTART", id::taskStart);
    addDay("DUE", id::taskDue);
    if (const QDateTime done = p.time(id::taskCompleted); done.isValid()) {
        lines.addRaw("COMPLETED", ContentLines::utc(done));
    }
    const qint64 status = p.flag(id::taskComplete) ? 2 : p.integer(id::taskStatus).value_or(0);
    lines.addRaw("STATUS", status >= 0 && status < 5 ? states[status] : states[0]);
    if (const double percent = p.number(id::percentComplete).value_or(0); percent > 0 && percent <= 1) {
        lines.addRaw("PERCENT-COMPLETE", QByteArray::number(qRound(percent * 100)));
    }
    if (const qint64 importance = p.integer(id::importance).value_or(1); importance != 1) {
        lines.addRaw("PRIORITY", importance == 2 ? "1" : "9");
    }
    if (const std::optional<Recurrence> recurrence = readRecurrence(p.bytes(id::taskRecurrence)); recurrence) {
        lines.addRaw("RRULE", recurrence->rule);
    }
    return ended(lines, p, "VTODO", text);
}

QByteArray journalEntry(const Item& item, const QString& text)
{
    const PropertyBag& p = item.properties;
    ContentLines lines = begun(p, "VJOURNAL", {});
    if (const QDateTime start = p.time(id::commonStart); start.isValid()) {
        lines.addRaw("DTSTART", ContentLines::utc(start));
    }
    return ended(lines, p, "VJOURNAL", text);
}

} // namespace staffelstab::mail::mapi
