// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"
#include "mail/mbox/mbox_splitter.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace staffelstab::mail {

/** "OFFSET+LENGTH+MARK": where the message was, and a mark of its header that a change of its status does not alter. */
struct MboxKey
{
    qint64 offset = 0;
    qint64 length = 0;
    QByteArray mark;

    static std::optional<MboxKey> parse(const MessageKey& key);
    [[nodiscard]] MessageKey toKey() const;
};

/** 16 hex digits over the header without the fields that mail programs rewrite (Status, X-Mozilla-Status, ...). */
QByteArray stableMark(QByteArrayView header);

/** Size and time of a file: enough to notice that another program wrote to it. */
struct FileState
{
    qint64 size = -1;
    QDateTime modified;

    static FileState of(const QString& path);
    bool operator==(const FileState&) const = default;
};

/** Where the messages of one mbox are now, by what they look like: keys go stale when the file is rewritten. */
class MboxIndex
{
public:
    struct Place
    {
        qint64 begin = 0;
        qint64 end = 0;
        qint64 message = 0;
        qint64 length = 0;
    };

    /** Reads the whole file unless it is the one indexed last. */
    Status update(const QString& path, JobContext& job);
    [[nodiscard]] const FileState& state() const { return m_state; }
    /** Messages that look like `ref`: that at its old place first, then in the file's order. */
    [[nodiscard]] std::vector<Place> find(const MessageRef& ref) const;
    /** True if a message with the same stable header fields is there. */
    [[nodiscard]] bool hasMark(const MessageKey& key) const;
    [[nodiscard]] qint64 messages() const { return m_messages; }
    /** How many messages have this fingerprint. */
    [[nodiscard]] qsizetype count(const QByteArray& fingerprint) const { return m_places.value(fingerprint).size(); }
    void forget() { m_path.clear(); }

private:
    QString m_path;
    FileState m_state;
    qint64 m_messages = 0;
    QHash<QByteArray, QVarLengthArray<Place, 1>> m_places;
    QHash<QByteArray, int> m_marks;
};

} // namespace staffelstab::mail
