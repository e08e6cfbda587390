// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/folder_entries.h"

#include <QFile>

#include <algorithm>
#include <filesystem>

namespace staffelstab::mail {

namespace {

namespace fs = std::filesystem;

fs::path nativePath(const QString& path)
{
#ifdef Q_OS_WIN
    return fs::path(path.toStdWString());
#else
    return fs::path(QFile::encodeName(path).toStdString());
#endif
}

FolderEntry::Type typeOf(const fs::directory_entry& entry)
{
    std::error_code ignored;
    if (entry.is_symlink(ignored)) {
        return FolderEntry::Type::Link;
    }
    if (entry.is_regular_file(ignored)) {
        return FolderEntry::Type::File;
    }
    return entry.is_directory(ignored) ? FolderEntry::Type::Folder : FolderEntry::Type::Other;
}

/** Undecodable names would come back as other bytes, and the file of that name does not exist. */
FolderEntry entryOf(const fs::directory_entry& entry)
{
    FolderEntry found;
#ifdef Q_OS_WIN
    found.name = QString::fromStdWString(entry.path().filename().wstring());
    found.rawName = found.name.toUtf8();
#else
    const std::string& path = entry.path().native();
    found.rawName = QByteArray::fromStdString(path.substr(path.rfind('/') + 1));
    found.name = nameFromDisk(found.rawName);
    if (QFile::encodeName(found.name) != found.rawName) {
        found.name.clear();
    }
#endif
    found.type = typeOf(entry);
    return found;
}

Failure failureOf(const std::error_code& error, const QString& folder)
{
    Failure::Kind kind = Failure::Kind::FileNotReadable;
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) {
        kind = Failure::Kind::FileNotFound;
    } else if (error == std::errc::io_error || error == std::errc::no_such_device) {
        kind = Failure::Kind::MediumGone;
    }
    return {kind, folder, QString::fromStdString(error.message())};
}

} // namespace

QString nameFromDisk(const QByteArray& rawName)
{
#ifdef Q_OS_WIN
    return QString::fromUtf8(rawName);
#else
    return QFile::decodeName(rawName);
#endif
}

Status visitEntries(const QString& folder, const std::function<void(FolderEntry&&)>& visit)
{
    std::error_code error;
    for (fs::directory_iterator at(nativePath(folder), error); !error && at != fs::directory_iterator();) {
        visit(entryOf(*at));
        at.increment(error);
    }
    return error ? Status(failureOf(error, folder)) : Status(Done{});
}

Result<std::vector<FolderEntry>> entriesOf(const QString& folder)
{
    std::vector<FolderEntry> entries;
    Status visited = visitEntries(folder, [&entries](FolderEntry&& entry) { entries.push_back(std::move(entry)); });
    if (!visited) {
        return visited.failure();
    }
    std::sort(entries.begin(), entries.end(), comesBefore);
    return entries;
}

} // namespace staffelstab::mail
