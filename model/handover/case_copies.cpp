// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_database.h"
#include "handover/case_store.h"

namespace staffelstab::handover {

namespace {
/** Rows held before they are written. */
constexpr std::size_t rowsAtOnce = 2000;
} // namespace

Status CaseStore::saveCopies(const std::vector<VerifiedCopy>& copies)
{
    return saveCopies(copies.size(), [&copies](std::size_t number) { return copies[number]; });
}

Status CaseStore::saveCopies(std::size_t count, const std::function<VerifiedCopy(std::size_t)>& make)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    return opened->transact([&]() -> Status {
        Status done = opened->run(QStringLiteral("DELETE FROM copy"));
        for (std::size_t at = 0; done && at < count;) {
            std::vector<QVariantList> rows;
            for (; at < count && rows.size() < rowsAtOnce; ++at) {
                const VerifiedCopy copy = make(at);
                rows.push_back({copy.mailbox, copy.folder, copy.order.ref.key, copy.order.ref.fingerprint,
                                copy.order.ref.bytes, copy.order.sha256, static_cast<int>(copy.fate)});
            }
            done = opened->runEach(QStringLiteral("INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?)"), rows);
        }
        return done;
    });
}

Result<std::vector<CaseStore::CopiedFolder>> CaseStore::copiedFolders()
{
    Result<CaseDatabase> database = CaseDatabase::open(m_file);
    if (!database) {
        return database.failure();
    }
    Result<QSqlQuery> rows =
        database->ask(QStringLiteral("SELECT mailbox, folder, COUNT(*), SUM(fate = ?) FROM copy GROUP BY mailbox, "
                                     "folder ORDER BY mailbox, folder"),
                      {static_cast<int>(VerifiedCopy::Fate::Removed)});
    if (!rows) {
        return rows.failure();
    }
    std::vector<CopiedFolder> folders;
    while (rows->next()) {
        folders.push_back({static_cast<quint16>(rows->value(0).toUInt()), rows->value(1).toUInt(),
                           rows->value(2).toUInt(), rows->value(3).toUInt()});
    }
    return folders;
}

Result<std::vector<VerifiedCopy>> CaseStore::copies(quint16 mailbox, quint32 folder)
{
    Result<CaseDatabase> database = CaseDatabase::open(m_file);
    if (!database) {
        return database.failure();
    }
    Result<QSqlQuery> rows =
        database->ask(QStringLiteral("SELECT key, fingerprint, bytes, sha256, fate FROM copy WHERE mailbox = ? AND "
                                     "folder = ? ORDER BY key"),
                      {mailbox, folder});
    if (!rows) {
        return rows.failure();
    }
    std::vector<VerifiedCopy> copies;
    while (rows->next()) {
        VerifiedCopy copy;
        copy.mailbox = mailbox;
        copy.folder = folder;
        copy.order.ref = {rows->value(0).toByteArray(), rows->value(1).toByteArray(), rows->value(2).toLongLong()};
        copy.order.sha256 = rows->value(3).toByteArray();
        copy.fate = static_cast<VerifiedCopy::Fate>(rows->value(4).toInt());
        copies.push_back(std::move(copy));
    }
    return copies;
}

Status CaseStore::setFate(quint16 mailbox, quint32 folder, const std::vector<mail::MessageKey>& keys,
                          VerifiedCopy::Fate fate)
{
    Result<CaseDatabase> opened = CaseDatabase::open(m_file);
    if (!opened) {
        return opened.failure();
    }
    std::vector<QVariantList> rows;
    rows.reserve(keys.size());
    for (const mail::MessageKey& key : keys) {
        rows.push_back({static_cast<int>(fate), mailbox, folder, key});
    }
    return opened->transact([&] {
        return opened->runEach(QStringLiteral("UPDATE copy SET fate = ? WHERE mailbox = ? AND folder = ? AND key = ?"),
                               rows);
    });
}

} // namespace staffelstab::handover
