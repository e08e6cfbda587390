// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace staffelstab {

/**
 * Rows of a CSV file as spreadsheets and inventory programs write them: RFC 4180 with comma, semicolon or tab
 * (whichever the first line holds most of, or what Excel's "sep=" line says), any line end, UTF-8, UTF-16 with a mark,
 * or Windows-1252. The first row is the header.
 */
class CsvReader
{
public:
    /** `name` stands in messages. BadInput if there is no header or the text holds NUL characters. */
    static Result<CsvReader> open(const QByteArray& bytes, const QString& name);

    /** Trimmed; empty names and names that are there twice are kept as they are. */
    [[nodiscard]] const QStringList& header() const { return m_header; }
    /** The next row that is not empty, trimmed and as long as the header. False at the end or at a fault. */
    bool next(QStringList& row);
    /** Where the row begins that next() gave last, from 1. */
    [[nodiscard]] int line() const { return m_rowLine; }
    /** BadInput with "line:column: text" if a row could not be read; nothing after it was given. */
    [[nodiscard]] Status status() const { return m_fault ? Status(*m_fault) : Status(Done{}); }

private:
    CsvReader(QString text, QString name) : m_text(std::move(text)), m_name(std::move(name)) {}
    bool readRow(QStringList& row);
    bool readQuoted(QString& field);
    void findSeparator();
    void endLine();
    [[nodiscard]] QChar here() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    void fail(int line, const QString& why);

    QString m_text;
    QString m_name;
    QStringList m_header;
    QChar m_separator = u',';
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    int m_rowLine = 0;
    std::optional<Failure> m_fault;
};

} // namespace staffelstab
