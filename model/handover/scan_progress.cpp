// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/scan_progress.h"

#include "handover/case_codec.h"

namespace staffelstab::handover {

namespace {
constexpr std::size_t mostWaiting = 2000;
/** Two thousand large messages over a slow line would be hours. */
constexpr qint64 mostBytesWaiting = 64LL << 20;
} // namespace

Result<ScanProgress> ScanProgress::open(const QString& caseFile)
{
    Result<CaseDatabase> database = CaseDatabase::open(caseFile);
    if (!database) {
        return database.failure();
    }
    ScanProgress progress(std::move(*database));
    if (Status made = progress.m_database.run(
            QStringLiteral("CREATE TABLE IF NOT EXISTS scan_part (mailbox TEXT NOT NULL, folder BLOB NOT NULL, "
                           "key BLOB NOT NULL, facts BLOB NOT NULL, stamp BLOB, PRIMARY KEY (mailbox, folder, "
                           "key)) WITHOUT ROWID"));
        !made) {
        return made.failure();
    }
    if (Status made = ScanSequence::makeTables(progress.m_database); !made) {
        return made.failure();
    }
    Result<QSqlQuery> any = progress.m_database.ask(QStringLiteral("SELECT 1 FROM scan_part LIMIT 1"));
    if (!any) {
        return any.failure();
    }
    progress.m_hasAny = any->next();
    return progress;
}

std::optional<separation::MessageFacts> ScanProgress::find(const QString& mailbox, const QByteArray& folder,
                                                           const mail::MessageKey& key, const QByteArray& stamp)
{
    if (!m_hasAny) {
        return std::nullopt;
    }
    Result<QSqlQuery> asked = m_database.ask(
        QStringLiteral("SELECT facts, stamp FROM scan_part WHERE mailbox = ? AND folder = ? AND key = ?"),
        {mailbox, folder, key});
    if (!asked || !asked->next() || asked->value(1).toByteArray() != stamp) {
        return std::nullopt;
    }
    Result<separation::MessageFacts> facts = decodeFacts(asked->value(0).toByteArray());
    return facts && facts->key == key ? std::optional(std::move(*facts)) : std::nullopt;
}

void ScanProgress::add(const QString& mailbox, const QByteArray& folder, const separation::MessageFacts& facts,
                       const QByteArray& stamp)
{
    m_waiting.push_back({mailbox, folder, facts.key, encodeFacts(facts), stamp});
    m_bytesWaiting += facts.bytes;
    if (m_waiting.size() >= mostWaiting || m_bytesWaiting >= mostBytesWaiting) {
        flush();
    }
}

void ScanProgress::flush()
{
    const std::vector<QVariantList> rows = std::exchange(m_waiting, {});
    m_bytesWaiting = 0;
    static_cast<void>(m_database.transact([&] {
        return m_database.runEach(QStringLiteral("INSERT OR REPLACE INTO scan_part VALUES (?, ?, ?, ?, ?)"), rows);
    }));
}

Status ScanProgress::forget(CaseDatabase& database)
{
    Status forgotten = database.run(QStringLiteral("DROP TABLE IF EXISTS scan_part"));
    return forgotten ? ScanSequence::forget(database) : forgotten;
}

} // namespace staffelstab::handover
