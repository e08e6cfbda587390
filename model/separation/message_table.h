// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"
#include "mail/message_header.h"
#include "separation/mention_pool.h"
#include "separation/subject_pool.h"
#include "separation/text_features.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace staffelstab::separation {

/** One scanned message as it enters the table, and as a case file keeps it. */
struct MessageFacts
{
    quint16 mailbox = 0;
    /** Index into MessageTable::folders(). */
    quint32 folder = 0;
    mail::MessageKey key;
    QByteArray fingerprint;
    qint64 bytes = 0;
    /** Date header, else the time the store received it; UTC, may be invalid. */
    QDateTime date;
    mail::MessageHeader header;
    TextFeatures text;
};

/** What a scan found, for the table: header parsed, text looked at and dropped. Mailbox and folder are left to the
 * caller. */
MessageFacts factsOf(mail::ScannedMessage&& message);

struct TableFolder
{
    quint16 mailbox = 0;
    mail::Folder folder;
};

using Row = quint32;

/** TextFeatures as the table keeps them, the words elsewhere. */
struct PackedText
{
    std::array<quint8, TextFeatures::counts> count{};
    quint16 theme = 0;
    quint8 words = 0;
    Language language : 2 = Language::Unknown;
    Register salutation : 2 = Register::None;
    Register closing : 2 = Register::None;
    /** Bits of Attached. */
    quint8 attached = 0;
    bool hasQuote : 1 = false;
    bool isNewsletter : 1 = false;
    bool isRead : 1 = false;
};

/**
 * All scanned messages of a case as packed rows over shared strings: 100,000 of them take about 55 MB
 * (tests/bench/bench_separation prints it). Rows are only ever appended; a row number is valid as long as the table
 * lives. Read from any thread once the scan is over. A table that was moved from may only be assigned to or destroyed.
 *
 * Limits: a subject is cut after 2,000 characters; Message-ID, List-Id, address and name after 998 bytes (the longest
 * line of RFC 5322); of the people in a header the first 16,384 are kept. Keys are kept whole.
 */
class MessageTable
{
public:
    MessageTable();
    ~MessageTable();
    MessageTable(MessageTable&&) noexcept;
    MessageTable& operator=(MessageTable&&) noexcept;

    /**
     * The leaver's own addresses, to be set before filling: mail from one of them counts as outgoing wherever it lies,
     * and none of them is taken as the other person while there is a choice. Survives clear().
     */
    void setOwnAddresses(const QStringList& addresses);
    /** The same folder (mailbox, path and raw name) twice gives the same number. */
    quint32 addFolder(TableFolder folder);
    Row append(const MessageFacts& facts);
    /** Gives spare room back, when no more rows are to come. */
    void squeeze();
    void clear();

    [[nodiscard]] Row size() const;
    [[nodiscard]] const std::vector<TableFolder>& folders() const;

    [[nodiscard]] quint16 mailbox(Row row) const;
    [[nodiscard]] quint32 folder(Row row) const;
    [[nodiscard]] qint64 bytes(Row row) const;
    /** Of size and header (mail::fingerprintOf); valid until the next append(). */
    [[nodiscard]] QByteArrayView fingerprint(Row row) const;
    /** Milliseconds since the epoch, UTC; noDate if unknown. */
    static constexpr qint64 noDate = INT64_MIN;
    [[nodiscard]] qint64 date(Row row) const;
    [[nodiscard]] QString subject(Row row) const;
    [[nodiscard]] QByteArray subjectUtf8(Row row) const;
    /** By row and, which is much faster for many, by number: see subjects(). */
    [[nodiscard]] SubjectPool::Entry subjectEntry(Row row) const;
    [[nodiscard]] const SubjectPool& subjects() const;
    /**
     * The other person: the sender, or the first recipient for mail in a Sent or Drafts folder or from an own address
     * (the sender after all where there is no recipient). A header without any address gives one with an empty key.
     */
    [[nodiscard]] quint32 correspondent(Row row) const;
    /** Numbers of correspondents run from 0 to this; each has at least one message. */
    [[nodiscard]] quint32 correspondents() const;
    /** The address; the name in lower case where the header held no address. Never the same for two correspondents. */
    [[nodiscard]] QString correspondentKey(quint32 correspondent) const;
    [[nodiscard]] QString correspondentName(quint32 correspondent) const;
    [[nodiscard]] QString correspondentAddress(quint32 correspondent) const;
    /** Messages joined by References, In-Reply-To (RFC 5256 REFERENCES, without subject merging). */
    [[nodiscard]] quint32 thread(Row row) const;
    /** From, To and Cc, in this order; numbers for mention(). */
    [[nodiscard]] std::span<const quint32> mentions(Row row) const;
    [[nodiscard]] const Mention& mention(quint32 mention) const;
    /** How many of the mentions are From. */
    [[nodiscard]] quint32 senders(Row row) const;
    /** Numbers of addresses run from 0 (the empty one) to this. */
    [[nodiscard]] quint32 addresses() const;
    [[nodiscard]] QString address(quint32 address) const;
    [[nodiscard]] QString name(quint32 name) const;
    [[nodiscard]] bool isOutgoing(Row row) const;
    [[nodiscard]] bool isAutomatic(Row row) const;
    /** An invitation or the like. */
    [[nodiscard]] bool isCalendar(Row row) const;
    /** Minutes of the writer's day and day of the week (1: Monday) by the zone of the Date header; -1 and 0 unknown. */
    [[nodiscard]] int minuteOfDay(Row row) const;
    [[nodiscard]] int weekday(Row row) const;
    /** Without the words. */
    [[nodiscard]] const PackedText& text(Row row) const;
    [[nodiscard]] std::span<const quint16> words(Row row) const;
    /** It answers another message. */
    [[nodiscard]] bool hasReferences(Row row) const;
    /** List-Id or empty. */
    [[nodiscard]] QByteArray listId(Row row) const;
    /** The same List-Id has the same number; 0: none. */
    [[nodiscard]] quint32 listNumber(Row row) const;
    [[nodiscard]] QByteArray messageId(Row row) const;
    [[nodiscard]] mail::Sensitivity sensitivity(Row row) const;
    [[nodiscard]] mail::MessageRef ref(Row row) const;
    /** Everything the index of the business archive and the case file need; slower than the columns. */
    [[nodiscard]] MessageFacts facts(Row row) const;
    /**
     * Name of the message that stays the same over two scans of the same mailbox: "MESSAGE-ID#HASH", where HASH is 16
     * hex digits over mailbox, folder and fingerprint. It survives new keys (an mbox that was rewritten). Only where
     * several messages of one folder have the same header and size, "-KEYHASH" of the message's key follows for each of
     * them, so that no two rows with different keys share a name, and a copy never inherits what was decided for
     * another one that is gone.
     */
    [[nodiscard]] QString stableId(Row row) const;
    /** The row of a stable id; only what stands behind '#' counts. Nothing if there is none. */
    [[nodiscard]] std::optional<Row> rowOf(const QString& stableId) const;
    /** Bytes held, spare room of growing blocks included. */
    [[nodiscard]] qint64 bytesUsed() const;

private:
    [[nodiscard]] TextFeatures textFeatures(Row row) const;

    struct Columns;
    std::unique_ptr<Columns> m_columns;
};

} // namespace staffelstab::separation
