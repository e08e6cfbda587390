// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/scan_sequence.h"

#include "handover/case_codec.h"
#include "handover/json_values.h"

#include <QJsonDocument>

#include <array>

namespace staffelstab::handover {

namespace {

Failure damaged()
{
    return {Failure::Kind::CaseDamaged, {}, {}};
}

QByteArray encode(const UnreadableEntry& entry)
{
    return QJsonDocument(toJson(std::vector{entry})).toJson(QJsonDocument::Compact);
}

Result<UnreadableEntry> decodeUnreadable(const QByteArray& bytes)
{
    std::vector<UnreadableEntry> entries = entriesFrom(QJsonDocument::fromJson(bytes).array());
    if (entries.size() != 1) {
        return damaged();
    }
    return std::move(entries.front());
}

} // namespace

ScanSequence::ScanSequence(CaseDatabase& database, QString mailbox, QByteArray folder)
    : m_database(database), m_mailbox(std::move(mailbox)), m_folder(std::move(folder))
{
}

Status ScanSequence::makeTables(CaseDatabase& database)
{
    for (const QString& table :
         {QStringLiteral("scan_sequence (mailbox TEXT NOT NULL, folder BLOB NOT NULL, number INTEGER NOT NULL, "
                         "is_readable INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (mailbox, folder, number))"),
          QStringLiteral("scan_place (mailbox TEXT NOT NULL, folder BLOB NOT NULL, entries INTEGER NOT NULL, "
                         "place BLOB NOT NULL, PRIMARY KEY (mailbox, folder))")}) {
        if (Status made = database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS %1 WITHOUT ROWID").arg(table));
            !made) {
            return made;
        }
    }
    return Done{};
}

Status ScanSequence::forget(CaseDatabase& database)
{
    Status forgotten = database.run(QStringLiteral("DROP TABLE IF EXISTS scan_sequence"));
    return forgotten ? database.run(QStringLiteral("DROP TABLE IF EXISTS scan_place")) : forgotten;
}

mail::ScanSink::Place ScanSequence::place()
{
    Result<QSqlQuery> asked =
        m_database.ask(QStringLiteral("SELECT entries, place FROM scan_place WHERE mailbox = ? AND folder = ?"),
                       {m_mailbox, m_folder});
    if (!asked || !asked->next()) {
        return {};
    }
    m_kept = asked->value(0).toLongLong();
    return asked->value(1).toByteArray();
}

Status ScanSequence::visit(const Taker& taker)
{
    Result<QSqlQuery> rows =
        m_database.ask(QStringLiteral("SELECT number, is_readable, content FROM scan_sequence WHERE mailbox = ? AND "
                                      "folder = ? AND number < ? ORDER BY number"),
                       {m_mailbox, m_folder, m_kept});
    if (!rows) {
        return rows.failure();
    }
    qint64 next = 0;
    for (; rows->next(); ++next) {
        if (rows->value(0).toLongLong() != next) {
            return damaged();
        }
        const QByteArray content = rows->value(2).toByteArray();
        if (rows->value(1).toBool()) {
            Result<separation::MessageFacts> facts = decodeFacts(content);
            if (!facts) {
                return facts.failure();
            }
            taker.message(std::move(*facts));
        } else {
            Result<UnreadableEntry> entry = decodeUnreadable(content);
            if (!entry) {
                return entry.failure();
            }
            taker.unreadable(std::move(*entry));
        }
    }
    return next == m_kept ? Status(Done{}) : Status(damaged());
}

Status ScanSequence::takeUp(const Taker& taker)
{
    // What was handed over cannot be taken back: everything is looked at first.
    if (Status whole = visit({[](separation::MessageFacts&&) {}, [](UnreadableEntry&&) {}}); !whole) {
        return whole;
    }
    return visit(taker);
}

void ScanSequence::startOver()
{
    m_kept = 0;
    static_cast<void>(m_database.transact([&] {
        for (const auto& table : {QStringLiteral("scan_place"), QStringLiteral("scan_sequence")}) {
            const QString sql = QStringLiteral("DELETE FROM %1 WHERE mailbox = ? AND folder = ?").arg(table);
            if (Status done = m_database.run(sql, {m_mailbox, m_folder}); !done) {
                return done;
            }
        }
        return Status(Done{});
    }));
}

void ScanSequence::add(bool isReadable, const QByteArray& content)
{
    const qint64 number = m_kept + static_cast<qint64>(m_waiting.size());
    m_waiting.push_back({m_mailbox, m_folder, number, isReadable, content});
}

void ScanSequence::add(const separation::MessageFacts& facts)
{
    add(true, encodeFacts(facts));
}

void ScanSequence::add(const UnreadableEntry& entry)
{
    add(false, encode(entry));
}

void ScanSequence::reached(const mail::ScanSink::Place& place)
{
    const std::vector<QVariantList> rows = std::exchange(m_waiting, {});
    const qint64 entries = m_kept + static_cast<qint64>(rows.size());
    const Status written = m_database.transact([&] {
        Status added =
            m_database.runEach(QStringLiteral("INSERT OR REPLACE INTO scan_sequence VALUES (?, ?, ?, ?, ?)"), rows);
        return added ? m_database.run(QStringLiteral("INSERT OR REPLACE INTO scan_place VALUES (?, ?, ?, ?)"),
                                      {m_mailbox, m_folder, entries, place})
                     : added;
    });
    // Without these rows a later place would claim too much; visit() finds the gap and all is read again.
    static_cast<void>(written);
    m_kept = entries;
}

} // namespace staffelstab::handover
