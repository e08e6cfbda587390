// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/file_listing.h"

#include <QHash>

#include <vector>

namespace staffelstab::mail {

/**
 * The names of messages whose keys are known: of a name only what its key does not tell is kept, so that a million take
 * 12 MB. Filled in two rounds over the same folder: add() for each name, then, if there are any, addTwin() for each.
 */
class FileIndex
{
public:
    explicit FileIndex(const QByteArray& keyPrefix = {}) : m_keyPrefix(keyPrefix), m_twins(keyPrefix) {}

    void add(QByteArrayView name, FileListing::KeyPart key, FileListing::Problem problem);
    /** Ends the first round; true if some keys may be those of several names. */
    bool findTwins();
    void addTwin(QByteArrayView name, FileListing::KeyPart key, FileListing::Problem problem);
    /** Ends the second round. */
    void sortTwins() { m_twins.sort(); }

    /** The name of a message that can be read. Of a key that no file has a name that no file has, or nothing. */
    [[nodiscard]] std::optional<QString> find(const MessageKey& key) const;

private:
    /** Of 12 bytes. */
    struct Entry
    {
        /** Of the hash of the key. */
        quint32 upper = 0;
        quint32 lower = 0;
        quint32 frame : 24 = 0;
        /** A FileListing::Problem. */
        quint32 problem : 8 = 0;

        [[nodiscard]] quint64 keyHash() const { return quint64{upper} << 32U | lower; }
    };

    [[nodiscard]] bool isTwin(quint64 keyHash) const;

    QByteArray m_keyPrefix;
    std::deque<Entry> m_entries;
    /** What stands around the key in a name ("cur/" and ":2,S"), each pair once. */
    std::vector<std::pair<QByteArray, QByteArray>> m_frames;
    QHash<std::pair<QByteArray, QByteArray>, quint32> m_frameNumbers;
    /** Sorted. */
    std::vector<quint64> m_twinHashes;
    FileListing m_twins;
};

} // namespace staffelstab::mail
