// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox/mbox_store.h"

#include "mail/file_proof.h"
#include "mail/header_block.h"
#include "mail/mbox/mbox_folders.h"
#include "mail/mbox/mbox_rewrite.h"
#include "mail/message_file.h"
#include "mail/special_use.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::mail {

namespace {

constexpr qsizetype pieceSize = 1024L * 1024;
constexpr qsizetype firstLook = 16L * 1024;
constexpr qint64 reportEvery = 64;
/** Messages that may have to be read again after the program was killed. */
constexpr qint64 tellPlaceEvery = 1000;

void tell(ScanSink& sink, int index, MboxEntry&& entry)
{
    MboxKey key{entry.message, entry.length, stableMark(entry.header)};
    if (!entry.isMessage) {
        sink.unreadable(index, {key.toKey(),
                                entry.end - entry.begin,
                                {Failure::Kind::MailboxDamaged, {}, QStringLiteral("bytes before the first message")}});
    } else if (entry.header.size() > headerLimit) {
        sink.unreadable(index, {key.toKey(), entry.length, unreadable(QStringLiteral("header over 4 MiB"))});
    } else if (entry.length == 0) {
        sink.unreadable(index, {key.toKey(), 0, unreadable(QStringLiteral("empty message"))});
    } else {
        ScannedMessage message;
        message.key = key.toKey();
        message.bytes = entry.length;
        message.fingerprint = fingerprintOf(entry.header, entry.length);
        message.bodyStart = std::move(entry.bodyStart);
        message.bodyStart.truncate(std::max<qint64>(0, entry.length - entry.header.size()));
        message.header = std::move(entry.header);
        sink.message(index, std::move(message));
    }
}

/** True if the message at `place` looks like `ref`. */
Result<bool> isAt(BlockReader& reader, const MboxKey& place, const MessageRef& ref)
{
    if (place.length != ref.bytes || place.length > reader.size() || place.offset > reader.size() - place.length) {
        return false;
    }
    const qint64 most = std::min<qint64>(place.length, headerLimit + 1);
    for (qsizetype look = firstLook;; look *= 4) {
        const auto wanted = static_cast<qsizetype>(std::min<qint64>(look, most));
        const Result<QByteArrayView> text = reader.at(place.offset, wanted);
        if (!text) {
            return text.failure();
        }
        const qsizetype length = headerLength(text->first(wanted));
        if (length >= 0 || wanted == most) {
            return length <= headerLimit &&
                   fingerprintOf(text->first(length < 0 ? wanted : length), ref.bytes) == ref.fingerprint;
        }
    }
}

Status deliver(BlockReader& reader, qint64 at, const MessageRef& ref, MessageReceiver& receiver, const JobContext& job)
{
    if (Status begun = receiver.begin(ref); !begun) {
        return begun;
    }
    const qint64 end = at + ref.bytes;
    while (at < end) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        const auto wanted = static_cast<qsizetype>(std::min<qint64>(pieceSize, end - at));
        const Result<QByteArrayView> bytes = reader.at(at, wanted);
        if (!bytes) {
            return receiver.failed(ref, bytes.failure());
        }
        if (Status taken = receiver.piece(bytes->first(wanted)); !taken) {
            return taken;
        }
        at += wanted;
    }
    return receiver.end();
}

} // namespace

namespace {

/** Where an earlier scan was stopped, if nobody wrote to the file since; else its beginning. */
MboxPlace firstPlace(int index, const QString& path, ScanSink& sink)
{
    MboxPlace place;
    place.stamp = stampOf(path);
    if (place.stamp.isEmpty()) {
        return place;
    }
    const ScanSink::Place former = sink.goOnFrom(index, [&](const ScanSink::Place& bytes) {
        const auto told = MboxPlace::parse(bytes);
        return told && told->holds(path, place.stamp);
    });
    return MboxPlace::parse(former).value_or(place);
}

} // namespace

MboxStore::MboxStore(QString root, QStringList wanted) : m_root(std::move(root)), m_wanted(std::move(wanted)) {}

Result<std::vector<Folder>> MboxStore::folders(JobContext& job)
{
    Result<std::vector<Folder>> found = findMboxFolders(m_root, job);
    if (!found) {
        return found;
    }
    makePathsUnique(*found);
    if (Status kept = keepWanted(*found, m_wanted); !kept) {
        return kept.failure();
    }
    return found;
}

Result<QString> MboxStore::fileOf(const Folder& folder) const
{
    const QString relative = QDir::cleanPath(QFile::decodeName(folder.rawName));
    if (relative == QLatin1String(".")) {
        return m_root;
    }
    if (QFile::encodeName(QFile::decodeName(folder.rawName)) != folder.rawName) {
        return unreadable(QStringLiteral("folder name in an unknown encoding"));
    }
    const bool leadsOut =
        QDir::isAbsolutePath(relative) || relative == QLatin1String("..") || relative.startsWith(QLatin1String("../"));
    const QString path = m_root + QLatin1Char('/') + relative;
    if (leadsOut || QFileInfo(path).isSymLink()) {
        return Failure{Failure::Kind::PathUnsafe, folder.path, QStringLiteral("symbolic link")};
    }
    return path;
}

Status MboxStore::scan(std::span<const Folder> folders, ScanSink& sink, JobContext& job)
{
    m_progress = {Progress::Stage::Scanning, 0, 0, 0, 0};
    for (const Folder& folder : folders) {
        if (const Result<QString> path = fileOf(folder); path) {
            m_progress.bytesTotal += QFileInfo(*path).size();
        }
    }
    int index = 0;
    for (const Folder& folder : folders) {
        if (Status scanned = scanFolder(index++, folder, sink, job); !scanned) {
            return scanned;
        }
    }
    m_progress.total = m_progress.done;
    job.report(m_progress);
    return Done{};
}

Status MboxStore::scanFolder(int index, const Folder& folder, ScanSink& sink, JobContext& job)
{
    sink.folderBegins(index, folder);
    const Result<QString> path = fileOf(folder);
    if (!path) {
        sink.unreadable(index, {folder.rawName, 0, path.failure()});
        return Done{};
    }
    MboxPlace place = firstPlace(index, *path, sink);
    MboxSplitter splitter;
    if (Status opened = splitter.open(*path, place.at); !opened) {
        if (opened.failure().kind == Failure::Kind::FileNotReadable && folder.rawName != ".") {
            sink.unreadable(index, {folder.rawName, QFileInfo(*path).size(), opened.failure()});
            return Done{};
        }
        return opened;
    }
    m_progress.done += place.messages;
    m_progress.bytesDone += place.at.offset;
    return scanFile(index, *path, splitter, std::move(place), sink, job);
}

Status MboxStore::scanFile(int index, const QString& path, MboxSplitter& splitter, MboxPlace place, ScanSink& sink,
                           JobContext& job)
{
    qint64 toldBefore = place.messages;
    const auto tellPlace = [&] {
        if (!place.stamp.isEmpty() && place.messages > toldBefore) {
            place.around = contentAround(path, place.at.offset);
            sink.reached(index, place.toBytes());
            toldBefore = place.messages;
        }
    };
    while (true) {
        Result<std::optional<MboxEntry>> entry = splitter.next(job);
        if (!entry || !entry->has_value()) {
            tellPlace();
            return entry ? Status(Done{}) : Status(entry.failure());
        }
        m_progress.bytesDone += (*entry)->end - (*entry)->begin;
        tell(sink, index, *std::move(*entry));
        place.at = splitter.place();
        if (++place.messages - toldBefore >= tellPlaceEvery) {
            tellPlace();
        }
        if (++m_progress.done % reportEvery == 0) {
            job.report(m_progress);
        }
    }
}

Status MboxStore::readOne(const QString& path, BlockReader& reader, const MessageRef& ref, MessageReceiver& receiver,
                          JobContext& job)
{
    const std::optional<MboxKey> key = MboxKey::parse(ref.key);
    if (!key) {
        return receiver.failed(ref, {Failure::Kind::MessageGone, {}, {}});
    }
    const Result<bool> isThere = isAt(reader, *key, ref);
    if (!isThere) {
        return isThere.failure();
    }
    if (*isThere) {
        return deliver(reader, key->offset, ref, receiver, job);
    }
    if (Status updated = m_index.update(path, job); !updated) {
        return updated;
    }
    const std::vector<MboxIndex::Place> places = m_index.find(ref);
    if (places.empty()) {
        const auto kind = m_index.hasMark(ref.key) ? Failure::Kind::MessageChanged : Failure::Kind::MessageGone;
        return receiver.failed(ref, {kind, {}, {}});
    }
    return deliver(reader, places.front().message, ref, receiver, job);
}

Status MboxStore::read(const Folder& folder, std::span<const MessageRef> messages, MessageReceiver& receiver,
                       JobContext& job)
{
    const Result<QString> path = fileOf(folder);
    if (!path) {
        return path.failure();
    }
    BlockReader reader;
    if (Status opened = reader.open(*path); !opened) {
        return opened;
    }
    for (const MessageRef& ref : messages) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        if (Status done = readOne(*path, reader, ref, receiver, job); !done) {
            return done;
        }
    }
    return Done{};
}

Result<RemovalOutcome> MboxStore::remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    const Result<QString> path = fileOf(folder);
    if (!path) {
        return path.failure();
    }
    return MboxRewrite(*path, m_index).run(orders, job);
}

} // namespace staffelstab::mail
