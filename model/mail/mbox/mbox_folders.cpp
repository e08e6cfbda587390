// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_folders.h"

#include "mail/folder_entries.h"
#include "mail/modified_utf7.h"
#include "mail/special_use.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace staffelstab::mail {

namespace {

constexpr int deepestFolder = 32;

QByteArray withoutEnding(QByteArray name, std::initializer_list<const char*> endings)
{
    for (const char* ending : endings) {
        if (name.toLower().endsWith(ending) && name.size() > static_cast<qsizetype>(qstrlen(ending))) {
            name.chop(static_cast<qsizetype>(qstrlen(ending)));
            return name;
        }
    }
    return name;
}

bool beginsLikeMbox(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return true; // To be reported by the scan rather than passed over.
    }
    QByteArray start = file.read(64);
    while (start.startsWith('\n') || start.startsWith('\r')) {
        start.remove(0, 1);
    }
    return start.startsWith("From ");
}

/** Left by programs that write or lock the file beside it. */
bool isByproduct(const QByteArray& name)
{
    return name.endsWith(".msf") || name.endsWith(".lock") || name.endsWith(".part");
}

class Finder
{
public:
    Finder(QString root, JobContext& job) : m_root(std::move(root)), m_job(job) {}

    Status findBelow(const QByteArray& rawName, const QString& path, int depth)
    {
        if (Status go = m_job.mayGoOn(); !go) {
            return go;
        }
        if (depth > deepestFolder) {
            return Failure{Failure::Kind::LimitExceeded, path, {}};
        }
        const QString place = rawName.isEmpty() ? m_root : m_root + QLatin1Char('/') + QFile::decodeName(rawName);
        const Result<std::vector<FolderEntry>> entries = entriesOf(place);
        if (!entries) {
            if (depth > 0 && entries.failure().kind == Failure::Kind::FileNotReadable) {
                found.push_back({path, rawName, SpecialUse::None, -1});
                return Done{};
            }
            return entries.failure();
        }
        QSet<QByteArray> names;
        for (const FolderEntry& entry : *entries) {
            names.insert(entry.rawName);
        }
        const bool isMaildir = names.contains("cur") && names.contains("new") && names.contains("tmp");
        for (const FolderEntry& entry : *entries) {
            if (isMaildir && (entry.rawName == "cur" || entry.rawName == "new" || entry.rawName == "tmp")) {
                continue;
            }
            const QByteArray below = rawName.isEmpty() ? entry.rawName : rawName + '/' + entry.rawName;
            if (entry.type == FolderEntry::Type::Folder && !entry.name.isEmpty()) {
                const QByteArray level = withoutEnding(entry.rawName, {".sbd", ".mbox"});
                if (Status done = findBelow(below, pathBelow(path, level), depth + 1); !done) {
                    return done;
                }
            } else if (isFolder(entry, place, names)) {
                add(below, entry, path);
            }
        }
        return Done{};
    }

    std::vector<Folder> found;

private:
    static QString pathBelow(const QString& parent, const QByteArray& level)
    {
        return parent.isEmpty() ? readableFolderName(level) : parent + QLatin1Char('/') + readableFolderName(level);
    }

    static bool isFolder(const FolderEntry& entry, const QString& place, const QSet<QByteArray>& names)
    {
        if (entry.type == FolderEntry::Type::Other || isByproduct(entry.rawName)) {
            return false;
        }
        const QByteArray lower = entry.rawName.toLower();
        if (lower.endsWith(".mbox") || lower.endsWith(".mbx") || names.contains(entry.rawName + ".msf")) {
            return true;
        }
        return !entry.name.isEmpty() && beginsLikeMbox(place + QLatin1Char('/') + entry.name);
    }

    void add(const QByteArray& rawName, const FolderEntry& entry, const QString& parent)
    {
        // Apple Mail and others keep "Name.mbox/mbox".
        const bool isInner = entry.rawName == "mbox" && !parent.isEmpty();
        const QString path = isInner ? parent : pathBelow(parent, withoutEnding(entry.rawName, {".mbox", ".mbx"}));
        found.push_back({path, rawName, specialUseOf(path), -1});
    }

    QString m_root;
    JobContext& m_job;
};

} // namespace

Result<std::vector<Folder>> findMboxFolders(const QString& root, JobContext& job)
{
    const QFileInfo info(root);
    if (!info.exists()) {
        return Failure{Failure::Kind::FileNotFound, root, {}};
    }
    if (!info.isDir()) {
        const QString path = readableFolderName(withoutEnding(QFile::encodeName(info.fileName()), {".mbox", ".mbx"}));
        return std::vector<Folder>{{path, ".", specialUseOf(path), -1}};
    }
    Finder finder(root, job);
    if (Status done = finder.findBelow({}, {}, 0); !done) {
        return done.failure();
    }
    if (finder.found.empty()) {
        return Failure{Failure::Kind::BadInput, root, QStringLiteral("no mbox file")};
    }
    return std::move(finder.found);
}

} // namespace staffelstab::mail
