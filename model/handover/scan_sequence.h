// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/case_database.h"
#include "handover/unreadable_entry.h"
#include "separation/message_table.h"

#include <functional>
#include <vector>

namespace staffelstab::handover {

/**
 * What a scan has found so far in one folder that is read from its beginning to its end (mbox, PST), and the place up
 * to which that is all: both are written in one transaction. Part of ScanProgress, whose database it uses.
 */
class ScanSequence
{
public:
    ScanSequence(CaseDatabase& database, QString mailbox, QByteArray folder);

    static Status makeTables(CaseDatabase& database);
    static Status forget(CaseDatabase& database);

    /** Up to where an earlier run of this scan has everything; empty if nowhere. */
    [[nodiscard]] mail::ScanSink::Place place();
    struct Taker
    {
        std::function<void(separation::MessageFacts&&)> message;
        std::function<void(UnreadableEntry&&)> unreadable;
    };
    /** Hands over all that lies before that place, in order: every entry, or none and a Failure. */
    Status takeUp(const Taker& taker);
    /** Forgets what an earlier run found in this folder. */
    void startOver();

    void add(const separation::MessageFacts& facts);
    void add(const UnreadableEntry& entry);
    /** Writes what waits; a failure to write only means that the next scan reads more. */
    void reached(const mail::ScanSink::Place& place);

private:
    Status visit(const Taker& taker);
    void add(bool isReadable, const QByteArray& content);

    CaseDatabase& m_database;
    QString m_mailbox;
    QByteArray m_folder;
    /** Entries before the place, and those told since. */
    qint64 m_kept = 0;
    std::vector<QVariantList> m_waiting;
};

} // namespace staffelstab::handover
