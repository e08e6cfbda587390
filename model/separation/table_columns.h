// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/block_column.h"
#include "separation/disjoint_sets.h"
#include "separation/message_id_pool.h"
#include "separation/message_table.h"
#include "separation/string_pool.h"

#include <QSet>

namespace staffelstab::separation {

/** 48 bytes: there may be a million. */
struct PackedRow
{
    /** Of dates, 71,000 years ago. */
    static constexpr qint64 first = -(qint64{1} << 51U) + 1;
    static constexpr qint64 noDate = first - 1;
    /** More than the 24 hours that a zone may be away. */
    static constexpr qint16 farthestZone = 2'047;

    qint64 bytes : 48 = 0;
    quint64 mailbox : 16 = 0;
    qint64 date : 52 = noDate;
    qint64 zoneMinutes : 12 = 0;
    /** Number of its run. */
    quint32 people = 0;
    /** Where Columns::references holds how many there are, and then which; 0: none. */
    quint32 firstReference = 0;
    quint32 folder = 0;
    /** What follows its start. */
    quint32 subject = 0;
    quint32 correspondent = 0;
    /** Number of the Message-ID in its pool, and of the node in the threads; a row without one has its own. */
    quint32 node = 0;
    quint32 listId = 0;
    /** The upper end of Columns::idHash(): nearly always enough to tell two rows apart. */
    quint16 idTag = 0;
    /** A mail::Sensitivity. */
    quint8 sensitivity : 2 = 0;
    SubjectPool::Start subjectStart : 6 = 0;
    bool hasMessageId : 1 = false;
    bool hasHeaderDate : 1 = false;
    bool isOutgoing : 1 = false;
    bool isAutomatic : 1 = false;
    bool isCalendar : 1 = false;
    bool mayHaveAttachments : 1 = false;
    bool hasTwin : 1 = false;
};
static_assert(sizeof(PackedRow) == 48);

struct PackedCorrespondent
{
    quint32 key = 0;
    quint32 address = 0;
    quint32 name = 0;
    bool isNamedBySelf = false;
};

struct MessageTable::Columns
{
    QSet<QString> own;
    std::vector<TableFolder> folders;
    BlockColumn<PackedRow> rows;
    MentionPool people;
    /** The first one is nobody's. */
    BlockColumn<quint32> references;
    BlockColumn<PackedText> texts;
    /** Where the words of each row begin. */
    BlockColumn<quint32> firstWords;
    BlockColumn<quint16> words;
    std::vector<PackedCorrespondent> correspondents;
    StringPool correspondentKeys;
    /** Correspondent number + 1 by number of its key; 0: none yet. */
    std::vector<quint32> correspondentByKey;
    StringPool addresses;
    StringPool names;
    SubjectPool subjects;
    MessageIdPool messageIds;
    StringPool listIds;
    TextColumn keys;
    TextColumn fingerprints;
    DisjointSets threads;
    /** The first row of each idHash(). */
    NumberSlots rowSlots;

    [[nodiscard]] bool isOwn(const mail::Address& person) const { return own.contains(person.address); }
    [[nodiscard]] bool isOutgoing(const MessageFacts& facts) const;
    [[nodiscard]] mail::Address otherPerson(const MessageFacts& facts, bool outgoing) const;
    quint32 correspondentOf(const mail::Address& person, bool isSender);
    /** The number of the run. */
    quint32 addPeople(const mail::MessageHeader& header);
    void addThread(PackedRow& row, const mail::MessageHeader& header);
    void addText(const TextFeatures& text);
    void addIdHash(PackedRow& row, const MessageFacts& facts);
    /** What MessageTable::stableId() rests on. Made anew each time: 8 bytes of each row are more than it is worth. */
    [[nodiscard]] quint64 idHash(quint32 row) const;
    [[nodiscard]] quint64 idHash(quint16 mailbox, quint32 folder, QByteArrayView key, QByteArrayView fingerprint) const;
    [[nodiscard]] bool hasIdHash(quint32 row, quint64 hash) const;
    /** The first row of this hash; NumberSlots::none if there is none. */
    [[nodiscard]] quint32 firstRowOf(quint64 idHash) const;
};

inline QByteArray bytesOf(std::string_view bytes)
{
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

/** No line of a header is longer (RFC 5322, 2.1.1). */
std::string_view cut(std::string_view text);
/** The first 8 bytes of SHA-256. */
quint64 shortHash(const QByteArray& bytes);

} // namespace staffelstab::separation
