// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace staffelstab::platform {

void wipeFreedMemory()
{
#ifdef __GLIBC__
    constexpr int pattern = 0xa5;
    mallopt(M_PERTURB, pattern);
#endif
}

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void hardenProcess()
{
    wipeFreedMemory();
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    umask(S_IRWXG | S_IRWXO);
}

Status flushToMedium(QFile& file)
{
    if (!file.flush() || fsync(file.handle()) != 0) {
        return lastFileError(file.fileName());
    }
    return Done{};
}

Status flushMedium(const QString& path)
{
    const int handle = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return lastFileError(path);
    }
    const int answer = syncfs(handle);
    const int code = errno;
    close(handle);
    if (answer != 0) {
        errno = code;
        return lastFileError(path);
    }
    return Done{};
}

namespace {

/** The user's own attributes; those of the system (labels, ACLs) belong to the machine. */
void copyUserAttributes(const QByteArray& from, const QByteArray& to)
{
    const ssize_t size = llistxattr(from.constData(), nullptr, 0);
    if (size <= 0) {
        return;
    }
    QByteArray names(size, 0);
    names.truncate(std::max<ssize_t>(0, llistxattr(from.constData(), names.data(), static_cast<size_t>(size))));
    for (const QByteArray& name : names.split('\0')) {
        if (!name.startsWith("user.")) {
            continue;
        }
        QByteArray value(qsizetype{64} * 1024, 0);
        const ssize_t got =
            lgetxattr(from.constData(), name.constData(), value.data(), static_cast<size_t>(value.size()));
        if (got >= 0) {
            lsetxattr(to.constData(), name.constData(), value.constData(), static_cast<size_t>(got), 0);
        }
    }
}

} // namespace

namespace {

/** mountinfo writes a space, tab, line break and backslash in octal (proc(5)). */
QByteArray unescaped(QByteArray path)
{
    return path.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
}

/** On USB or a card reader, or the kernel calls it removable. `device`: major:minor. */
bool isRemovable(const QByteArray& device)
{
    const QString place = QFileInfo(QStringLiteral("/sys/dev/block/") + QLatin1String(device)).canonicalFilePath();
    if (place.contains(QStringLiteral("/usb")) || place.contains(QStringLiteral("/mmc_host/"))) {
        return true;
    }
    // A partition's folder stands in its disk's.
    for (const QString& disk : {place, QFileInfo(place).path()}) {
        QFile flag(disk + QStringLiteral("/removable"));
        if (!place.isEmpty() && flag.open(QIODevice::ReadOnly) && flag.read(1) == "1") {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList removableRoots()
{
    QStringList roots;
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (!mounts.open(QIODevice::ReadOnly)) {
        return roots;
    }
    const QByteArrayList lines = mounts.readAll().split('\n');
    for (const QByteArray& line : lines) {
        // id parent major:minor root mount-point options ... - type source options
        const QByteArrayList words = line.split(' ');
        const qsizetype dash = words.indexOf("-");
        const bool isDevice = dash > 4 && words.size() > dash + 2 && words[dash + 2].startsWith("/dev/");
        if (!isDevice || words[3] != "/") {
            continue;
        }
        const QByteArray root = unescaped(words[4]);
        if (root.startsWith("/media/") || root.startsWith("/run/media/") || isRemovable(words[2])) {
            roots.append(QFile::decodeName(root));
        }
    }
    roots.removeDuplicates();
    return roots;
}

Status copyAttributes(const QByteArray& from, const QByteArray& to)
{
    struct stat state = {};
    if (lstat(from.constData(), &state) != 0) {
        return lastFileError(QFile::decodeName(from));
    }
    copyUserAttributes(from, to);
    // A medium without permissions (FAT) says EPERM; the times are what matters there.
    chmod(to.constData(), state.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO));
    const timespec times[2] = {state.st_atim, state.st_mtim};
    if (utimensat(AT_FDCWD, to.constData(), times, AT_SYMLINK_NOFOLLOW) != 0) {
        return lastFileError(QFile::decodeName(to));
    }
    return Done{};
}

} // namespace staffelstab::platform
