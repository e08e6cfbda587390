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
    found.name = QFile::decodeName(found.rawName);
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

Result<std::vector<FolderEntry>> entriesOf(const QString& folder)
{
    std::error_code error;
    std::vector<FolderEntry> entries;
    for (fs::directory_iterator at(nativePath(folder), error); !error && at != fs::directory_iterator();) {
        entries.push_back(entryOf(*at));
        at.increment(error);
    }
    if (error) {
        return failureOf(error, folder);
    }
    const auto byName = [](const FolderEntry& a, const FolderEntry& b) { return a.rawName < b.rawName; };
    std::sort(entries.begin(), entries.end(), byName);
    return entries;
}

} // namespace staffelstab::mail
