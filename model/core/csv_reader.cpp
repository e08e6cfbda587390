// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv_reader.h"

#include <QStringDecoder>

#include <array>

namespace staffelstab {

namespace {

constexpr qsizetype mostColumns = 1000;

/** Windows-1252 differs from Latin-1 in 0x80 to 0x9F; the five bytes without a character stay control characters. */
QString fromWindows1252(const QByteArray& bytes)
{
    static constexpr std::array<char16_t, 32> upper{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0) {
            c = QChar(upper[c.unicode() - 0x80U]);
        }
    }
    return text;
}

QString decoded(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*marked);
        return decoder(bytes);
    }
    QStringDecoder utf8(QStringConverter::Utf8);
    QString text = utf8(bytes);
    return utf8.hasError() ? fromWindows1252(bytes) : text;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

} // namespace

Result<CsvReader> CsvReader::open(const QByteArray& bytes, const QString& name)
{
    CsvReader reader(decoded(bytes), name);
    if (reader.m_text.contains(QChar(u'\0'))) {
        reader.fail(1, QStringLiteral("this is no text"));
        return *reader.m_fault;
    }
    reader.findSeparator();
    while (reader.m_header.join(QString()).isEmpty() && reader.m_at < reader.m_text.size()) {
        reader.m_header.clear();
        if (!reader.readRow(reader.m_header)) {
            return *reader.m_fault;
        }
    }
    if (reader.m_header.join(QString()).isEmpty()) {
        reader.fail(1, QStringLiteral("there is no line with the names of the columns"));
        return *reader.m_fault;
    }
    return reader;
}

void CsvReader::findSeparator()
{
    if (m_text.startsWith(QStringLiteral("sep="), Qt::CaseInsensitive) && m_text.size() > 5 && isLineEnd(m_text[5])) {
        m_separator = m_text[4];
        m_at = 5;
        endLine();
        return;
    }
    // In the first line that is not empty, outside of quotation marks.
    std::array<qsizetype, 3> counts{};
    static constexpr std::array<char16_t, 3> separators{u';', u',', u'\t'};
    bool isQuoted = false;
    bool isEmpty = true;
    for (const QChar c : std::as_const(m_text)) {
        if (isLineEnd(c) && !isQuoted && !isEmpty) {
            break;
        }
        isEmpty = isEmpty && isLineEnd(c);
        isQuoted = c == u'"' ? !isQuoted : isQuoted;
        for (std::size_t i = 0; i < separators.size() && !isQuoted; ++i) {
            counts[i] += c == separators[i] ? 1 : 0;
        }
    }
    m_separator = separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/** Takes "\r\n", "\n" or "\r". */
void CsvReader::endLine()
{
    if (here() == u'\r') {
        ++m_at;
    }
    if (here() == u'\n') {
        ++m_at;
    }
    m_lineStart = m_at;
    ++m_line;
}

bool CsvReader::readQuoted(QString& field)
{
    const int begin = m_line;
    ++m_at;
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'"' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"')) {
            ++m_at;
            return true;
        }
        if (isLineEnd(c)) {
            field.append(u'\n');
            endLine();
            continue;
        }
        m_at += c == u'"' ? 2 : 1;
        field.append(c);
    }
    fail(begin, QStringLiteral("a quotation mark is not closed"));
    return false;
}

bool CsvReader::readRow(QStringList& row)
{
    m_rowLine = m_line;
    for (;;) {
        QString field;
        if (here() == u'"' && !readQuoted(field)) {
            return false;
        }
        while (m_at < m_text.size() && !isLineEnd(m_text[m_at]) && m_text[m_at] != m_separator) {
            field.append(m_text[m_at++]);
        }
        row.append(field.trimmed());
        if (row.size() > mostColumns) {
            fail(m_line, QStringLiteral("there are more than %1 columns").arg(mostColumns));
            return false;
        }
        if (m_at >= m_text.size()) {
            return true;
        }
        if (m_text[m_at] != m_separator) {
            endLine();
            return true;
        }
        ++m_at;
    }
}

bool CsvReader::next(QStringList& row)
{
    while (!m_fault && m_at < m_text.size()) {
        row.clear();
        if (!readRow(row)) {
            return false;
        }
        if (row.join(QString()).isEmpty()) {
            continue;
        }
        for (qsizetype i = m_header.size(); i < row.size(); ++i) {
            if (!row[i].isEmpty()) {
                fail(m_rowLine, QStringLiteral("there are more fields than columns"));
                return false;
            }
        }
        row.resize(m_header.size());
        return true;
    }
    return false;
}

void CsvReader::fail(int line, const QString& why)
{
    const qsizetype column = line == m_line ? m_at - m_lineStart + 1 : 1;
    m_fault = Failure{Failure::Kind::BadInput, m_name, QStringLiteral("%1:%2: %3").arg(line).arg(column).arg(why)};
}

} // namespace staffelstab
