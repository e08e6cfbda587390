// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_database.h"

#include <QSqlError>
#include <QUuid>

#include <array>
#include <utility>

namespace staffelstab::handover {

namespace {

/** SQLite's own result codes that are told apart (sqlite.org/rescode.html). */
Failure::Kind kindOf(const QString& nativeCode)
{
    switch (nativeCode.toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Failure::Kind::CaseInUse;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return Failure::Kind::FileNotWritable;
    case 10: // SQLITE_IOERR
        return Failure::Kind::MediumGone;
    case 13: // SQLITE_FULL
        return Failure::Kind::DiskFull;
    default:
        return Failure::Kind::CaseDamaged;
    }
}

/** No column takes NULL; a text or bytes that nobody set are empty. */
QVariant bindable(const QVariant& value)
{
    if (value.userType() == QMetaType::QString && value.toString().isNull()) {
        return QStringLiteral("");
    }
    const bool isNoBytes = value.userType() == QMetaType::QByteArray && value.toByteArray().isNull();
    return isNoBytes ? QVariant(QByteArray("")) : value;
}

} // namespace

CaseDatabase::CaseDatabase(QString connection, QString file)
    : m_connection(std::move(connection)), m_file(std::move(file))
{
}

CaseDatabase::CaseDatabase(CaseDatabase&& other) noexcept
    : m_connection(std::exchange(other.m_connection, {})), m_file(std::move(other.m_file))
{
}

CaseDatabase::~CaseDatabase()
{
    if (!m_connection.isEmpty()) {
        QSqlDatabase::removeDatabase(m_connection);
    }
}

Failure CaseDatabase::failureOf(const QSqlQuery& query) const
{
    const QSqlError error = query.lastError();
    return {kindOf(error.nativeErrorCode()), m_file, error.databaseText()};
}

Result<CaseDatabase> CaseDatabase::open(const QString& file)
{
    const QString connection = QStringLiteral("case-") + QUuid::createUuid().toString(QUuid::Id128);
    CaseDatabase opened(connection, file);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        if (!database.open()) {
            const QSqlError error = database.lastError();
            return Failure{kindOf(error.nativeErrorCode()), file, error.databaseText()};
        }
    }
    static constexpr std::array pragmas{"PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL",
                                        "PRAGMA secure_delete=ON", "PRAGMA temp_store=MEMORY",
                                        "PRAGMA trusted_schema=OFF"};
    for (const char* pragma : pragmas) {
        if (Status set = opened.run(QString::fromLatin1(pragma)); !set) {
            return set.failure();
        }
    }
    return opened;
}

Result<QSqlQuery> CaseDatabase::ask(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failureOf(query);
    }
    for (const QVariant& value : values) {
        query.addBindValue(bindable(value));
    }
    if (!query.exec()) {
        return failureOf(query);
    }
    return query;
}

Status CaseDatabase::run(const QString& sql, const QVariantList& values)
{
    Result<QSqlQuery> asked = ask(sql, values);
    if (!asked) {
        return asked.failure();
    }
    return Done{};
}

Status CaseDatabase::runEach(const QString& sql, const std::vector<QVariantList>& rows)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    if (!query.prepare(sql)) {
        return failureOf(query);
    }
    for (const QVariantList& row : rows) {
        for (int i = 0; i < row.size(); ++i) {
            query.bindValue(i, bindable(row.at(i)));
        }
        if (!query.exec()) {
            return failureOf(query);
        }
    }
    return Done{};
}

} // namespace staffelstab::handover
