// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_walk.h"

#include "core/platform.h"
#include "files/native_path.h"

#include <QDir>
#include <QFile>

#include <boost/filesystem/operations.hpp>

namespace staffelstab::files {

namespace {

namespace fs = boost::filesystem;
using Kind = FileItem::Kind;

Kind kindOf(const fs::file_status& status)
{
    switch (status.type()) {
    case fs::regular_file:
        return Kind::File;
    case fs::directory_file:
        return Kind::Folder;
    case fs::symlink_file:
    case fs::reparse_file:
        return Kind::Link;
    default:
        return Kind::Special;
    }
}

/** Links need no asking: they are not followed. */
void closeIfOffLimits(FileItem& item, OffLimit why)
{
    if (why != OffLimit::None) {
        item.kind = Kind::OffLimits;
        item.offLimit = why;
        item.bytes = 0;
        item.modified = 0;
    }
}

FileItem itemOf(const fs::directory_entry& entry, quint64 medium, const OffLimits& offLimits)
{
    boost::system::error_code error;
    const fs::file_status status = entry.symlink_status(error);
    FileItem item;
    item.name = bytesOf(entry.path().filename());
    item.kind = error ? Kind::Unreadable : kindOf(status);
    if (item.kind == Kind::File) {
        const auto size = fs::file_size(entry.path(), error);
        item.kind = error ? Kind::Unreadable : Kind::File;
        item.bytes = error ? 0 : static_cast<qint64>(size);
        item.modified = static_cast<qint64>(fs::last_write_time(entry.path(), error));
    } else if (item.kind == Kind::Folder && platform::mediumOf(bytesOf(entry.path())) != medium) {
        item.kind = Kind::MountPoint;
    }
    if (item.kind != Kind::Link) {
        closeIfOffLimits(item, offLimits.at(bytesOf(entry.path())));
    }
    return item;
}

/** False if the folder could not be read to its end. */
bool list(const QByteArray& folder, quint64 medium, const OffLimits& offLimits, std::vector<FileItem>& children)
{
    boost::system::error_code error;
    fs::directory_iterator entry(nativePath(folder), error);
    while (!error && entry != fs::directory_iterator()) {
        children.push_back(itemOf(*entry, medium, offLimits));
        entry.increment(error);
    }
    return !error;
}

Status addRoots(const QStringList& roots, const OffLimits& offLimits, FileTable& table, std::vector<quint64>& media)
{
    QStringList seen;
    for (const QString& root : roots) {
        const QString path = QDir::cleanPath(QDir(root).absolutePath());
        for (const QString& other : std::as_const(seen)) {
            if (path == other || path.startsWith(other + u'/') || other.startsWith(path + u'/')) {
                return Failure{Failure::Kind::BadInput, path, QStringLiteral("one folder lies in the other")};
            }
        }
        seen.append(path);
        boost::system::error_code error;
        const QByteArray bytes = QFile::encodeName(path);
        if (fs::symlink_status(nativePath(bytes), error).type() != fs::directory_file) {
            return Failure{Failure::Kind::FileNotFound, path, QStringLiteral("no folder")};
        }
        FileItem item;
        item.kind = Kind::Folder;
        item.name = bytes;
        closeIfOffLimits(item, offLimits.around(bytes));
        table.addRoot(std::move(item));
        media.push_back(platform::mediumOf(bytes));
    }
    return Done{};
}

} // namespace

Result<FileTable> walkFiles(const QStringList& roots, const OffLimits& offLimits, JobContext& job)
{
    FileTable table;
    std::vector<quint64> media;
    if (Status added = addRoots(roots, offLimits, table, media); !added) {
        return added.failure();
    }
    // The medium of an item is that of its root, as no other is entered.
    std::vector<std::size_t> rootOf(table.size());
    for (std::size_t root = 0; root < rootOf.size(); ++root) {
        rootOf[root] = root;
    }
    Progress progress{Progress::Stage::Listing, 0, 0, 0, 0};
    for (Item item = 0; item < table.size(); ++item) {
        if (table.at(item).kind != Kind::Folder) {
            continue;
        }
        if (Status going = job.mayGoOn(); !going) {
            return going.failure();
        }
        std::vector<FileItem> children;
        if (!list(table.pathOf(item), media[rootOf[item]], offLimits, children)) {
            table.markUnreadable(item);
        }
        table.addChildren(item, std::move(children));
        rootOf.resize(table.size(), rootOf[item]);
        progress.done = static_cast<qint64>(table.size());
        job.report(progress);
    }
    table.finish();
    return table;
}

} // namespace staffelstab::files
