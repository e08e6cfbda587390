// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/takeaway.h"

#include "archive/aes_zip_reader.h"
#include "archive/file_feed.h"
#include "archive/output_place.h"
#include "archive/takeaway_writer.h"
#include "archive/zip_walk.h"

#include <QFileInfo>

namespace staffelstab::archive {

namespace {

/** Fills a tree; `files` tells afterwards what must be found on the medium. */
Result<CopyOutcome> fill(std::span<const MailSelection> selection, const TakeawayOptions& options, FileTree& tree,
                         std::vector<PlacedFile>& files, JobContext& job)
{
    std::unique_ptr<MessageConsumer> consumer;
    if (options.format == TakeawayOptions::Format::Mbox) {
        consumer = std::make_unique<MboxWriter>(selection, tree, files);
    } else {
        consumer = std::make_unique<EmlWriter>(selection, tree, files);
    }
    Result<CopyOutcome> outcome = copyMessages(selection, options.target, *consumer, job);
    if (!outcome) {
        return outcome;
    }
    if (Status finished = tree.finish({}); !finished) {
        return finished.failure();
    }
    return outcome;
}

Result<CopyOutcome> writePart(std::span<const MailSelection> selection, const TakeawayOptions& options,
                              const OutputPlace& place, const Secret& passphrase, std::vector<PlacedFile>& files,
                              JobContext& job)
{
    if (passphrase.isEmpty()) {
        FolderTree tree(place.partPath());
        return fill(selection, options, tree, files, job);
    }
    FileDevice device;
    if (Status opened = device.open(place.partPath()); !opened) {
        return opened.failure();
    }
    PackedTree tree(device, place.name(), dosTimeOf(QDate::currentDate()), options.target);
    if (Status begun = tree.open(place.name() + QStringLiteral(".zip"), passphrase); !begun) {
        return begun.failure();
    }
    return fill(selection, options, tree, files, job);
}

Status readContainer(const OutputPlace& place, const Secret& passphrase, TakeawayReadBack& check, JobContext& job)
{
    AesZipReader reader;
    if (Status opened = reader.open(place.partPath(), passphrase); !opened) {
        return opened;
    }
    BelowTop visitor(check);
    // Our own file of a moment ago: no need to bound what it unfolds to.
    if (Status walked =
            walkZip(reader, visitor, {.bytes = std::numeric_limits<quint64>::max()}, reader.plainSize(), job);
        !walked) {
        return walked;
    }
    return reader.finish();
}

/**
 * Opens the copy again and compares. It was flushed before, but the system may answer from its memory: no program can
 * drop that without being root, so a medium that lies about having written is noticed only when it is plugged in again.
 */
Status readBack(const OutputPlace& place, const Secret& passphrase, const std::vector<PlacedFile>& files, qint64 bytes,
                JobContext& job)
{
    TakeawayReadBack check(files);
    if (!passphrase.isEmpty()) {
        if (Status read = readContainer(place, passphrase, check, job); !read) {
            return read;
        }
        return check.finish();
    }
    Progress progress{Progress::Stage::ReadingBack, 0, static_cast<qint64>(files.size()), 0, bytes};
    for (const PlacedFile& file : files) {
        const QString path = place.partPath() + QLatin1Char('/') + QString::fromUtf8(file.path);
        if (Status read = feedFile(path, file.path, check, progress, job); !read) {
            return read;
        }
    }
    return check.finish();
}

qint64 bytesOf(const std::vector<CopiedMessage>& copied)
{
    qint64 bytes = 0;
    for (const CopiedMessage& message : copied) {
        bytes += message.bytes;
    }
    return bytes;
}

qint64 sizeOnMedium(const OutputPlace& place, const std::vector<PlacedFile>& files)
{
    const QFileInfo part(place.partPath());
    if (part.isFile()) {
        return part.size();
    }
    qint64 bytes = 0;
    for (const PlacedFile& file : files) {
        bytes += QFileInfo(place.partPath() + QLatin1Char('/') + QString::fromUtf8(file.path)).size();
    }
    return bytes;
}

Status prepare(std::span<const MailSelection> selection, const TakeawayOptions& options, bool isEncrypted,
               OutputPlace& place)
{
    if (options.target.isEmpty() || options.name.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.target, QStringLiteral("target or name missing")};
    }
    if (Status prepared = place.prepare(options.target, options.name, isEncrypted ? QStringLiteral(".zip") : QString(),
                                        isEncrypted ? OutputPlace::Shape::File : OutputPlace::Shape::Folder);
        !prepared) {
        return prepared;
    }
    const qint64 room = roomFor(selection);
    if (Status fits = isEncrypted ? checkFileSize(options.target, room) : Status(Done{}); !fits) {
        return fits;
    }
    return checkFreeSpace(options.target, room);
}

} // namespace

Result<TakeawayReport> writeTakeaway(std::span<const MailSelection> selection, const TakeawayOptions& options,
                                     const Secret& passphrase, JobContext& job)
{
    OutputPlace place;
    if (Status prepared = prepare(selection, options, !passphrase.isEmpty(), place); !prepared) {
        return prepared.failure();
    }
    std::vector<PlacedFile> files;
    Result<CopyOutcome> outcome = writePart(selection, options, place, passphrase, files, job);
    if (!outcome) {
        return place.whyNot(outcome.failure());
    }
    if (Status read = readBack(place, passphrase, files, bytesOf(outcome->copied), job); !read) {
        return place.whyNot(readBackFailure(read.failure(), options.target));
    }
    TakeawayReport report{place.finalPath(), sizeOnMedium(place, files), !passphrase.isEmpty(),
                          std::move(outcome->copied), std::move(outcome->skipped)};
    if (Status committed = place.commit(); !committed) {
        return place.whyNot(committed.failure());
    }
    return report;
}

} // namespace staffelstab::archive
