// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/file_store.h"

#include "core/log.h"
#include "core/platform.h"
#include "mail/file_proof.h"
#include "mail/special_use.h"

#include <QDir>
#include <QFile>

namespace staffelstab::mail {

namespace {
constexpr qint64 reportEvery = 64;
constexpr qint64 listAgainAfterMs = 1000;
} // namespace

FileStore::FileStore(QString root, QStringList wanted) : m_root(std::move(root)), m_wanted(std::move(wanted)) {}

bool FileStore::isReachable(const Folder& folder)
{
    return QFile::encodeName(QFile::decodeName(folder.rawName)) == folder.rawName;
}

Result<QString> FileStore::placeOf(const Folder& folder) const
{
    const QString relative = QDir::cleanPath(QFile::decodeName(folder.rawName));
    if (QDir::isAbsolutePath(relative) || relative == QLatin1String("..") ||
        relative.startsWith(QLatin1String("../"))) {
        return Failure{Failure::Kind::FolderGone, folder.path, {}};
    }
    return relative == QLatin1String(".") || relative.isEmpty() ? m_root : m_root + QLatin1Char('/') + relative;
}

Result<std::vector<Folder>> FileStore::folders(JobContext& job)
{
    Result<std::vector<Folder>> found = findFolders(job);
    if (!found) {
        return found;
    }
    makePathsUnique(*found);
    if (Status kept = keepWanted(*found, m_wanted); !kept) {
        return kept.failure();
    }
    return found;
}

Status FileStore::scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    m_done = 0;
    m_total = 0;
    for (const Folder& folder : folders) {
        m_total += std::max<qint64>(folder.messages, 0);
    }
    int index = 0;
    for (const Folder& folder : folders) {
        if (Status scanned = scanFolder(index++, folder, sink, job); !scanned) {
            return scanned;
        }
    }
    job.report({Progress::Stage::Scanning, m_done, m_done, 0, 0});
    return Done{};
}

Status FileStore::scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job)
{
    sink.folderBegins(index, folder);
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    FileListing files(keyPrefix(folder));
    Status listed = visitFiles(folder, [&files](auto name, auto key, auto problem) { files.add(name, key, problem); });
    if (!listed) {
        if (listed.failure().kind == Failure::Kind::FileNotReadable && *place != m_root) {
            sink.unreadable(index, {folder.rawName, 0, listed.failure()});
            return Done{};
        }
        return listed;
    }
    files.sort();
    for (std::size_t number = 0; number < files.size(); ++number) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        StoredFile file = files.at(number);
        if (file.problem) {
            sink.unreadable(index, {std::move(file.key), 0, std::move(*file.problem)});
        } else {
            scanFile(index, *place + QLatin1Char('/') + file.name, std::move(file.key), sink);
        }
        if (++m_done % reportEvery == 0) {
            job.report({Progress::Stage::Scanning, m_done, std::max(m_total, m_done), 0, 0});
        }
    }
    return Done{};
}

void FileStore::scanFile(int index, const QString& path, MessageKey&& key, ScanSink& sink)
{
    const QByteArray stamp = hasKeysForGood() ? QByteArray() : stampOf(path);
    if ((hasKeysForGood() || !stamp.isEmpty()) && sink.hasAlready(index, key, stamp)) {
        return;
    }
    auto found = m_reader.scan(path, std::move(key));
    if (auto* message = std::get_if<ScannedMessage>(&found)) {
        message->stamp = stamp;
        sink.message(index, std::move(*message));
    } else {
        sink.unreadable(index, std::get<UnreadableMessage>(std::move(found)));
    }
}

Status FileStore::list(const Folder& folder)
{
    // The former folder's is not held beside this one's.
    m_listed = FileIndex(keyPrefix(folder));
    m_sinceListed.invalidate();
    Status listed = visitFiles(folder, [this](auto name, auto key, auto problem) { m_listed.add(name, key, problem); });
    if (listed && m_listed.findTwins()) {
        listed =
            visitFiles(folder, [this](auto name, auto key, auto problem) { m_listed.addTwin(name, key, problem); });
        m_listed.sortTwins();
    }
    if (!listed) {
        return listed;
    }
    m_listedFolder = folder.rawName;
    m_sinceListed.start();
    return Done{};
}

Result<QString> FileStore::find(const Folder& folder, const MessageKey& key)
{
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    const auto lookUp = [&] {
        const std::optional<QString> found = m_listed.find(key);
        const QString path = found ? *place + QLatin1Char('/') + *found : QString();
        return QFile::exists(path) ? path : QString();
    };
    bool isFresh = false;
    if (!m_sinceListed.isValid() || m_listedFolder != folder.rawName) {
        if (Status listed = list(folder); !listed) {
            return listed.failure();
        }
        isFresh = true;
    }
    QString path = lookUp();
    // Another program may have changed the flags in the name; many missing ones do not cost a listing each.
    if (path.isEmpty() && !isFresh && (m_listed.find(key) || m_sinceListed.hasExpired(listAgainAfterMs))) {
        if (Status listed = list(folder); !listed) {
            return listed.failure();
        }
        path = lookUp();
    }
    return path;
}

Status FileStore::read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                       JobContext& job)
{
    for (const MessageRef& ref : messages) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        const Result<QString> path = find(folder, ref.key);
        if (!path) {
            return path.failure();
        }
        Status done = path->isEmpty() ? receiver.failed(ref, {Failure::Kind::MessageGone, {}, {}})
                                      : m_reader.read(*path, ref, receiver, job);
        if (!done) {
            return done;
        }
    }
    return Done{};
}

Status FileStore::removeOne(const Folder& folder, const RemovalOrder& order, JobContext& job)
{
    const Result<QString> path = find(folder, order.ref.key);
    if (!path) {
        return path.failure();
    }
    if (path->isEmpty()) {
        return Done{};
    }
    return removeMessageFile(*path, order, job);
}

Status FileStore::flush(const Folder& folder) const
{
    const Result<QString> place = placeOf(folder);
    if (!place) {
        return place.failure();
    }
    for (const QString& part : folderParts()) {
        const QString path = *place + QLatin1Char('/') + part;
        if (Status flushed = QDir(path).exists() ? platform::flushFolder(path) : Status(Done{}); !flushed) {
            return flushed;
        }
    }
    return Done{};
}

Result<RemovalOutcome> FileStore::remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    RemovalOutcome outcome;
    if (Status listed = list(folder); !listed) {
        return listed.failure();
    }
    const auto total = static_cast<qint64>(orders.size());
    qint64 done = 0;
    for (const RemovalOrder& order : orders) {
        Status removed = job.mayGoOn();
        if (removed) {
            removed = removeOne(folder, order, job);
        }
        if (removed) {
            outcome.removed.push_back(order.ref.key);
        } else {
            outcome.kept.push_back({order.ref.key, removed.failure()});
        }
        job.report({Progress::Stage::Removing, ++done, total, 0, 0});
    }
    if (job.isCancelled() && outcome.removed.empty()) {
        return Failure{Failure::Kind::Cancelled, {}, {}};
    }
    Status proved = flush(folder);
    if (proved) {
        proved = checkGone(folder, outcome);
    }
    if (!proved) {
        // Something is gone, so this is an outcome; what is not proved counts as kept and is looked for again.
        qCWarning(logMail) << "a removal could not be proved";
        for (const MessageKey& key : outcome.removed) {
            outcome.kept.push_back({key, proved.failure()});
        }
        outcome.removed.clear();
    }
    return outcome;
}

Status FileStore::checkGone(const Folder& folder, RemovalOutcome& outcome)
{
    if (Status listed = list(folder); !listed) {
        return listed;
    }
    // Another program may have renamed a file between hash and removal: it is still there under its new name.
    std::erase_if(outcome.removed, [&](const MessageKey& key) {
        const bool isThere = m_listed.find(key).has_value();
        if (isThere) {
            outcome.kept.push_back({key, {Failure::Kind::MessageChanged, {}, {}}});
        }
        return isThere;
    });
    return Done{};
}

} // namespace staffelstab::mail
