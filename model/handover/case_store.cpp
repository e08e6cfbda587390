// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_store.h"

#include "core/platform.h"
#include "handover/archive_progress.h"
#include "handover/case_codec.h"
#include "handover/case_database.h"
#include "handover/scan_progress.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <array>

namespace staffelstab::handover {

namespace {

/** 1: only decisions in force, none that was taken back. */
constexpr int schemaVersion = 2;
/** In the place of a verdict: an earlier decision of the same scope and key is taken back. */
constexpr int takenBack = -1;
/** Rows held before they are written. */
constexpr separation::Row rowsAtOnce = 2000;
constexpr int applicationId = 0x53544142; // "STAB"

constexpr std::array schema{
    "CREATE TABLE topic (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE folder (number INTEGER PRIMARY KEY, facts BLOB NOT NULL)",
    "CREATE TABLE message (number INTEGER PRIMARY KEY, facts BLOB NOT NULL)",
    "CREATE TABLE decision (number INTEGER PRIMARY KEY, scope INTEGER NOT NULL, key TEXT NOT NULL, verdict INTEGER NOT "
    "NULL, "
    "at TEXT NOT NULL)",
    "CREATE TABLE copy (mailbox INTEGER NOT NULL, folder INTEGER NOT NULL, key BLOB NOT NULL, fingerprint BLOB NOT "
    "NULL, "
    "bytes INTEGER NOT NULL, sha256 BLOB NOT NULL, fate INTEGER NOT NULL, PRIMARY KEY (mailbox, folder, key))",
    "CREATE TABLE journal (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, what TEXT NOT NULL, "
    "facts TEXT NOT NULL, hash BLOB NOT NULL)",
    "CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); "
    "END",
    "CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); "
    "END",
};

Status markVersion(CaseDatabase& database)
{
    return database.run(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion));
}

Status makeSchema(CaseDatabase& database)
{
    return database.transact([&]() -> Status {
        for (const char* statement : schema) {
            if (Status made = database.run(QString::fromLatin1(statement)); !made) {
                return made;
            }
        }
        if (Status marked = database.run(QStringLiteral("PRAGMA application_id=%1").arg(applicationId)); !marked) {
            return marked;
        }
        return markVersion(database);
    });
}

Result<int> pragma(CaseDatabase& database, const QString& name)
{
    Result<QSqlQuery> asked = database.ask(QStringLiteral("PRAGMA ") + name);
    if (!asked) {
        return asked.failure();
    }
    return asked->next() ? asked->value(0).toInt() : 0;
}

Status writeTopics(CaseDatabase& database, const CaseStore::Topics& topics)
{
    std::vector<QVariantList> rows;
    rows.reserve(topics.size());
    for (const auto& [name, value] : topics) {
        rows.push_back({name, QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact))});
    }
    return database.transact([&] {
        return database.runEach(QStringLiteral("INSERT INTO topic (name, value) VALUES (?, ?) "
                                               "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                                rows);
    });
}

/** A fresh database; what an earlier attempt left under this name is thrown away. */
Status makeFile(const QString& path, const CaseStore::Topics& topics)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral("-journal"));
    QFile made(path);
    if (!made.open(QIODevice::NewOnly | QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return platform::lastFileError(path);
    }
    made.close();
    Result<CaseDatabase> database = CaseDatabase::open(path);
    if (!database) {
        return database.failure();
    }
    if (Status schemed = makeSchema(*database); !schemed) {
        return schemed;
    }
    return writeTopics(*database, topics);
}

bool isSame(const separation::Decision& a, const separation::Decision& b)
{
    return a.scope == b.scope && a.verdict == b.verdict && a.key == b.key && a.at == b.at && a.isInParts == b.isInParts;
}

int codeOf(const separation::Decision& decision)
{
    const bool isTakenBack = decision.verdict == separation::Verdict::Undecided && !decision.isInParts;
    return isTakenBack ? takenBack : static_cast<int>(decision.verdict);
}

separation::Decision decisionFrom(const QSqlQuery& row)
{
    using separation::Verdict;
    const int code = row.value(2).toInt();
    const Verdict verdict = code == takenBack ? Verdict::Undecided : static_cast<Verdict>(code);
    return {static_cast<separation::Scope>(row.value(0).toInt()), row.value(1).toString(), verdict,
            QDateTime::fromString(row.value(3).toString(), Qt::ISODateWithMs),
            verdict == Verdict::Undecided && code != takenBack};
}

} // namespace

CaseStore::CaseStore(QString file) : m_file(std::move(file)), m_lock(m_file + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0);
}

Status CaseStore::lock()
{
    if (m_lock.tryLock()) {
        return Done{};
    }
    if (m_lock.error() == QLockFile::LockFailedError) {
        return Failure{Failure::Kind::CaseInUse, m_file, {}};
    }
    return Failure{Failure::Kind::FileNotWritable, m_file, {}};
}

Result<std::unique_ptr<CaseStore>> CaseStore::create(const QString& file, const Topics& topics)
{
    std::unique_ptr<CaseStore> store(new CaseStore(file));
    if (Status locked = store->lock(); !locked) {
        return locked.failure();
    }
    if (QFileInfo::exists(file)) {
        return Failure{Failure::Kind::FileExists, file, {}};
    }
    const QString part = file + QStringLiteral(".part");
    if (Status made = makeFile(part, topics); !made) {
        QFile::remove(part);
        return made.failure();
    }
    if (Status named = platform::replaceFile(part, file); !named) {
        return named.failure();
    }
    return store;
}

Result<std::unique_ptr<CaseStore>> CaseStore::open(const QString& file)
{
    if (!QFileInfo::exists(file)) {
        return Failure{Failure::Kind::FileNotFound, file, {}};
    }
    std::unique_ptr<CaseStore> store(new CaseStore(file));
    if (Status locked = store->lock(); !locked) {
        return locked.failure();
    }
    Result<CaseDatabase> database = CaseDatabase::open(file);
    if (!database) {
        return database.failure();
    }
    const Result<int> id = pragma(*database, QStringLiteral("application_id"));
    const Result<int> version = pragma(*database, QStringLiteral("user_version"));
    if (!id || !version || *id != applicationId) {
        return Failure{Failure::Kind::CaseDamaged, file, {}};
    }
    if (*version > schemaVersion) {
        return Failure{Failure::Kind::CaseTooNew, file, QString::number(*version)};
    }
    if (*version < schemaVersion) {
        // An older program would take for decided what was taken back.
        if (Status marked = markVersion(*database); !marked) {
            return marked.failure();
        }
    }
    return store;
}

Result<QJsonObject> CaseStore::topic(const QString& name)
{
    Result<CaseDatabase> database = CaseDatabase::open(m_file);
    if (!database) {
        return database.failure();
    }
    Result<QSqlQuery> asked = database->ask(QStringLiteral("SELECT value FROM topic WHERE name = ?"), {name});
    if (!asked) {
        return asked.failure();
    }
    return asked->next() ? QJsonDocument::fromJson(asked->value(0).toString().toUtf8()).object() : QJsonObject();
}

Status CaseStore::saveTopic(const QString& name, const QJsonObject& value)
{
    return saveTopics({{name, value}});
}

Status CaseStore::saveTopics(const Topics& topics)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    return opened ? writeTopics(*opened, topics) : Status(opened.failure());
}

Status CaseStore::saveMessages(const separation::MessageTable& table, const QJsonObject& scan)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    CaseDatabase& database = *opened;
    const auto insertMessages = [&]() -> Status {
        for (separation::Row first = 0; first < table.size(); first += rowsAtOnce) {
            std::vector<QVariantList> rows;
            for (separation::Row row = first; row < std::min(table.size(), first + rowsAtOnce); ++row) {
                rows.push_back({row, encodeFacts(table.facts(row))});
            }
            if (Status inserted = database.runEach(QStringLiteral("INSERT INTO message VALUES (?, ?)"), rows);
                !inserted) {
                return inserted;
            }
        }
        return Done{};
    };
    return database.transact([&]() -> Status {
        std::vector<QVariantList> folders;
        for (const separation::TableFolder& folder : table.folders()) {
            folders.push_back({static_cast<int>(folders.size()), encodeFolder(folder)});
        }
        const QString text = QString::fromUtf8(QJsonDocument(scan).toJson(QJsonDocument::Compact));
        for (const Status& step :
             {ScanProgress::forget(database), database.run(QStringLiteral("DELETE FROM message")),
              database.run(QStringLiteral("DELETE FROM folder")), database.run(QStringLiteral("DELETE FROM copy")),
              database.runEach(QStringLiteral("INSERT INTO folder VALUES (?, ?)"), folders),
              database.run(QStringLiteral("INSERT OR REPLACE INTO topic VALUES ('scan', ?)"), {text})}) {
            if (!step) {
                return step;
            }
        }
        return insertMessages();
    });
}

Status CaseStore::loadMessages(separation::MessageTable& table)
{
    Result<CaseDatabase> database = CaseDatabase::open(m_file);
    if (!database) {
        return database.failure();
    }
    Result<QSqlQuery> folders = database->ask(QStringLiteral("SELECT facts FROM folder ORDER BY number"));
    if (!folders) {
        return folders.failure();
    }
    while (folders->next()) {
        Result<separation::TableFolder> folder = decodeFolder(folders->value(0).toByteArray());
        if (!folder) {
            return Failure{Failure::Kind::CaseDamaged, m_file, folder.failure().detail};
        }
        table.addFolder(std::move(*folder));
    }
    Result<QSqlQuery> messages = database->ask(QStringLiteral("SELECT facts FROM message ORDER BY number"));
    if (!messages) {
        return messages.failure();
    }
    while (messages->next()) {
        const Result<separation::MessageFacts> facts = decodeFacts(messages->value(0).toByteArray());
        if (!facts || facts->folder >= table.folders().size()) {
            return Failure{Failure::Kind::CaseDamaged, m_file, QStringLiteral("message %1").arg(table.size())};
        }
        table.append(*facts);
    }
    table.squeeze();
    return Done{};
}

Status CaseStore::saveDecisions(const std::vector<separation::Decision>& history)
{
    const auto [kept, changed] =
        std::mismatch(m_savedDecisions.begin(), m_savedDecisions.end(), history.begin(), history.end(), isSame);
    const auto first = static_cast<qint64>(kept - m_savedDecisions.begin());
    if (kept == m_savedDecisions.end() && changed == history.end()) {
        return Done{};
    }
    std::vector<QVariantList> rows;
    for (auto decision = changed; decision != history.end(); ++decision) {
        rows.push_back({first + static_cast<qint64>(rows.size()), static_cast<int>(decision->scope), decision->key,
                        codeOf(*decision), decision->at.toUTC().toString(Qt::ISODateWithMs)});
    }
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    Status saved = opened->transact([&]() -> Status {
        if (Status cut = opened->run(QStringLiteral("DELETE FROM decision WHERE number >= ?"), {first}); !cut) {
            return cut;
        }
        return opened->runEach(QStringLiteral("INSERT INTO decision VALUES (?, ?, ?, ?, ?)"), rows);
    });
    if (saved) {
        m_savedDecisions = history;
    }
    return saved;
}

Result<std::vector<separation::Decision>> CaseStore::loadDecisions()
{
    Result<CaseDatabase> database = CaseDatabase::open(m_file);
    if (!database) {
        return database.failure();
    }
    Result<QSqlQuery> rows =
        database->ask(QStringLiteral("SELECT scope, key, verdict, at FROM decision ORDER BY number"));
    if (!rows) {
        return rows.failure();
    }
    m_savedDecisions.clear();
    while (rows->next()) {
        m_savedDecisions.push_back(decisionFrom(*rows));
    }
    return m_savedDecisions;
}

Status CaseStore::wipe(const std::vector<QString>& topics)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    std::vector<QVariantList> names;
    names.reserve(topics.size());
    for (const QString& topic : topics) {
        names.push_back({topic});
    }
    Status deleted = opened->transact([&]() -> Status {
        for (const char* table : {"message", "folder", "decision", "copy"}) {
            if (Status emptied = opened->run(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))); !emptied) {
                return emptied;
            }
        }
        for (const Status& forgotten : {ScanProgress::forget(*opened), ArchiveProgress::forget(*opened)}) {
            if (!forgotten) {
                return forgotten;
            }
        }
        return opened->runEach(QStringLiteral("DELETE FROM topic WHERE name = ?"), names);
    });
    if (!deleted) {
        return deleted;
    }
    m_savedDecisions.clear();
    return opened->run(QStringLiteral("VACUUM"));
}

} // namespace staffelstab::handover
