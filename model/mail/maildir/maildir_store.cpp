// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/maildir/maildir_store.h"

#include "mail/modified_utf7.h"
#include "mail/special_use.h"

#include <QFile>
#include <QFileInfo>

namespace staffelstab::mail {

namespace {

constexpr int deepestFolder = 32;

bool isPartOfMaildir(const QByteArray& name)
{
    return name == "cur" || name == "new" || name == "tmp";
}

/** Evolution writes '.' and '_' of a name as '_' and two hexadecimal digits where it keeps this file. */
constexpr auto escapesMark = "..maildir++";

QByteArray withoutEscapes(QByteArray name)
{
    for (qsizetype at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
        bool isEscape = false;
        const int code = name.mid(at + 1, 2).toInt(&isEscape, 16);
        if (isEscape && (code == '.' || code == '_')) {
            name.replace(at, 3, QByteArray(1, static_cast<char>(code)));
        }
    }
    return name;
}

/**
 * "Privat/Verein" of ".Privat.Verein" (Maildir++) or of the plain name of a level. What lies below "Privat" is kept by
 * KMail in ".Privat.directory" and by Thunderbird in "Privat.sbd", what lies below the inbox by Evolution in
 * "..Verein".
 */
QString pathBelow(const QString& parent, const QByteArray& rawName, bool hasEscapes)
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
    if (rawName.startsWith("..")) {
        levels.append(QStringLiteral("INBOX"));
    }
    for (const QByteArray& level : rawName.mid(rawName.startsWith("..") ? 2 : 1).split('.')) {
        levels.append(readableFolderName(hasEscapes ? withoutEscapes(level) : level));
    }
    return levels.join(QLatin1Char('/'));
}

QByteArray rawBelow(const QByteArray& parent, const QByteArray& name)
{
    return parent == "." ? name : parent + '/' + name;
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
        const QString path = pathBelow(level.path, entry.rawName, m_hasEscapes);
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
            found.push_back({pathBelow(level.path, entry.rawName, m_hasEscapes), rawBelow(level.rawName, entry.rawName),
                             SpecialUse::None, -1});
        } else if (entry.type == FolderEntry::Type::Folder) {
            const Level below{rawBelow(level.rawName, entry.rawName),
                              pathBelow(level.path, entry.rawName, m_hasEscapes), level.depth + 1};
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
    m_hasEscapes = QFileInfo::exists(root() + QLatin1Char('/') + QLatin1String(escapesMark));
    if (Status done = findBelow({".", {}, 0}, found, job); !done) {
        return done.failure();
    }
    if (found.empty()) {
        return Failure{Failure::Kind::BadInput, root(), QStringLiteral("no folder cur or new")};
    }
    for (Folder& folder : found) {
        qint64 names = 0;
        const Status counted = visitFiles(folder, [&names](auto, auto, auto) { ++names; });
        folder.messages = counted ? names : folder.messages;
    }
    return found;
}

/** The messages of cur or new, which may be missing. */
Status MaildirStore::visitPart(const QString& place, const QByteArray& part, const NameVisitor& visit)
{
    const QString path = place + QLatin1Char('/') + QString::fromLatin1(part);
    if (QFileInfo(path).isSymLink()) {
        visit(part, {0, part.size()}, FileListing::Problem::SymbolicLink);
        return Done{};
    }
    Status listed = visitEntries(path, [&](const FolderEntry& entry) {
        if (!entry.rawName.startsWith('.') && entry.type != FolderEntry::Type::Folder) {
            const qsizetype info = entry.rawName.indexOf(":2,");
            visit(part + '/' + entry.rawName, {part.size() + 1, info > 0 ? info : entry.rawName.size()},
                  problemOf(entry));
        }
    });
    const bool isMissing = !listed && listed.failure().kind == Failure::Kind::FileNotFound;
    return isMissing ? Status(Done{}) : listed;
}

Status MaildirStore::visitFiles(const Folder& folder, const NameVisitor& visit)
{
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    const FileListing::KeyPart all{0, folder.rawName.size()};
    if (!isReachable(folder)) {
        visit(folder.rawName, all, FileListing::Problem::UnknownFolderEncoding);
        return Done{};
    }
    if (*place != root() && QFileInfo(*place).isSymLink()) {
        visit(folder.rawName, all, FileListing::Problem::SymbolicLink);
        return Done{};
    }
    if (!QFileInfo(*place).isDir()) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    Status visited = visitPart(*place, "cur", visit);
    return visited ? visitPart(*place, "new", visit) : visited;
}

} // namespace staffelstab::mail
