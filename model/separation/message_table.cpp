// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_table.h"

#include "separation/table_columns.h"

#include <algorithm>

namespace staffelstab::separation {

namespace {

constexpr qsizetype longestSubject = 2000;

template <typename T>
qint64 heldBy(const std::vector<T>& vector)
{
    const std::size_t bytes = vector.capacity() * sizeof(T);
    return static_cast<qint64>(bytes);
}

} // namespace

MessageTable::MessageTable() : m_columns(std::make_unique<Columns>()) {}
MessageTable::~MessageTable() = default;
MessageTable::MessageTable(MessageTable&&) noexcept = default;
MessageTable& MessageTable::operator=(MessageTable&&) noexcept = default;

void MessageTable::setOwnAddresses(const QStringList& addresses)
{
    m_columns->own.clear();
    for (const QString& address : addresses) {
        if (!address.trimmed().isEmpty()) {
            m_columns->own.insert(address.trimmed().toLower());
        }
    }
}

quint32 MessageTable::addFolder(TableFolder folder)
{
    auto& folders = m_columns->folders;
    const auto known = std::find_if(folders.begin(), folders.end(), [&](const TableFolder& other) {
        return other.mailbox == folder.mailbox && other.folder.path == folder.folder.path &&
               other.folder.rawName == folder.folder.rawName;
    });
    if (known != folders.end()) {
        return static_cast<quint32>(known - folders.begin());
    }
    folders.push_back(std::move(folder));
    return static_cast<quint32>(folders.size() - 1);
}

Row MessageTable::append(const MessageFacts& facts)
{
    Columns& c = *m_columns;
    const mail::MessageHeader& header = facts.header;
    const QDateTime date = header.date.isValid() ? header.date : facts.date;
    PackedRow row;
    row.mailbox = facts.mailbox;
    row.folder = facts.folder;
    row.bytes = facts.bytes;
    row.date =
        date.isValid() ? std::clamp(date.toMSecsSinceEpoch(), PackedRow::first, -PackedRow::first) : PackedRow::noDate;
    row.hasHeaderDate = header.date.isValid();
    const SubjectPool::Entry subject = c.subjects.intern(viewOf(header.subject.left(longestSubject).toUtf8()));
    row.subjectStart = subject.start;
    row.subject = subject.rest;
    row.isOutgoing = c.isOutgoing(facts);
    row.correspondent = c.correspondentOf(c.otherPerson(facts, row.isOutgoing), !row.isOutgoing);
    row.people = c.addPeople(header);
    row.listId = c.listIds.intern(cut(viewOf(header.listId)));
    row.zoneMinutes = std::clamp<qint16>(header.zoneMinutes, -PackedRow::farthestZone, PackedRow::farthestZone);
    row.sensitivity = static_cast<quint8>(header.sensitivity);
    row.isAutomatic = header.isAutomatic;
    row.isCalendar = header.isCalendar;
    row.mayHaveAttachments = header.mayHaveAttachments;
    c.addText(facts.text);
    c.addThread(row, header);
    c.addIdHash(row, facts);
    c.keys.append(viewOf(facts.key));
    c.fingerprints.append(viewOf(facts.fingerprint));
    c.rows.append(row);
    return static_cast<Row>(c.rows.size() - 1);
}

void MessageTable::squeeze()
{
    m_columns->messageIds.squeeze();
    m_columns->subjects.squeeze();
    m_columns->people.squeeze();
}

void MessageTable::clear()
{
    auto fresh = std::make_unique<Columns>();
    fresh->own = std::move(m_columns->own);
    m_columns = std::move(fresh);
}

Row MessageTable::size() const
{
    return static_cast<Row>(m_columns->rows.size());
}

const std::vector<TableFolder>& MessageTable::folders() const
{
    return m_columns->folders;
}

quint16 MessageTable::mailbox(Row row) const
{
    return m_columns->rows[row].mailbox;
}

quint32 MessageTable::folder(Row row) const
{
    return m_columns->rows[row].folder;
}

qint64 MessageTable::bytes(Row row) const
{
    return m_columns->rows[row].bytes;
}

qint64 MessageTable::date(Row row) const
{
    const qint64 date = m_columns->rows[row].date;
    return date == PackedRow::noDate ? noDate : date;
}

QString MessageTable::subject(Row row) const
{
    return QString::fromUtf8(subjectUtf8(row));
}

QByteArrayView MessageTable::fingerprint(Row row) const
{
    const std::string_view bytes = m_columns->fingerprints.at(row);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

QByteArray MessageTable::subjectUtf8(Row row) const
{
    return m_columns->subjects.at(subjectEntry(row));
}

SubjectPool::Entry MessageTable::subjectEntry(Row row) const
{
    return {m_columns->rows[row].subjectStart, m_columns->rows[row].subject};
}

const SubjectPool& MessageTable::subjects() const
{
    return m_columns->subjects;
}

quint32 MessageTable::correspondent(Row row) const
{
    return m_columns->rows[row].correspondent;
}

quint32 MessageTable::correspondents() const
{
    return static_cast<quint32>(m_columns->correspondents.size());
}

QString MessageTable::correspondentKey(quint32 correspondent) const
{
    return textOf(m_columns->correspondentKeys.at(m_columns->correspondents[correspondent].key));
}

QString MessageTable::correspondentName(quint32 correspondent) const
{
    return name(m_columns->correspondents[correspondent].name);
}

QString MessageTable::correspondentAddress(quint32 correspondent) const
{
    return address(m_columns->correspondents[correspondent].address);
}

quint32 MessageTable::thread(Row row) const
{
    return m_columns->threads.find(m_columns->rows[row].node);
}

std::span<const quint32> MessageTable::mentions(Row row) const
{
    return m_columns->people.run(m_columns->rows[row].people).all;
}

const Mention& MessageTable::mention(quint32 mention) const
{
    return m_columns->people.mention(mention);
}

quint32 MessageTable::senders(Row row) const
{
    return m_columns->people.run(m_columns->rows[row].people).from;
}

quint32 MessageTable::addresses() const
{
    return m_columns->addresses.size();
}

QString MessageTable::address(quint32 address) const
{
    return textOf(m_columns->addresses.at(address));
}

QString MessageTable::name(quint32 name) const
{
    return textOf(m_columns->names.at(name));
}

bool MessageTable::isOutgoing(Row row) const
{
    return m_columns->rows[row].isOutgoing;
}

bool MessageTable::isAutomatic(Row row) const
{
    return m_columns->rows[row].isAutomatic;
}

bool MessageTable::isCalendar(Row row) const
{
    return m_columns->rows[row].isCalendar;
}

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 minutesPerDay = 1'440;

qint64 localMinutes(const PackedRow& row)
{
    const qint64 minutes = row.date / msPerMinute - (row.date % msPerMinute < 0 ? 1 : 0);
    return minutes + row.zoneMinutes;
}

qint64 daysOf(qint64 minutes)
{
    return minutes / minutesPerDay - (minutes % minutesPerDay < 0 ? 1 : 0);
}

} // namespace

int MessageTable::minuteOfDay(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    if (!packed.hasHeaderDate) {
        return -1;
    }
    const qint64 minutes = localMinutes(packed);
    return static_cast<int>(minutes - daysOf(minutes) * minutesPerDay);
}

int MessageTable::weekday(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    if (!packed.hasHeaderDate) {
        return 0;
    }
    // 1 January 1970 was a Thursday.
    const qint64 day = (daysOf(localMinutes(packed)) + 3) % 7;
    return static_cast<int>(day < 0 ? day + 7 : day) + 1;
}

const PackedText& MessageTable::text(Row row) const
{
    return m_columns->texts[row];
}

std::span<const quint16> MessageTable::words(Row row) const
{
    return m_columns->words.run(m_columns->firstWords[row], m_columns->texts[row].words);
}

bool MessageTable::hasReferences(Row row) const
{
    return m_columns->rows[row].firstReference != 0;
}

QByteArray MessageTable::listId(Row row) const
{
    return bytesOf(m_columns->listIds.at(m_columns->rows[row].listId));
}

quint32 MessageTable::listNumber(Row row) const
{
    return m_columns->rows[row].listId;
}

QByteArray MessageTable::messageId(Row row) const
{
    return m_columns->messageIds.at(m_columns->rows[row].node);
}

mail::Sensitivity MessageTable::sensitivity(Row row) const
{
    return static_cast<mail::Sensitivity>(m_columns->rows[row].sensitivity);
}

mail::MessageRef MessageTable::ref(Row row) const
{
    return {bytesOf(m_columns->keys.at(row)), bytesOf(m_columns->fingerprints.at(row)), bytes(row)};
}

qint64 MessageTable::bytesUsed() const
{
    const Columns& c = *m_columns;
    return c.rows.bytesUsed() + c.texts.bytesUsed() + c.firstWords.bytesUsed() + c.words.bytesUsed() +
           c.people.bytesUsed() + c.references.bytesUsed() + heldBy(c.correspondents) + heldBy(c.correspondentByKey) +
           c.correspondentKeys.bytesUsed() + c.addresses.bytesUsed() + c.names.bytesUsed() + c.subjects.bytesUsed() +
           c.messageIds.bytesUsed() + c.listIds.bytesUsed() + c.keys.bytesUsed() + c.fingerprints.bytesUsed() +
           c.threads.bytesUsed() + c.rowSlots.bytesUsed();
}

} // namespace staffelstab::separation
