// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <aclapi.h>
#include <io.h>
#include <windows.h>
#include <winsock2.h>

#include <memory>

namespace staffelstab::platform {

// Written against the documented Win32 calls; no test of this project has run it yet.

namespace {

const wchar_t* wide(const QString& path)
{
    return reinterpret_cast<const wchar_t*>(path.utf16());
}

Failure::Kind kindOf(DWORD code)
{
    switch (code) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return Failure::Kind::FileNotFound;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case ERROR_DISK_QUOTA_EXCEEDED:
        return Failure::Kind::DiskFull;
    case ERROR_NOT_READY:
    case ERROR_DEV_NOT_EXIST:
    case ERROR_NO_SUCH_DEVICE:
    case ERROR_IO_DEVICE:
        return Failure::Kind::MediumGone;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
        return Failure::Kind::FileExists;
    default:
        return Failure::Kind::FileNotWritable;
    }
}

} // namespace

void wipeFreedMemory() {}

void giveBackMemory() {}

void hardenProcess()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    SetDllDirectoryW(L"");
}

Failure lastFileError(const QString& path)
{
    const DWORD code = GetLastError();
    return {kindOf(code), path, QString::number(code)};
}

Status flushToMedium(QFile& file)
{
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    if (!file.flush() || FlushFileBuffers(handle) == 0) {
        return lastFileError(file.fileName());
    }
    return Done{};
}

Status flushFolder(const QString& /*folder*/)
{
    // NTFS journals renames itself; a folder handle cannot be flushed by an ordinary user.
    return Done{};
}

Status flushMedium(const QString& path)
{
    // Flushing a whole volume takes an administrator; an ordinary user can flush each file.
    const auto flush = [](const QString& name) -> Status {
        QFile file(name);
        return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) ? flushToMedium(file)
                                                                         : Status(lastFileError(name));
    };
    if (!QFileInfo(path).isDir()) {
        return flush(path);
    }
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (Status flushed = flush(files.next()); !flushed) {
            return flushed;
        }
    }
    return Done{};
}

Status replaceFile(const QString& from, const QString& to)
{
    if (MoveFileExW(wide(from), wide(to), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0) {
        return lastFileError(to);
    }
    return Done{};
}

bool isPrivateToOwner(const QString& file)
{
    // Private: nobody but the owner, SYSTEM and Administrators is named in the access list.
    PACL list = nullptr;
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetNamedSecurityInfoW(wide(file), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                              &owner, nullptr, &list, nullptr, &descriptor) != ERROR_SUCCESS) {
        return false;
    }
    const std::unique_ptr<void, decltype(&LocalFree)> free(descriptor, &LocalFree);
    for (WORD i = 0; list != nullptr && i < list->AceCount; ++i) {
        void* entry = nullptr;
        if (GetAce(list, i, &entry) == 0) {
            return false;
        }
        PSID who = &static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart;
        if (EqualSid(who, owner) == 0 && IsWellKnownSid(who, WinLocalSystemSid) == 0 &&
            IsWellKnownSid(who, WinBuiltinAdministratorsSid) == 0) {
            return false;
        }
    }
    return list != nullptr;
}

Status makePrivate(const QString& path)
{
    EXPLICIT_ACCESSW access{};
    BuildExplicitAccessWithNameW(&access, const_cast<wchar_t*>(L"CURRENT_USER"), GENERIC_ALL, SET_ACCESS,
                                 SUB_CONTAINERS_AND_OBJECTS_INHERIT);
    PACL list = nullptr;
    if (const DWORD made = SetEntriesInAclW(1, &access, nullptr, &list); made != ERROR_SUCCESS) {
        return Failure{kindOf(made), path, QString::number(made)};
    }
    const std::unique_ptr<void, decltype(&LocalFree)> free(list, &LocalFree);
    const DWORD set = SetNamedSecurityInfoW(const_cast<wchar_t*>(wide(path)), SE_FILE_OBJECT,
                                            DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                            nullptr, list, nullptr);
    if (set != ERROR_SUCCESS) {
        return Failure{kindOf(set), path, QString::number(set)};
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
    const QFileInfo info(QString::fromUtf8(name));
    const bool isWritten = (mode & QIODevice::WriteOnly) != 0;
    const bool isNew = isWritten && (mode & QIODevice::ExistingOnly) == 0;
    if (info.isSymLink() || info.isJunction() || (info.exists() && !info.isFile())) {
        return Failure{Failure::Kind::PathUnsafe, info.filePath(), {}};
    }
    file.setFileName(info.filePath());
    if (!file.open(mode | QIODevice::Unbuffered | (isNew ? QIODevice::NewOnly : QIODevice::NotOpen))) {
        const auto kind = isWritten ? Failure::Kind::FileNotWritable : Failure::Kind::FileNotReadable;
        return Failure{kind, info.filePath(), file.errorString()};
    }
    return isNew ? makePrivate(info.filePath()) : Status(Done{});
}

quint64 mediumOf(const QByteArray& name)
{
    const HANDLE handle =
        CreateFileW(wide(QString::fromUtf8(name)), 0, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING,
                    FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    BY_HANDLE_FILE_INFORMATION info = {};
    const bool isKnown = handle != INVALID_HANDLE_VALUE && GetFileInformationByHandle(handle, &info) != 0;
    CloseHandle(handle);
    return isKnown ? info.dwVolumeSerialNumber : 0;
}

std::optional<FileState> stateOf(const QString& path)
{
    const HANDLE handle = CreateFileW(wide(path), 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT, nullptr);
    BY_HANDLE_FILE_INFORMATION info = {};
    FILE_BASIC_INFO times = {};
    const bool isKnown = handle != INVALID_HANDLE_VALUE && GetFileInformationByHandle(handle, &info) != 0 &&
                         GetFileInformationByHandleEx(handle, FileBasicInfo, &times, sizeof times) != 0;
    CloseHandle(handle);
    if (!isKnown || (info.dwFileAttributes & (FILE_ATTRIBUTE_DIRECTORY | FILE_ATTRIBUTE_REPARSE_POINT)) != 0) {
        return std::nullopt;
    }
    // Counted in 100 ns from 1601.
    const auto nanoseconds = [](const LARGE_INTEGER& time) { return (time.QuadPart - 116'444'736'000'000'000) * 100; };
    const auto joined = [](DWORD high, DWORD low) { return quint64{high} << 32 | low; };
    return FileState{static_cast<qint64>(joined(info.nFileSizeHigh, info.nFileSizeLow)),
                     nanoseconds(times.LastWriteTime), nanoseconds(times.ChangeTime),
                     joined(info.nFileIndexHigh, info.nFileIndexLow)};
}

QStringList removableRoots()
{
    QStringList roots;
    const DWORD letters = GetLogicalDrives();
    for (int letter = 0; letter < 26; ++letter) {
        const QString root = QChar(u'A' + letter) + QStringLiteral(":/");
        if ((letters >> letter & 1U) != 0 && GetDriveTypeW(reinterpret_cast<const wchar_t*>(
                                                 QDir::toNativeSeparators(root).utf16())) == DRIVE_REMOVABLE) {
            roots.append(root);
        }
    }
    return roots;
}

Status copyAttributes(const QByteArray& from, const QByteArray& to)
{
    const QString source = QString::fromUtf8(from);
    const QString target = QString::fromUtf8(to);
    WIN32_FILE_ATTRIBUTE_DATA data = {};
    if (GetFileAttributesExW(wide(source), GetFileExInfoStandard, &data) == 0) {
        return lastFileError(source);
    }
    const HANDLE handle = CreateFileW(wide(target), FILE_WRITE_ATTRIBUTES, 0, nullptr, OPEN_EXISTING,
                                      FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    const bool isSet = handle != INVALID_HANDLE_VALUE &&
                       SetFileTime(handle, &data.ftCreationTime, &data.ftLastAccessTime, &data.ftLastWriteTime);
    const Failure failure = isSet ? Failure{} : lastFileError(target);
    CloseHandle(handle);
    return isSet ? Status(Done{}) : Status(failure);
}

void confineReader(qint64 memory)
{
    // The job must live as long as the process, so its handle is never closed.
    HANDLE job = CreateJobObjectW(nullptr, nullptr);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = static_cast<SIZE_T>(memory);
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job, GetCurrentProcess());
}

void limitCpuOfNextStep(int /*seconds*/)
{
    // The program ends a reader that is silent for too long.
}

qint64 readSome(std::FILE* input, char* to, qint64 most)
{
    return _read(_fileno(input), to, static_cast<unsigned>(most));
}

void breakConnection(qintptr socket)
{
    shutdown(static_cast<SOCKET>(socket), SD_BOTH);
}

/** Sleep() takes one to 15 ms. */
void restBriefly(unsigned) {}

} // namespace staffelstab::platform
