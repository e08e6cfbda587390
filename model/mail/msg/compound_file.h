// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab::mail {

/**
 * A compound file ([MS-CFB]) in memory, as .msg files are: storages that hold streams and storages. Every number in it
 * is checked; a chain that runs in circles or out of the file ends there. Reading costs no more than the file's size.
 */
class CompoundFile
{
public:
    static constexpr int root = 0;

    /** BadInput if it is none, MailboxDamaged if its tables cannot be read. */
    static Result<CompoundFile> open(QByteArray bytes);
    [[nodiscard]] static bool isOne(QByteArrayView bytes);

    /** Numbers of what a storage holds, in the file's order; at most 10,000. */
    [[nodiscard]] std::vector<int> children(int storage) const;
    /** The child of that name; -1 if there is none. */
    [[nodiscard]] int child(int storage, const QString& name) const;
    [[nodiscard]] QString name(int entry) const { return m_entries[static_cast<std::size_t>(entry)].name; }
    [[nodiscard]] bool isStorage(int entry) const { return m_entries[static_cast<std::size_t>(entry)].type != 2; }
    /** A stream's bytes; fewer than it says where its chain breaks off, none for a storage. */
    [[nodiscard]] QByteArray stream(int entry) const;

private:
    struct Entry
    {
        QString name;
        int type = 0;
        quint32 left = 0;
        quint32 right = 0;
        quint32 child = 0;
        quint32 start = 0;
        quint64 size = 0;
    };

    bool readTables();
    void readEntries(const QByteArray& directory);
    [[nodiscard]] QByteArrayView sector(quint32 number) const;
    /** The sectors of a chain, one after the other, at most `most` bytes. */
    [[nodiscard]] QByteArray chain(quint32 start, quint64 most) const;
    [[nodiscard]] QByteArray smallChain(quint32 start, quint64 most) const;

    QByteArray m_bytes;
    int m_sectorSize = 512;
    quint32 m_smallLimit = 4096;
    std::vector<quint32> m_next;
    std::vector<quint32> m_nextSmall;
    QByteArray m_smallSectors;
    std::vector<Entry> m_entries;
};

} // namespace staffelstab::mail
