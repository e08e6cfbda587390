// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QJsonObject>

#include <vector>

namespace staffelstab::handover {

/** One line of the journal: what was done, when, with which figures. Never subjects, addresses or file names from mail.
 */
struct JournalEntry
{
    qint64 number = 0;
    QDateTime at;
    /** "removal_begins", "removed", "password_changed", "leaver_signed", "countersigned", ... */
    QString what;
    QJsonObject facts;
};

/**
 * Append-only proof of what cannot be taken back. Written before success is shown; each entry carries the SHA-256 of
 * the one before, and the case file itself refuses to change or delete one. Safe from any thread.
 */
class Journal
{
public:
    Journal(QString caseFile, const Clock& clock);

    Status write(const QString& what, const QJsonObject& facts);
    /** All entries; CaseDamaged if the chain of hashes is broken. */
    Result<std::vector<JournalEntry>> entries() const;
    /** True if an entry of this name was written. */
    [[nodiscard]] Result<bool> has(const QString& what) const;

private:
    QString m_file;
    const Clock& m_clock;
};

} // namespace staffelstab::handover
