// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/archive_progress.h"

#include "handover/json_values.h"

#include <QJsonDocument>

namespace staffelstab::handover {

namespace {

using archive::PartPoint, archive::SkippedMessage;

/** As the list of what could not be read; a folder stands there by its number in the selection. */
QByteArray encode(const std::vector<SkippedMessage>& skipped)
{
    std::vector<UnreadableEntry> entries;
    entries.reserve(skipped.size());
    for (const SkippedMessage& one : skipped) {
        entries.push_back({static_cast<quint16>(one.message.mailbox), QString::number(one.message.folder),
                           one.message.key, 0, one.why});
    }
    return entries.empty() ? QByteArray() : QJsonDocument(toJson(entries)).toJson(QJsonDocument::Compact);
}

std::vector<SkippedMessage> decode(const QByteArray& text)
{
    std::vector<SkippedMessage> skipped;
    for (UnreadableEntry& entry : entriesFrom(QJsonDocument::fromJson(text).array())) {
        skipped.push_back({{entry.mailbox, entry.folder.toInt(), std::move(entry.key)}, std::move(entry.why)});
    }
    return skipped;
}

PartPoint pointIn(const QSqlQuery& row)
{
    PartPoint point;
    point.offset = row.value(0).toULongLong();
    point.sha256 = row.value(1).toByteArray();
    if (!row.isNull(2)) {
        point.place = archive::CopyPlace{row.value(2).toInt(), row.value(3).toInt(), row.value(4).toUInt()};
    }
    point.skipped = decode(row.value(5).toByteArray());
    return point;
}

} // namespace

Result<std::unique_ptr<ArchiveProgress>> ArchiveProgress::open(const QString& caseFile)
{
    Result<CaseDatabase> database = CaseDatabase::open(caseFile);
    if (!database) {
        return database.failure();
    }
    std::unique_ptr<ArchiveProgress> progress(new ArchiveProgress(std::move(*database)));
    // FULL lets a power cut take the last transaction back; by then its bytes may be on the medium.
    if (Status set = progress->m_database.run(QStringLiteral("PRAGMA synchronous=EXTRA")); !set) {
        return set.failure();
    }
    for (const char* table :
         {"archive_part (plan BLOB NOT NULL, target TEXT NOT NULL, name TEXT NOT NULL, date TEXT NOT NULL)",
          "archive_point (number INTEGER PRIMARY KEY, offset INTEGER NOT NULL, sha256 BLOB NOT NULL, "
          "mailbox INTEGER, folder INTEGER, done INTEGER, skipped BLOB)"}) {
        Status made =
            progress->m_database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS ") + QString::fromLatin1(table));
        if (!made) {
            return made.failure();
        }
    }
    return progress;
}

Status ArchiveProgress::begin(const archive::BegunPart& part)
{
    return m_database.transact([&]() -> Status {
        Status emptied = empty();
        return emptied ? m_database.run(QStringLiteral("INSERT INTO archive_part VALUES (?, ?, ?, ?)"),
                                        {part.plan, part.target, part.name, part.date.toString(Qt::ISODate)})
                       : emptied;
    });
}

Status ArchiveProgress::add(const archive::PartPoint& point)
{
    const std::optional<archive::CopyPlace>& place = point.place;
    const auto orNull = [&](auto number) { return place ? QVariant(number) : QVariant(); };
    return m_database.run(QStringLiteral("INSERT INTO archive_point (offset, sha256, mailbox, folder, done, skipped) "
                                         "VALUES (?, ?, ?, ?, ?, ?)"),
                          {static_cast<qint64>(point.offset), point.sha256, orNull(place ? place->mailbox : 0),
                           orNull(place ? place->folder : 0), orNull(place ? place->done : 0), encode(point.skipped)});
}

Status ArchiveProgress::forget()
{
    return m_database.transact([&] { return empty(); });
}

Status ArchiveProgress::empty()
{
    Status emptied = m_database.run(QStringLiteral("DELETE FROM archive_part"));
    return emptied ? m_database.run(QStringLiteral("DELETE FROM archive_point")) : emptied;
}

Status ArchiveProgress::forget(CaseDatabase& database)
{
    Status dropped = database.run(QStringLiteral("DROP TABLE IF EXISTS archive_part"));
    return dropped ? database.run(QStringLiteral("DROP TABLE IF EXISTS archive_point")) : dropped;
}

Result<std::optional<archive::BegunPart>> ArchiveProgress::begun()
{
    Result<QSqlQuery> asked = m_database.ask(QStringLiteral("SELECT plan, target, name, date FROM archive_part"));
    if (!asked) {
        return asked.failure();
    }
    if (!asked->next()) {
        return std::optional<archive::BegunPart>();
    }
    return std::optional(archive::BegunPart{asked->value(0).toByteArray(), asked->value(1).toString(),
                                            asked->value(2).toString(),
                                            QDate::fromString(asked->value(3).toString(), Qt::ISODate)});
}

Result<std::vector<PartPoint>> ArchiveProgress::points()
{
    Result<QSqlQuery> asked = m_database.ask(
        QStringLiteral("SELECT offset, sha256, mailbox, folder, done, skipped FROM archive_point ORDER BY number"));
    if (!asked) {
        return asked.failure();
    }
    std::vector<PartPoint> points;
    while (asked->next()) {
        points.push_back(pointIn(*asked));
    }
    return points;
}

} // namespace staffelstab::handover
