// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/scan_sequence.h"

#include <optional>
#include <vector>

namespace staffelstab::handover {

/**
 * What a scan has found so far, in the case file, so that one that was stopped or killed goes on without reading again
 * what is done. By key and stamp where a store finds messages apart from each other (IMAP: UIDVALIDITY and UID;
 * Maildir: the file's name; .eml: name, size and times of the file), as a ScanSequence where it finds them one behind
 * the other. It is gone once the scan was recorded (CaseStore::saveMessages()). For the thread that opened it; at most
 * one per case.
 */
class ScanProgress
{
public:
    static Result<ScanProgress> open(const QString& caseFile);

    /** A message of an earlier run of this scan. */
    std::optional<separation::MessageFacts> find(const QString& mailbox, const QByteArray& folder,
                                                 const mail::MessageKey& key, const QByteArray& stamp);
    /** Written in groups; a failure to write only means that the next scan reads more. */
    void add(const QString& mailbox, const QByteArray& folder, const separation::MessageFacts& facts,
             const QByteArray& stamp);
    /** Not to be used longer than this object. */
    [[nodiscard]] ScanSequence sequence(const QString& mailbox, const QByteArray& folder)
    {
        return {m_database, mailbox, folder};
    }
    /** Writes what waits. */
    void flush();

    /** Forgets everything; part of the transaction that saves the whole scan. */
    static Status forget(CaseDatabase& database);

private:
    explicit ScanProgress(CaseDatabase database) : m_database(std::move(database)) {}

    CaseDatabase m_database;
    std::vector<QVariantList> m_waiting;
    qint64 m_bytesWaiting = 0;
    bool m_hasAny = false;
};

} // namespace staffelstab::handover
