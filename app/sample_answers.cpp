// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample_answers.h"

#include "core/csv_reader.h"

#include <QFile>

namespace staffelstab::app {

using separation::Verdict;

namespace {

Failure bad(const QString& file, int line, const QString& why)
{
    return {Failure::Kind::BadInput, file, QStringLiteral("%1:1: %2").arg(line).arg(why)};
}

} // namespace

Result<SampleAnswers> SampleAnswers::read(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return Failure{source.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, file,
                       source.errorString()};
    }
    auto reader = CsvReader::open(source.readAll(), file);
    if (!reader) {
        return reader.failure();
    }
    const qsizetype id = reader->header().indexOf(QStringLiteral("id"));
    const qsizetype messageId = reader->header().indexOf(QStringLiteral("message_id"));
    const qsizetype verdict = reader->header().indexOf(QStringLiteral("verdict"));
    if (verdict < 0 || (id < 0 && messageId < 0)) {
        return bad(file, 1, QStringLiteral("the columns verdict and id (or message_id) are needed"));
    }
    SampleAnswers answers;
    QStringList row;
    while (reader->next(row)) {
        const auto said = separation::verdictFromName(row[verdict].toLower());
        if (!said || said == Verdict::Undecided) {
            return bad(file, reader->line(), QStringLiteral("a verdict is private, business or protected"));
        }
        for (const qsizetype column : {id, messageId}) {
            if (column >= 0 && !row[column].isEmpty()) {
                answers.m_verdicts.insert(row[column], *said);
            }
        }
    }
    if (Status status = reader->status(); !status) {
        return status.failure();
    }
    return answers;
}

std::optional<Verdict> SampleAnswers::of(const separation::MessageTable& table, separation::Row row) const
{
    auto found = m_verdicts.constFind(table.stableId(row));
    if (found == m_verdicts.cend()) {
        found = m_verdicts.constFind(QStringLiteral("<%1>").arg(QString::fromUtf8(table.messageId(row))));
    }
    return found == m_verdicts.cend() ? std::nullopt : std::optional(*found);
}

} // namespace staffelstab::app
