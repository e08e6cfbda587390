// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/eml/eml_store.h"

#include "mail/special_use.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace staffelstab::mail {

namespace {

constexpr int deepestFolder = 64;

bool isMessage(const FolderEntry& entry)
{
    const QByteArray name = entry.rawName.toLower();
    return name.endsWith(".eml") || name.endsWith(".msg");
}

QByteArray rawBelow(const QByteArray& parent, const QByteArray& name)
{
    return parent == "." ? name : parent + '/' + name;
}

/** A link to a folder would hide messages as well; any other name is none of ours. */
bool concernsUs(const FolderEntry& entry, const QString& place)
{
    if (entry.type == FolderEntry::Type::Link && !isMessage(entry)) {
        return QFileInfo(place + QLatin1Char('/') + entry.name).isDir();
    }
    return entry.type != FolderEntry::Type::Folder && isMessage(entry);
}

} // namespace

EmlStore::EmlStore(QString root, QStringList wanted) : FileStore(std::move(root), std::move(wanted)) {}

QStringList EmlStore::folderParts() const
{
    return {QStringLiteral(".")};
}

Status EmlStore::findBelow(const QByteArray& rawName, int depth, std::vector<Folder>& found, JobContext& job)
{
    if (Status go = job.mayGoOn(); !go) {
        return go;
    }
    const bool isRoot = rawName == ".";
    Folder folder{isRoot ? QDir(root()).dirName() : QString::fromUtf8(rawName), rawName, SpecialUse::None, -1};
    if (depth > deepestFolder) {
        return Failure{Failure::Kind::LimitExceeded, folder.path, {}};
    }
    folder.use = specialUseOf(folder.path);
    const Result<QString> place = placeOf(folder);
    const Result<std::vector<FolderEntry>> entries = place ? entriesOf(*place) : place.failure();
    if (!entries) {
        if (depth > 0 && entries.failure().kind == Failure::Kind::FileNotReadable) {
            found.push_back(folder);
            return Done{};
        }
        return entries.failure();
    }
    folder.messages = std::count_if(entries->begin(), entries->end(),
                                    [&place](const FolderEntry& entry) { return concernsUs(entry, *place); });
    if (folder.messages > 0) {
        found.push_back(folder);
    }
    for (const FolderEntry& entry : *entries) {
        if (entry.type != FolderEntry::Type::Folder) {
            continue;
        }
        const QByteArray below = rawBelow(rawName, entry.rawName);
        if (entry.name.isEmpty()) {
            found.push_back({QString::fromUtf8(below), below, SpecialUse::None, -1});
        } else if (Status done = findBelow(below, depth + 1, found, job); !done) {
            return done;
        }
    }
    return Done{};
}

Result<std::vector<Folder>> EmlStore::findFolders(JobContext& job)
{
    std::vector<Folder> found;
    if (Status done = findBelow(".", 0, found, job); !done) {
        return done.failure();
    }
    if (found.empty()) {
        return Failure{Failure::Kind::BadInput, root(), QStringLiteral("no .eml or .msg file")};
    }
    return found;
}

Result<std::vector<StoredFile>> EmlStore::filesOf(const Folder& folder)
{
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    std::vector<StoredFile> files;
    if (!isReachable(folder)) {
        files.push_back({folder.rawName, {}, unreadable(QStringLiteral("folder name in an unknown encoding"))});
        return files;
    }
    if (*place != root() && QFileInfo(*place).isSymLink()) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    const Result<std::vector<FolderEntry>> entries = entriesOf(*place);
    if (!entries) {
        return entries.failure();
    }
    for (const FolderEntry& entry : *entries) {
        if (!concernsUs(entry, *place)) {
            continue;
        }
        StoredFile file{rawBelow(folder.rawName, entry.rawName), entry.name, {}};
        if (entry.type != FolderEntry::Type::File) {
            file.problem = Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("not a file")};
        } else if (entry.name.isEmpty()) {
            file.problem = unreadable(QStringLiteral("file name in an unknown encoding"));
        }
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace staffelstab::mail
