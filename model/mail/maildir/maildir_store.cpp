// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/maildir/maildir_store.h"

#include "mail/modified_utf7.h"
#include "mail/special_use.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace staffelstab::mail {

namespace {

constexpr int deepestFolder = 32;

bool isPartOfMaildir(const QByteArray& name)
{
    return name == "cur" || name == "new" || name == "tmp";
}

/**
 * "Privat/Verein" of ".Privat.Verein" (Maildir++) or of the plain name of a level. What lies below "Privat" is kept by
 * KMail in ".Privat.directory" and by Thunderbird in "Privat.sbd".
 */
QString pathBelow(const QString& parent, const QByteArray& rawName)
{
    QStringList levels;
    if (!parent.isEmpty()) {
        levels.append(parent);
    }
    if (rawName.size() > 11 && rawName.startsWith('.') && rawName.endsWith(".directory")) {
        levels.append(readableFolderName(rawName.mid(1, rawName.size() - 11)));
        return levels.join(QLatin1Char('/'));
    }
    if (rawName.size() > 4 && rawName.endsWith(".sbd")) {
        levels.append(readableFolderName(rawName.chopped(4)));
        return levels.join(QLatin1Char('/'));
    }
    if (!rawName.startsWith('.')) {
        levels.append(readableFolderName(rawName));
        return levels.join(QLatin1Char('/'));
    }
    for (const QByteArray& level : rawName.mid(1).split('.')) {
        levels.append(readableFolderName(level));
    }
    return levels.join(QLatin1Char('/'));
}

QByteArray rawBelow(const QByteArray& parent, const QByteArray& name)
{
    return parent == "." ? name : parent + '/' + name;
}

MessageKey keyOf(const QByteArray& fileName)
{
    const qsizetype info = fileName.indexOf(":2,");
    return info > 0 ? fileName.first(info) : fileName;
}

StoredFile storedFile(const char* part, const FolderEntry& entry)
{
    StoredFile file{keyOf(entry.rawName), QLatin1String(part) + QLatin1Char('/') + entry.name, {}};
    if (entry.type != FolderEntry::Type::File) {
        file.problem = Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("not a file")};
    } else if (entry.name.isEmpty()) {
        file.problem = unreadable(QStringLiteral("file name in an unknown encoding"));
    }
    return file;
}

/** The same base name in cur and new, or twice in cur, still names two messages. */
void makeKeyUnique(StoredFile& file, QSet<MessageKey>& taken)
{
    if (taken.contains(file.key)) {
        file.key = QFile::encodeName(file.name);
    }
    taken.insert(file.key);
}

/** The messages of cur or new, which may be missing. */
Status addPart(const QString& place, const char* part, std::vector<StoredFile>& files, QSet<MessageKey>& taken)
{
    const QString path = place + QLatin1Char('/') + QLatin1String(part);
    if (QFileInfo(path).isSymLink()) {
        files.push_back({part, {}, Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("symbolic link")}});
        return Done{};
    }
    const Result<std::vector<FolderEntry>> entries = entriesOf(path);
    if (!entries) {
        const bool isMissing = entries.failure().kind == Failure::Kind::FileNotFound;
        return isMissing ? Status(Done{}) : Status(entries.failure());
    }
    files.reserve(files.size() + entries->size());
    for (const FolderEntry& entry : *entries) {
        if (!entry.rawName.startsWith('.') && entry.type != FolderEntry::Type::Folder) {
            files.push_back(storedFile(part, entry));
            makeKeyUnique(files.back(), taken);
        }
    }
    return Done{};
}

} // namespace

MaildirStore::MaildirStore(QString root, QStringList wanted, Files files)
    : FileStore(std::move(root), std::move(wanted)), m_files(files)
{
}

QStringList MaildirStore::folderParts() const
{
    return {QStringLiteral("cur"), QStringLiteral("new")};
}

void MaildirStore::addLink(const Level& level, const FolderEntry& entry, std::vector<Folder>& found) const
{
    const QByteArray rawName = rawBelow(level.rawName, entry.rawName);
    const QString place = root() + QLatin1Char('/') + QFile::decodeName(rawName);
    if (QFileInfo(place + QStringLiteral("/cur")).isDir()) {
        const QString path = pathBelow(level.path, entry.rawName);
        found.push_back({path, rawName, specialUseOf(path), -1});
    }
}

Status MaildirStore::findBelow(const Level& level, std::vector<Folder>& found, JobContext& job)
{
    if (Status go = job.mayGoOn(); !go) {
        return go;
    }
    if (level.depth > deepestFolder) {
        return Failure{Failure::Kind::LimitExceeded, level.path, {}};
    }
    const Result<QString> place = placeOf({level.path, level.rawName, SpecialUse::None, -1});
    const Result<std::vector<FolderEntry>> entries = place ? entriesOf(*place) : place.failure();
    if (!entries) {
        if (level.depth > 0 && entries.failure().kind == Failure::Kind::FileNotReadable) {
            found.push_back({level.path, level.rawName, specialUseOf(level.path), -1});
            return Done{};
        }
        return entries.failure();
    }
    const bool holdsMessages = std::any_of(entries->begin(), entries->end(), [](const FolderEntry& entry) {
        return entry.type == FolderEntry::Type::Folder && (entry.rawName == "cur" || entry.rawName == "new");
    });
    if (holdsMessages) {
        const QString path = level.path.isEmpty() ? QStringLiteral("INBOX") : level.path;
        found.push_back({path, level.rawName, specialUseOf(path), -1});
    }
    for (const FolderEntry& entry : *entries) {
        if (isPartOfMaildir(entry.rawName) && holdsMessages) {
            continue;
        }
        if (entry.type == FolderEntry::Type::Link) {
            addLink(level, entry, found);
        } else if (entry.type == FolderEntry::Type::Folder && entry.name.isEmpty()) {
            found.push_back(
                {pathBelow(level.path, entry.rawName), rawBelow(level.rawName, entry.rawName), SpecialUse::None, -1});
        } else if (entry.type == FolderEntry::Type::Folder) {
            const Level below{rawBelow(level.rawName, entry.rawName), pathBelow(level.path, entry.rawName),
                              level.depth + 1};
            if (Status done = findBelow(below, found, job); !done) {
                return done;
            }
        }
    }
    return Done{};
}

Result<std::vector<Folder>> MaildirStore::findFolders(JobContext& job)
{
    std::vector<Folder> found;
    if (Status done = findBelow({".", {}, 0}, found, job); !done) {
        return done.failure();
    }
    if (found.empty()) {
        return Failure{Failure::Kind::BadInput, root(), QStringLiteral("no folder cur or new")};
    }
    for (Folder& folder : found) {
        if (const Result<std::vector<StoredFile>> files = filesOf(folder); files) {
            folder.messages = static_cast<qint64>(files->size());
        }
    }
    return found;
}

Result<std::vector<StoredFile>> MaildirStore::filesOf(const Folder& folder)
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
        files.push_back({folder.rawName, {}, Failure{Failure::Kind::PathUnsafe, {}, QStringLiteral("symbolic link")}});
        return files;
    }
    if (!QFileInfo(*place).isDir()) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    QSet<MessageKey> taken;
    for (const char* part : {"cur", "new"}) {
        if (Status added = addPart(*place, part, files, taken); !added) {
            return added.failure();
        }
    }
    return files;
}

} // namespace staffelstab::mail
