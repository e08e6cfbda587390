// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab {

/** A stick, card or disk that is plugged in and mounted. */
struct RemovableDrive
{
    QString root;
    /** Its label, or the last level of its root. */
    QString name;
    /** As the system names it: "vfat", "exfat", "ntfs", ... */
    QString fileSystem;
    qint64 bytesFree = 0;
    bool isReadOnly = false;
};

/** By name. Asks only the drives themselves, so that a server out of reach holds nothing up. Safe from any thread. */
std::vector<RemovableDrive> removableDrives();

/** `path`, absolute, or the nearest folder above it that exists. */
QString nearestFolder(const QString& path);

/** Largest file that a file system holds, in bytes; -1: no limit that matters. FAT keeps the size in 32 bits. */
qint64 largestFileOn(const QByteArray& fileSystem);
/** The same for the medium that holds `path`, or its nearest folder that exists. */
qint64 largestFileAt(const QString& path);
/** The file system below `path`, or its nearest folder that exists, as the system names it. */
QByteArray fileSystemAt(const QString& path);

/**
 * True if what is written below `path` stays with the computer: the nearest folder that exists lies on the disk of the
 * home folder or of the system, and on no drive that can be pulled out.
 */
bool staysWithComputer(const QString& path);

} // namespace staffelstab
