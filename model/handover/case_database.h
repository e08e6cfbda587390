// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace staffelstab::handover {

/**
 * One SQLite connection to a case file, for the thread and the scope it is opened in. Every committed transaction is on
 * the medium (synchronous=FULL); deleted content is overwritten (secure_delete).
 */
class CaseDatabase
{
public:
    static Result<CaseDatabase> open(const QString& file);
    ~CaseDatabase();
    CaseDatabase(CaseDatabase&& other) noexcept;
    CaseDatabase& operator=(CaseDatabase&&) = delete;

    /** Runs one statement. */
    Status run(const QString& sql, const QVariantList& values = {});
    /** Runs one statement for each row of values, prepared once. */
    Status runEach(const QString& sql, const std::vector<QVariantList>& rows);
    Result<QSqlQuery> ask(const QString& sql, const QVariantList& values = {});

    /** Runs `work` in one transaction; a Failure from it rolls everything back. */
    template <typename Work>
    Status transact(Work work)
    {
        if (Status begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
            return begun;
        }
        Status done = work();
        if (!done) {
            static_cast<void>(run(QStringLiteral("ROLLBACK")));
            return done;
        }
        return run(QStringLiteral("COMMIT"));
    }

private:
    explicit CaseDatabase(QString connection, QString file);
    [[nodiscard]] Failure failureOf(const QSqlQuery& query) const;

    QString m_connection;
    QString m_file;
};

} // namespace staffelstab::handover
