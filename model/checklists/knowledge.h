// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace staffelstab::checklists {

/**
 * What the leaver knows and others will need: IT-Grundschutz ORP.2.A2 wants the successor briefed or, where that cannot
 * be, detailed documentation; emergency plans brought up to date; the duty of secrecy pointed out once more.
 */
struct KnowledgeNotes
{
    enum class Briefing { Open, Done, Planned, Written };
    Briefing briefing = Briefing::Open;
    /** The day of the briefing, past or planned. */
    QDate briefedOn;
    /** Who briefs whom, if it is not leaver and successor. */
    QString briefedBy;
    /** Where the documentation lies; needed for Briefing::Written. */
    QString documentation;

    struct Task
    {
        QString what;
        QDate next;
        /** Who goes on with it; empty: open. */
        QString to;
        bool operator==(const Task&) const = default;
    };
    QList<Task> recurringTasks;

    /** Something that needs a new owner. Never a secret: accounts are named, their passwords are not. */
    struct Entry
    {
        enum class Kind { SharedFolder, Licence, EmergencyRole, Account, Promise };
        Kind kind = Kind::SharedFolder;
        QString what;
        /** The new owner; empty: open. */
        QString to;
        bool operator==(const Entry&) const = default;
    };
    QList<Entry> entries;

    bool isSecrecyRead = false;

    /** Briefed, planned for a day, or written down at a named place. */
    [[nodiscard]] bool isBriefingSettled() const
    {
        return briefing == Briefing::Written ? !documentation.trimmed().isEmpty()
                                             : briefing != Briefing::Open && briefedOn.isValid();
    }
    /** Tasks and entries nobody has taken over yet. */
    [[nodiscard]] int withoutOwner() const;
    /** Takes over the tasks and entries whose name does not stand here yet; how many those were. */
    int add(const KnowledgeNotes& proposed);
    bool operator==(const KnowledgeNotes&) const = default;
};

} // namespace staffelstab::checklists
