// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/journal.h"

#include "core/sha256.h"
#include "handover/case_database.h"

#include <QJsonDocument>

namespace staffelstab::handover {

namespace {

QByteArray hashOf(const QByteArray& previous, const QString& at, const QString& what, const QByteArray& facts)
{
    Sha256 hash;
    for (const QByteArray& part : {previous, at.toUtf8(), what.toUtf8(), facts}) {
        hash.add(QByteArray::number(part.size()) + ':');
        hash.add(part);
    }
    return hash.finish();
}

} // namespace

Journal::Journal(QString caseFile, const Clock& clock) : m_file(std::move(caseFile)), m_clock(clock) {}

Status Journal::write(const QString& what, const QJsonObject& facts)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    CaseDatabase& database = *opened;
    return database.transact([&]() -> Status {
        Result<QSqlQuery> last = database.ask(QStringLiteral("SELECT hash FROM journal ORDER BY number DESC LIMIT 1"));
        if (!last) {
            return last.failure();
        }
        const QByteArray previous = last->next() ? last->value(0).toByteArray() : QByteArray();
        last->finish();
        const QString at = m_clock.now().toUTC().toString(Qt::ISODateWithMs);
        const QByteArray text = QJsonDocument(facts).toJson(QJsonDocument::Compact);
        return database.run(QStringLiteral("INSERT INTO journal (at, what, facts, hash) VALUES (?, ?, ?, ?)"),
                            {at, what, QString::fromUtf8(text), hashOf(previous, at, what, text)});
    });
}

Result<std::vector<JournalEntry>> Journal::entries() const
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    Result<QSqlQuery> rows =
        opened->ask(QStringLiteral("SELECT number, at, what, facts, hash FROM journal ORDER BY number"));
    if (!rows) {
        return rows.failure();
    }
    std::vector<JournalEntry> entries;
    QByteArray previous;
    while (rows->next()) {
        const QString at = rows->value(1).toString();
        const QString what = rows->value(2).toString();
        const QByteArray text = rows->value(3).toString().toUtf8();
        const QByteArray hash = rows->value(4).toByteArray();
        if (hash != hashOf(previous, at, what, text)) {
            return Failure{Failure::Kind::CaseDamaged, m_file,
                           QStringLiteral("journal entry %1").arg(rows->value(0).toLongLong())};
        }
        previous = hash;
        entries.push_back({rows->value(0).toLongLong(), QDateTime::fromString(at, Qt::ISODateWithMs), what,
                           QJsonDocument::fromJson(text).object()});
    }
    return entries;
}

Result<bool> Journal::has(const QString& what) const
{
    const Result<std::vector<JournalEntry>> all = entries();
    if (!all) {
        return all.failure();
    }
    return std::any_of(all->begin(), all->end(), [&](const JournalEntry& entry) { return entry.what == what; });
}

} // namespace staffelstab::handover
