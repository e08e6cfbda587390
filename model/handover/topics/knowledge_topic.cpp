// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/knowledge_topic.h"

#include "handover/handover_case.h"
#include "handover/json_values.h"
#include "handover/open_points.h"
#include "receipt/sections/knowledge_section.h"
#include "separation/running_matters.h"

#include <QLocale>

namespace staffelstab::handover {

namespace {

using checklists::KnowledgeNotes;

QString nameOf(KnowledgeNotes::Briefing briefing)
{
    static const char* const names[]{"open", "done", "planned", "written"};
    return QString::fromLatin1(names[static_cast<int>(briefing)]);
}

QString nameOf(KnowledgeNotes::Entry::Kind kind)
{
    static const char* const names[]{"shared_folder", "licence", "emergency_role", "account", "promise"};
    return QString::fromLatin1(names[static_cast<int>(kind)]);
}

QDate dayFrom(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

} // namespace

QJsonObject KnowledgeSheet::toJson() const
{
    QJsonArray tasks;
    for (const KnowledgeNotes::Task& task : notes.recurringTasks) {
        tasks.append(QJsonObject{{"what", task.what}, {"next", task.next.toString(Qt::ISODate)}, {"to", task.to}});
    }
    QJsonArray entries;
    for (const KnowledgeNotes::Entry& entry : notes.entries) {
        entries.append(QJsonObject{{"kind", static_cast<int>(entry.kind)}, {"what", entry.what}, {"to", entry.to}});
    }
    return {{"briefing", static_cast<int>(notes.briefing)},
            {"briefed_on", notes.briefedOn.toString(Qt::ISODate)},
            {"briefed_by", notes.briefedBy},
            {"documentation", notes.documentation},
            {"tasks", tasks},
            {"entries", entries},
            {"secrecy_read", notes.isSecrecyRead}};
}

KnowledgeSheet KnowledgeSheet::fromJson(const QJsonObject& json)
{
    KnowledgeSheet sheet;
    KnowledgeNotes& notes = sheet.notes;
    notes.briefing = enumFrom(json["briefing"], KnowledgeNotes::Briefing::Written);
    notes.briefedOn = dayFrom(json["briefed_on"]);
    notes.briefedBy = json["briefed_by"].toString();
    notes.documentation = json["documentation"].toString();
    const QJsonArray tasks = json["tasks"].toArray();
    for (const QJsonValue task : tasks) {
        notes.recurringTasks.append({task["what"].toString(), dayFrom(task["next"]), task["to"].toString()});
    }
    const QJsonArray entries = json["entries"].toArray();
    for (const QJsonValue entry : entries) {
        notes.entries.append({enumFrom(entry["kind"], KnowledgeNotes::Entry::Kind::Promise), entry["what"].toString(),
                              entry["to"].toString()});
    }
    notes.isSecrecyRead = json["secrecy_read"].toBool();
    return sheet;
}

std::vector<Blocker> KnowledgeSheet::blockers(const HandoverCase& handover)
{
    const KnowledgeNotes& notes = handover.topic<KnowledgeSheet>().notes;
    return notes.isBriefingSettled() && notes.isSecrecyRead ? std::vector<Blocker>{}
                                                            : std::vector<Blocker>{{Blocker::Kind::KnowledgeOpen}};
}

void KnowledgeSheet::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto& sheet = handover.topicIfSet<KnowledgeSheet>();
    if (!sheet) {
        return;
    }
    const KnowledgeNotes& notes = sheet->notes;
    const bool isChosen = notes.briefing != KnowledgeNotes::Briefing::Open;
    open.addIf(!isChosen, "no_briefing");
    const bool isWritten = notes.briefing == KnowledgeNotes::Briefing::Written;
    open.addIf(isWritten && !notes.isBriefingSettled(), "documentation_without_place");
    open.addIf(isChosen && !isWritten && !notes.isBriefingSettled(), "briefing_without_day");
    open.addIf(notes.briefing == KnowledgeNotes::Briefing::Planned && notes.briefedOn.isValid(), "briefing_planned");
    open.addIf(notes.withoutOwner() > 0, "knowledge_without_owner", notes.withoutOwner());
    open.addIf(!notes.isSecrecyRead, "secrecy_not_read");
}

void KnowledgeSheet::addToRecord(const HandoverCase& handover, receipt::ReceiptRecord& record)
{
    const auto& sheet = handover.topicIfSet<KnowledgeSheet>();
    if (!sheet) {
        return;
    }
    const KnowledgeNotes& notes = sheet->notes;
    const bool hasDay =
        notes.briefing == KnowledgeNotes::Briefing::Done || notes.briefing == KnowledgeNotes::Briefing::Planned;
    receipt::KnowledgeSection section;
    section.briefing = nameOf(notes.briefing);
    section.briefedOn = hasDay ? notes.briefedOn : QDate();
    section.briefedBy = hasDay ? notes.briefedBy : QString();
    section.documentation = notes.documentation;
    for (const KnowledgeNotes::Task& task : notes.recurringTasks) {
        section.items.push_back({QStringLiteral("task"), task.what, task.next, task.to});
    }
    for (const KnowledgeNotes::Entry& entry : notes.entries) {
        section.items.push_back({nameOf(entry.kind), entry.what, {}, entry.to});
    }
    section.isSecrecyRead = notes.isSecrecyRead;
    section.secrecyVersion = policy::secrecyReminder(handover.policy(), handover.language()).version;
    record.set(std::move(section));
}

KnowledgeNotes knowledgeFromMailbox(const HandoverCase& handover)
{
    const QDateTime now = handover.clock().now();
    const QString successor = handover.people().successor.name;
    const bool isGerman = handover.language() == QLatin1String("de");
    const QString format = isGerman ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("d MMM yyyy");
    KnowledgeNotes notes;
    for (const separation::RecurringMatter& matter : separation::recurringMatters(handover.plan(), now)) {
        notes.recurringTasks.append({matter.subject, matter.next, successor});
    }
    for (const separation::OpenMatter& matter : separation::openMatters(handover.plan(), now)) {
        const QString day = QLocale::c().toString(matter.since, format);
        notes.entries.append({KnowledgeNotes::Entry::Kind::Promise,
                              QStringLiteral("%1 (%2, %3)").arg(matter.subject, matter.from, day), successor});
    }
    return notes;
}

} // namespace staffelstab::handover
