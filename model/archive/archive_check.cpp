// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive_check.h"

#include "archive/aes_zip_reader.h"
#include "archive/bag_check.h"
#include "archive/file_feed.h"
#include "archive/iso_image.h"
#include "archive/sealed_stream.h"
#include "archive/zip_walk.h"
#include "core/atomic_file.h"

#include <QDirIterator>
#include <QFileInfo>

namespace staffelstab::archive {

namespace {

constexpr qint64 pieceSize = 1 << 20;
/** Unpacked bytes that are accepted where the archive does not say how many they should be. */
constexpr quint64 mostUndeclared = 1ULL << 30;
constexpr quint64 mostBesidePayload = 64ULL << 20;
/** Index and manifest rows of one message. */
constexpr quint64 mostPerFile = 32ULL << 10;

Status walkFolder(const QString& root, BagCheck& bag, JobContext& job)
{
    Progress progress{Progress::Stage::ReadingBack, 0, 0, 0, 0};
    QDirIterator entries(root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        entries.next();
        const QFileInfo info = entries.fileInfo();
        const QByteArray relative = info.filePath().mid(root.size() + 1).toUtf8();
        if (info.isSymLink() || (!info.isFile() && !info.isDir())) {
            bag.addDifference(relative, "is no ordinary file");
        } else if (info.isFile()) {
            Status hashed = feedFile(info.filePath(), relative, bag, progress, job);
            if (!hashed && hashed.failure().kind != Failure::Kind::FileNotReadable) {
                return hashed;
            }
            if (!hashed) {
                bag.addDifference(relative, "cannot be read");
            }
        }
    }
    return Done{};
}

Result<InspectedArchive> inspectFolder(const QString& path, JobContext& job)
{
    const QString root = QFileInfo(path).absoluteFilePath();
    if (!QFileInfo(root + QStringLiteral("/bagit.txt")).isFile()) {
        return Failure{Failure::Kind::NotAnArchive, path, {}};
    }
    BagCheck bag;
    if (Status walked = walkFolder(root, bag, job); !walked) {
        return walked.failure();
    }
    Result<ArchiveCheck> check = bag.finish();
    if (!check) {
        return check.failure();
    }
    check->sha256 = bag.seal();
    return InspectedArchive{std::move(*check), bag.seal()};
}

/** What may unfold is what the archive says of its own payload, before anything is unpacked, and room for the index. */
WalkLimits limitsOf(QByteArrayView tail)
{
    static const QByteArray label = QByteArrayLiteral("Payload-Oxum: ");
    const QByteArray comment = zipComment(tail);
    const std::optional<PayloadOxum> oxum =
        comment.startsWith(label) ? parseOxum(QByteArrayView(comment).sliced(label.size())) : std::nullopt;
    constexpr quint64 sane = 1ULL << 60;
    if (!oxum || oxum->bytes > sane || oxum->files > sane / mostPerFile) {
        return {.bytes = mostUndeclared};
    }
    return {.bytes = oxum->bytes + mostBesidePayload + oxum->files * mostPerFile};
}

/** Reads on to the end and tells whether the authentication code is right. */
bool isAuthentic(AesZipReader& reader, JobContext& job)
{
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    for (;;) {
        const Result<qint64> got = reader.read(buffer.data(), buffer.size());
        if (!got || job.isCancelled()) {
            return false;
        }
        if (*got == 0) {
            return reader.finish().isOk();
        }
    }
}

Failure at(const QString& path, Failure failure)
{
    failure.subject = path;
    return failure;
}

Status walkContainer(AesZipReader& reader, FileVisitor& visitor, JobContext& job)
{
    const Result<QByteArray> tail = reader.tail(commentWindow);
    if (!tail) {
        return tail.failure();
    }
    Status walked = walkZip(reader, visitor, limitsOf(*tail), reader.plainSize(), job);
    if (walked) {
        return reader.finish();
    }
    const bool isOfContent =
        walked.failure().kind != Failure::Kind::Cancelled && walked.failure().kind != Failure::Kind::FileNotReadable;
    if (isOfContent && !isAuthentic(reader, job)) {
        // Cancelling while reading on is still cancelling.
        return job.isCancelled()
                   ? job.mayGoOn()
                   : Status(Failure{Failure::Kind::ArchiveDamaged, {}, QStringLiteral("authentication code differs")});
    }
    return walked;
}

Result<InspectedArchive> judged(BagCheck& bag, const QString& path, const QByteArray& sha256)
{
    Result<ArchiveCheck> check = bag.finish();
    if (!check) {
        return at(path, check.failure());
    }
    check->sha256 = sha256;
    return InspectedArchive{std::move(*check), bag.seal()};
}

Result<InspectedArchive> inspectImage(const QString& path, JobContext& job)
{
    BagCheck bag;
    BelowTop visitor(bag);
    if (Status walked = walkIso(path, visitor, job); !walked) {
        return at(path, walked.failure());
    }
    const Result<QByteArray> sha256 = sha256OfFile(path);
    return sha256 ? judged(bag, path, *sha256) : Result<InspectedArchive>(sha256.failure());
}

Result<InspectedArchive> inspectContainer(const QString& path, const Secret& passphrase, JobContext& job)
{
    AesZipReader reader;
    if (Status opened = reader.open(path, passphrase); !opened) {
        return opened.failure();
    }
    BagCheck bag;
    BelowTop visitor(bag);
    if (Status walked = walkContainer(reader, visitor, job); !walked) {
        return at(path, walked.failure());
    }
    return judged(bag, path, reader.sha256());
}

} // namespace

Result<InspectedArchive> inspectArchive(const QString& path, const Secret& passphrase, JobContext& job)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Failure{Failure::Kind::FileNotFound, path, {}};
    }
    if (!info.isDir() && !info.isFile()) {
        return Failure{Failure::Kind::NotAnArchive, path, {}};
    }
    if (info.isDir()) {
        return inspectFolder(path, job);
    }
    return isIsoImage(path) ? inspectImage(path, job) : inspectContainer(path, passphrase, job);
}

Result<InspectedArchive> inspectSealed(const QString& path, const Secret& key, JobContext& job)
{
    SealedReader reader;
    if (Status opened = reader.open(path); !opened) {
        return opened.failure();
    }
    reader.setKey(key);
    const Result<QByteArray> tail = reader.tail(commentWindow);
    if (!tail) {
        return tail.failure();
    }
    BagCheck bag;
    BelowTop visitor(bag);
    if (Status walked = walkZip(reader, visitor, limitsOf(*tail), reader.plainSize(), job); !walked) {
        return at(path, walked.failure());
    }
    const Result<QByteArray> sha256 = sha256OfFile(path);
    return sha256 ? judged(bag, path, *sha256) : Result<InspectedArchive>(sha256.failure());
}

Result<ArchiveCheck> checkBusinessArchive(const QString& path, const Secret& passphrase, JobContext& job)
{
    Result<InspectedArchive> inspected = inspectArchive(path, passphrase, job);
    if (!inspected) {
        return inspected.failure();
    }
    return std::move(inspected->check);
}

} // namespace staffelstab::archive
