// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/follow_up_calendar.h"

#include "core/ical_writer.h"
#include "core/sha256.h"
#include "receipt/receipt_texts.h"

namespace staffelstab::receipt {

QString ReceiptTexts::followUp(const QString& kind, const QString& subject) const
{
    const std::pair<const char*, QString> sentences[] = {
        {"briefing_planned", tr("Brief the successor")},
        {"task_due", tr("Recurring task is due: %1")},
        {"account_disabled", tr("Disable the account at the end of this day")},
        {"out_of_office_ends", tr("The out-of-office reply ends")},
        {"consent_ends", tr("A consent ends: %1")},
        {"account_deleted", tr("The account may be deleted; it cannot be switched on again after that")},
        {"receipt_retention_ends", tr("Retention of this receipt ends (%1)")},
        {"archive_retention_ends", tr("Retention of the business archive ends (%1)")},
    };
    for (const auto& [name, sentence] : sentences) {
        if (kind == QLatin1String(name)) {
            return sentence.contains(QLatin1String("%1")) ? sentence.arg(subject) : sentence;
        }
    }
    return subject;
}

QString ReceiptTexts::calendarNote(const ReceiptRecord& record) const
{
    return tr("Handover %2 of %1").arg(record.people.leaver.name, record.caseNumber);
}

QByteArray followUpCalendar(const ReceiptRecord& record, const std::vector<FollowUpsSection::Date>& dates,
                            const QDateTime& stamp)
{
    const ReceiptTexts texts(record.language);
    std::vector<CalendarEntry> entries;
    for (const FollowUpsSection::Date& date : dates) {
        const QByteArray about = Sha256::of((date.kind + QLatin1Char('\n') + date.subject).toUtf8()).left(8).toHex();
        CalendarEntry entry;
        entry.uid = QStringLiteral("%1-%2@staffelstab").arg(record.caseNumber, QString::fromLatin1(about));
        entry.when = date.on;
        entry.summary = texts.followUp(date.kind, date.subject);
        entry.description = texts.calendarNote(record);
        entry.alarmBefore = std::chrono::hours(15);
        entries.push_back(std::move(entry));
    }
    return icalendar(entries, stamp);
}

QByteArray followUpCalendar(const ReceiptRecord& record, const QDateTime& stamp)
{
    const auto* section = record.find<FollowUpsSection>();
    return followUpCalendar(record, section ? section->dates : std::vector<FollowUpsSection::Date>{}, stamp);
}

} // namespace staffelstab::receipt
