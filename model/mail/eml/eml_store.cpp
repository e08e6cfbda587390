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
    std::vector<FolderEntry> below;
    folder.messages = 0;
    const Status listed = place ? visitEntries(*place,
                                               [&](FolderEntry&& entry) {
                                                   folder.messages += concernsUs(entry, *place) ? 1 : 0;
                                                   if (entry.type == FolderEntry::Type::Folder) {
                                                       below.push_back(std::move(entry));
                                                   }
                                               })
                                : Status(place.failure());
    if (!listed) {
        if (depth > 0 && listed.failure().kind == Failure::Kind::FileNotReadable) {
            folder.messages = -1;
            found.push_back(folder);
            return Done{};
        }
        return listed;
    }
    if (folder.messages > 0) {
        found.push_back(folder);
    }
    std::sort(below.begin(), below.end(), comesBefore);
    return findInFolders(rawName, below, depth, found, job);
}

Status EmlStore::findInFolders(const QByteArray& parent, const std::vector<FolderEntry>& folders, int depth,
                               std::vector<Folder>& found, JobContext& job)
{
    for (const FolderEntry& entry : folders) {
        const QByteArray below = rawBelow(parent, entry.rawName);
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

QByteArray EmlStore::keyPrefix(const Folder& folder) const
{
    return isReachable(folder) ? rawBelow(folder.rawName, {}) : QByteArray();
}

Status EmlStore::visitFiles(const Folder& folder, const NameVisitor& visit)
{
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    if (!isReachable(folder)) {
        visit(folder.rawName, {0, folder.rawName.size()}, FileListing::Problem::UnknownFolderEncoding);
        return Done{};
    }
    if (*place != root() && QFileInfo(*place).isSymLink()) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    return visitEntries(*place, [&](const FolderEntry& entry) {
        if (concernsUs(entry, *place)) {
            visit(entry.rawName, {0, entry.rawName.size()}, problemOf(entry));
        }
    });
}

} // namespace staffelstab::mail
