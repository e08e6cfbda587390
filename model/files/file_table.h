// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/off_limits.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <vector>

namespace staffelstab::files {

/**
 * Start here. The files of the leaver: walkFiles() fills a FileTable; suggestionFor() says what a folder looks like;
 * FilePlan holds the leaver's verdicts; planCopy() lays down where each file goes and tells beforehand what the medium
 * cannot take; copyFiles() copies and compares; removeCopied() removes what was compared. Nothing here follows a link.
 */

/** Index of an item; those of one folder stand side by side. */
using Item = quint32;

struct FileItem
{
    enum class Kind : std::uint8_t {
        Folder,
        File,
        /** A symbolic link or junction: counted, never followed. */
        Link,
        /** A folder on which another medium is mounted: counted, never entered. */
        MountPoint,
        /** A socket, pipe or device. */
        Special,
        /** Nobody may look into it. */
        Unreadable,
        /** Never entered, copied nor removed; FileItem::offLimit says why. */
        OffLimits,
    };

    Kind kind = Kind::File;
    OffLimit offLimit = OffLimit::None;
    Item parent = 0;
    /** The bytes of its name; UTF-8 where names are not bytes. Of a root: its whole path. */
    QByteArray name;
    /** Of a file its size, of a folder that of all files in it. */
    qint64 bytes = 0;
    /** Seconds since 1970; of a folder that of the newest file in it. */
    qint64 modified = 0;
    /** Files in it, all levels. */
    quint32 files = 0;
    Item firstChild = 0;
    quint32 children = 0;
};

/** What a walk found. Parents stand before their children. */
class FileTable
{
public:
    [[nodiscard]] const std::vector<Item>& roots() const { return m_roots; }
    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] const FileItem& at(Item item) const { return m_items[item]; }
    /** True for the items no folder of the table holds. */
    [[nodiscard]] bool isRoot(Item item) const { return m_items[item].parent == item; }
    /** The whole path, in bytes. */
    [[nodiscard]] QByteArray pathOf(Item item) const;
    /** To show: bytes that are no text become the replacement character. */
    [[nodiscard]] QString nameOf(Item item) const;
    /** The item with this path; -1 if there is none. */
    [[nodiscard]] qint64 find(const QByteArray& path) const;
    /** Things that were met and are no files: links, mount points, devices, folders nobody may read. */
    [[nodiscard]] quint32 count(FileItem::Kind kind) const;

    // For the walk.
    Item addRoot(FileItem root);
    /** Adds the children of one folder, sorted by name. */
    void addChildren(Item folder, std::vector<FileItem> children);
    void markUnreadable(Item folder) { m_items[folder].kind = FileItem::Kind::Unreadable; }
    /** Sums sizes and dates up. */
    void finish();

private:
    std::vector<FileItem> m_items;
    std::vector<Item> m_roots;
};

} // namespace staffelstab::files
