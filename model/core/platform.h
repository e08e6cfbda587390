// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QIODevice>
#include <QString>
#include <QStringList>

#include <cstdio>
#include <optional>

class QFile;

namespace staffelstab::platform {

/**
 * The one place that knows the operating system. Everything else is portable C++ and Qt. Linux is tested; the files for
 * Windows and macOS are complete but have been neither built nor run.
 */

/** No core dumps, no debugger attach: secrets stay in this process. Called once at the start of main(). */
void hardenProcess();
/**
 * From now on freed memory is overwritten, whichever library frees it (part of hardenProcess). Where the system's
 * allocator cannot do that, nothing happens.
 */
void wipeFreedMemory();
/** After work on much data: what the allocator still holds of freed memory goes back to the system, if it can. */
void giveBackMemory();

/** Writes the file's data and size through to the medium (fsync). */
Status flushToMedium(QFile& file);
/** Makes a rename or removal in this folder durable. */
Status flushFolder(const QString& folder);
/** Flushes everything on the medium that holds `path` (syncfs): one call instead of one per file. */
Status flushMedium(const QString& path);
/** Replaces `to` by `from` in one step; both stand on the same medium. Flushes the folder. */
Status replaceFile(const QString& from, const QString& to);
/** True if no one but the owner (and the administrator) can read the file. */
bool isPrivateToOwner(const QString& file);
/** Makes a file (0600) or folder (0700) private to its owner. */
Status makePrivate(const QString& path);
/** Bytes a normal user can still write below `path`; -1 if unknown. */
qint64 freeBytes(const QString& path);
/**
 * Opens a file by the bytes of its name, whatever they are; what is a link or no ordinary file is refused. For writing
 * the file must be new and is private to its owner, or, with ExistingOnly, be there. The name is UTF-8 where the
 * system's own names are not bytes.
 */
Status openExact(QFile& file, const QByteArray& name, QIODevice::OpenMode mode);
/** Tells one medium from another, so that a mount point is noticed; 0 if unknown. */
quint64 mediumOf(const QByteArray& name);
/** What a file looks like from outside: equal only as long as nobody wrote to it, renamed it or put another there. */
struct FileState
{
    qint64 bytes = -1;
    /** Nanoseconds since 1970: of the content and, where the system has it, of anything about the file. */
    qint64 modified = 0;
    qint64 changed = 0;
    /** The file's number on its medium. */
    quint64 number = 0;

    bool operator==(const FileState&) const = default;
};
/** Nothing is opened for it. Nothing for what is no ordinary file. */
std::optional<FileState> stateOf(const QString& path);
/** Where sticks, cards and disks that can be pulled out are mounted. No file system is asked. */
QStringList removableRoots();
/** Gives `to` the times, permissions and extra attributes of `from`, as far as its medium can keep them. */
Status copyAttributes(const QByteArray& from, const QByteArray& to);
/** Ends both directions of a socket, so that whoever waits on it comes back; the handle stays open. */
void breakConnection(qintptr socket);
/**
 * For a helper process that reads foreign data: it can write to no file and take at most `memory` bytes. Called once at
 * its start; where the system has no such limit, nothing happens.
 */
void confineReader(qint64 memory);
/** Ends this process if it uses more than `seconds` of CPU time from now on; each call begins anew. */
void limitCpuOfNextStep(int seconds);
/** What has arrived, at most `most` bytes, waiting for the first; 0 at the end, -1 on an error. */
qint64 readSome(std::FILE* input, char* to, qint64 most);
/** Lets the thread sleep for less than a millisecond; where the system can only do so for longer, nothing happens. */
void restBriefly(unsigned microseconds);
/** Turns the thread's last system error for `path` into a Failure (disk full, medium gone, not writable, ...). */
Failure lastFileError(const QString& path);

} // namespace staffelstab::platform
