// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace staffelstab::platform {

// Written against the documented calls; no test of this project has run it yet.

void wipeFreedMemory() {}

void giveBackMemory() {}

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
    umask(S_IRWXG | S_IRWXO);
}

Status flushToMedium(QFile& file)
{
    // fsync() stops at the drive's cache here; file systems that cannot flush that (SMB) leave it at fsync().
    if (!file.flush() || (fcntl(file.handle(), F_FULLFSYNC) != 0 && fsync(file.handle()) != 0)) {
        return lastFileError(file.fileName());
    }
    return Done{};
}

Status flushMedium(const QString& path)
{
    // There is no syncfs(): everything is written out, then the drive's own cache of this medium.
    sync();
    const int handle = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return lastFileError(path);
    }
    const bool isFlushed = fcntl(handle, F_FULLFSYNC) == 0 || fsync(handle) == 0;
    Status flushed = isFlushed ? Status(Done{}) : Status(lastFileError(path));
    close(handle);
    return flushed;
}

QStringList removableRoots()
{
    QStringList roots;
    const QFileInfoList volumes =
        QDir(QStringLiteral("/Volumes")).entryInfoList(QDir::Dirs | QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo& volume : volumes) {
        roots.append(volume.filePath());
    }
    return roots;
}

Status copyAttributes(const QByteArray& from, const QByteArray& to)
{
    struct stat state = {};
    if (lstat(from.constData(), &state) != 0) {
        return lastFileError(QFile::decodeName(from));
    }
    chmod(to.constData(), state.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO));
    const timespec times[2] = {state.st_atimespec, state.st_mtimespec};
    if (utimensat(AT_FDCWD, to.constData(), times, AT_SYMLINK_NOFOLLOW) != 0) {
        return lastFileError(QFile::decodeName(to));
    }
    return Done{};
}

} // namespace staffelstab::platform
