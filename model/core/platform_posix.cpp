// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

namespace staffelstab::platform {

// What Linux and macOS have in common.

Failure lastFileError(const QString& path)
{
    const int code = errno;
    Failure::Kind kind = Failure::Kind::FileNotWritable;
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        kind = Failure::Kind::FileNotFound;
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        kind = Failure::Kind::DiskFull;
        break;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ESTALE:
        kind = Failure::Kind::MediumGone;
        break;
    case EEXIST:
        kind = Failure::Kind::FileExists;
        break;
    default:
        break;
    }
    return {kind, path, QString::fromLocal8Bit(std::strerror(code))};
}

Status flushFolder(const QString& folder)
{
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return lastFileError(folder);
    }
    const int answer = fsync(handle);
    const int code = errno;
    close(handle);
    // Some file systems (FUSE, SMB) have no way to flush a folder and say EINVAL.
    if (answer != 0 && code != EINVAL && code != ENOTSUP) {
        errno = code;
        return lastFileError(folder);
    }
    return Done{};
}

Status replaceFile(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return lastFileError(to);
    }
    return flushFolder(QFileInfo(to).absolutePath());
}

bool isPrivateToOwner(const QString& file)
{
    struct stat state = {};
    return stat(QFile::encodeName(file).constData(), &state) == 0 && (state.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Status makePrivate(const QString& path)
{
    const mode_t mode = QFileInfo(path).isDir() ? S_IRWXU : (S_IRUSR | S_IWUSR);
    if (chmod(QFile::encodeName(path).constData(), mode) != 0) {
        return lastFileError(path);
    }
    return Done{};
}

qint64 freeBytes(const QString& path)
{
    const QStorageInfo storage(path);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

Status openExact(QFile& file, const QByteArray& name, QIODevice::OpenMode mode)
{
    const bool isWritten = (mode & QIODevice::WriteOnly) != 0;
    const bool isNew = isWritten && (mode & QIODevice::ExistingOnly) == 0;
    const int access = isWritten ? O_RDWR : O_RDONLY;
    const int flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | access | (isNew ? O_CREAT | O_EXCL : 0);
    const int handle = open(name.constData(), flags, S_IRUSR | S_IWUSR);
    if (handle < 0) {
        const bool isLink = errno == ELOOP;
        Failure failure = lastFileError(QFile::decodeName(name));
        if (isLink) {
            failure.kind = Failure::Kind::PathUnsafe;
        } else if (!isWritten && failure.kind == Failure::Kind::FileNotWritable) {
            failure.kind = Failure::Kind::FileNotReadable;
        }
        return failure;
    }
    struct stat state = {};
    if (fstat(handle, &state) != 0 || !S_ISREG(state.st_mode)) {
        close(handle);
        return Failure{Failure::Kind::PathUnsafe, QFile::decodeName(name), {}};
    }
    if (!file.open(handle, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        close(handle);
        return Failure{Failure::Kind::FileNotReadable, QFile::decodeName(name), file.errorString()};
    }
    return Done{};
}

quint64 mediumOf(const QByteArray& name)
{
    struct stat state = {};
    return lstat(name.constData(), &state) == 0 ? static_cast<quint64>(state.st_dev) : 0;
}

std::optional<FileState> stateOf(const QString& path)
{
    struct stat state = {};
    if (lstat(QFile::encodeName(path).constData(), &state) != 0 || !S_ISREG(state.st_mode)) {
        return std::nullopt;
    }
#ifdef Q_OS_MACOS
    const timespec& modified = state.st_mtimespec;
    const timespec& changed = state.st_ctimespec;
#else
    const timespec& modified = state.st_mtim;
    const timespec& changed = state.st_ctim;
#endif
    const auto nanoseconds = [](const timespec& time) { return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
    return FileState{state.st_size, nanoseconds(modified), nanoseconds(changed), state.st_ino};
}

void confineReader(qint64 memory)
{
    const rlimit nothing{0, 0};
    setrlimit(RLIMIT_FSIZE, &nothing);
    setrlimit(RLIMIT_CORE, &nothing);
    // AddressSanitizer reserves terabytes of addresses.
#if defined(__has_feature)
    constexpr bool reservesMuch = __has_feature(address_sanitizer);
#else
    constexpr bool reservesMuch = false;
#endif
    const rlimit most{static_cast<rlim_t>(memory), static_cast<rlim_t>(memory)};
    if (!reservesMuch) {
        setrlimit(RLIMIT_AS, &most);
    }
}

void limitCpuOfNextStep(int seconds)
{
    const itimerval timer{{0, 0}, {seconds, 0}};
    setitimer(ITIMER_PROF, &timer, nullptr);
}

qint64 readSome(std::FILE* input, char* to, qint64 most)
{
    ssize_t got = 0;
    do {
        got = read(fileno(input), to, static_cast<size_t>(most));
    } while (got < 0 && errno == EINTR);
    return got;
}

void breakConnection(qintptr socket)
{
    shutdown(static_cast<int>(socket), SHUT_RDWR);
}

void restBriefly(unsigned microseconds)
{
    QThread::usleep(microseconds);
}

} // namespace staffelstab::platform
