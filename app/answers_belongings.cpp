// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

namespace {

using checklists::ConsentAnswer;
using checklists::EquipmentLine;
using checklists::KnowledgeNotes;

/** The value whose name stands at the key; names[i] names static_cast<Value>(i). */
template <typename Value>
Value chosen(TomlTable& table, const QString& key, const QStringList& names, Value fallback)
{
    return static_cast<Value>(names.indexOf(table.choice(key, names, names.at(static_cast<int>(fallback)))));
}

QString needed(TomlTable& table, const QString& key)
{
    QString text = table.text(key).simplified();
    demand(table, key, !text.isEmpty());
    return text;
}

KnowledgeNotes readKnowledge(TomlTable& table)
{
    KnowledgeNotes notes;
    notes.briefing =
        chosen(table, QStringLiteral("briefing"),
               {QStringLiteral("open"), QStringLiteral("done"), QStringLiteral("planned"), QStringLiteral("written")},
               notes.briefing);
    notes.briefedOn = table.date(QStringLiteral("briefed_on"));
    notes.briefedBy = table.text(QStringLiteral("briefed_by")).simplified();
    notes.documentation = table.text(QStringLiteral("documentation")).simplified();
    notes.isSecrecyRead = table.boolean(QStringLiteral("secrecy_read"), false);
    const bool isByDay =
        notes.briefing == KnowledgeNotes::Briefing::Done || notes.briefing == KnowledgeNotes::Briefing::Planned;
    demand(table, QStringLiteral("briefed_on"), !isByDay || notes.briefedOn.isValid());
    demand(table, QStringLiteral("documentation"),
           notes.briefing != KnowledgeNotes::Briefing::Written || !notes.documentation.isEmpty());
    for (TomlTable& task : table.tables(QStringLiteral("task"))) {
        notes.recurringTasks.append({needed(task, QStringLiteral("what")), task.date(QStringLiteral("next")),
                                     task.text(QStringLiteral("to")).simplified()});
    }
    for (TomlTable& entry : table.tables(QStringLiteral("entry"))) {
        const auto kind =
            chosen(entry, QStringLiteral("kind"),
                   {QStringLiteral("shared_folder"), QStringLiteral("licence"), QStringLiteral("emergency_role"),
                    QStringLiteral("account"), QStringLiteral("promise")},
                   KnowledgeNotes::Entry::Kind::SharedFolder);
        notes.entries.append(
            {kind, needed(entry, QStringLiteral("what")), entry.text(QStringLiteral("to")).simplified()});
    }
    return notes;
}

QList<EquipmentLine::LockState> readLocks(TomlTable& table)
{
    static const QStringList names{QStringLiteral("activation"), QStringLiteral("sim_pin"),
                                   QStringLiteral("device_pin"), QStringLiteral("firmware_password"),
                                   QStringLiteral("disk_encryption")};
    QList<EquipmentLine::LockState> locks;
    for (const auto& [key, isRemoved] :
         {std::pair(QStringLiteral("locks_removed"), true), std::pair(QStringLiteral("locks_left"), false)}) {
        const QStringList written = table.texts(key);
        for (const QString& name : written) {
            const qsizetype lock = names.indexOf(name);
            if (lock < 0) {
                table.fail(key, QStringLiteral("%1 may hold: %2").arg(key, names.join(QStringLiteral(", "))));
                continue;
            }
            locks.append({static_cast<EquipmentLine::Lock>(lock), isRemoved});
        }
    }
    return locks;
}

Answers::Equipment readEquipment(TomlTable& table, const QDir& folder)
{
    Answers::Equipment equipment;
    EquipmentLine& line = equipment.line;
    equipment.csvFile = readPath(table, QStringLiteral("csv"), folder);
    line.item = table.text(QStringLiteral("item")).simplified();
    if (line.item.isEmpty() == equipment.csvFile.isEmpty()) {
        table.fail(QStringLiteral("item"), QStringLiteral("equipment needs either item or csv"));
    }
    line.inventoryNumber = table.text(QStringLiteral("inventory")).simplified();
    line.serialNumber = table.text(QStringLiteral("serial")).simplified();
    line.accessories = table.text(QStringLiteral("accessories")).simplified();
    line.remark = table.text(QStringLiteral("remark")).simplified();
    line.agreement = table.text(QStringLiteral("agreement")).simplified();
    line.photoFile = readPath(table, QStringLiteral("photo"), folder);
    line.condition = chosen(
        table, QStringLiteral("condition"),
        {QStringLiteral("not_stated"), QStringLiteral("good"), QStringLiteral("worn"), QStringLiteral("damaged")},
        line.condition);
    line.state =
        chosen(table, QStringLiteral("state"),
               {QStringLiteral("open"), QStringLiteral("returned"), QStringLiteral("missing"), QStringLiteral("stays")},
               line.state);
    line.locks = readLocks(table);
    demand(table, QStringLiteral("agreement"), line.state != EquipmentLine::State::Stays || !line.agreement.isEmpty());
    return equipment;
}

ConsentAnswer readConsent(TomlTable& table)
{
    ConsentAnswer consent;
    consent.id = needed(table, QStringLiteral("id"));
    demand(table, QStringLiteral("answer"), table.has(QStringLiteral("answer")));
    const QString answer =
        table.choice(QStringLiteral("answer"), {QStringLiteral("yes"), QStringLiteral("no")}, QStringLiteral("no"));
    consent.answer = answer == QStringLiteral("yes") ? ConsentAnswer::Answer::Yes : ConsentAnswer::Answer::No;
    consent.address = table.text(QStringLiteral("address")).trimmed();
    consent.days = static_cast<int>(table.integer(QStringLiteral("days"), 1, 3660, 0));
    if (!consent.address.isEmpty() && !checklists::isAddress(consent.address)) {
        table.fail(QStringLiteral("address"), QStringLiteral("address must be one e-mail address"));
    }
    return consent;
}

} // namespace

void readBelongings(TomlTable& root, Answers& answers, const QDir& folder)
{
    if (auto table = root.table(QStringLiteral("knowledge"))) {
        answers.knowledge = readKnowledge(*table);
        answers.isKnowledgeFromMailbox = table->boolean(QStringLiteral("from_mailbox"), false);
    }
    for (TomlTable& table : root.tables(QStringLiteral("equipment"))) {
        answers.equipment.push_back(readEquipment(table, folder));
    }
    for (TomlTable& table : root.tables(QStringLiteral("consent"))) {
        answers.consents.append(readConsent(table));
    }
    if (auto calendar = root.table(QStringLiteral("calendar"))) {
        answers.calendarFile = readPath(*calendar, QStringLiteral("file"), folder);
        demand(*calendar, QStringLiteral("file"), !answers.calendarFile.isEmpty());
    }
}

} // namespace staffelstab::app
