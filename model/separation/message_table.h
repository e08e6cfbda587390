// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"
#include "mail/message_header.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
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
};

struct TableFolder
{
    quint16 mailbox = 0;
    mail::Folder folder;
};

using Row = quint32;

/**
 * All scanned messages of a case, column by column, so that 100,000 of them stay well below 100 MB. Rows are only ever
 * appended; a row number is valid as long as the table lives. Read from any thread once the scan is over.
 */
class MessageTable
{
public:
    MessageTable();
    ~MessageTable();
    MessageTable(MessageTable&&) noexcept;
    MessageTable& operator=(MessageTable&&) noexcept;

    quint32 addFolder(TableFolder folder);
    Row append(const MessageFacts& facts);
    void clear();

    [[nodiscard]] Row size() const;
    [[nodiscard]] const std::vector<TableFolder>& folders() const;

    [[nodiscard]] quint16 mailbox(Row row) const;
    [[nodiscard]] quint32 folder(Row row) const;
    [[nodiscard]] qint64 bytes(Row row) const;
    /** Milliseconds since the epoch, UTC; noDate if unknown. */
    static constexpr qint64 noDate = INT64_MIN;
    [[nodiscard]] qint64 date(Row row) const;
    [[nodiscard]] QString subject(Row row) const;
    /** The other person: the sender, or the first recipient for mail in a Sent or Drafts folder. */
    [[nodiscard]] quint32 correspondent(Row row) const;
    [[nodiscard]] QString correspondentName(quint32 correspondent) const;
    [[nodiscard]] QString correspondentAddress(quint32 correspondent) const;
    /** Messages joined by References, In-Reply-To (RFC 5256 REFERENCES, without subject merging). */
    [[nodiscard]] quint32 thread(Row row) const;
    /** List-Id or empty. */
    [[nodiscard]] QByteArray listId(Row row) const;
    [[nodiscard]] QByteArray messageId(Row row) const;
    [[nodiscard]] mail::Sensitivity sensitivity(Row row) const;
    [[nodiscard]] mail::MessageRef ref(Row row) const;
    /** Everything the index of the business archive and the case file need; slower than the columns. */
    [[nodiscard]] MessageFacts facts(Row row) const;
    /** Name of the message that stays the same over two scans of the same mailbox. */
    [[nodiscard]] QString stableId(Row row) const;

private:
    struct Columns;
    std::unique_ptr<Columns> m_columns;
};

} // namespace staffelstab::separation
