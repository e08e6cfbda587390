// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"

#include "archive/archive_attempt.h"
#include "archive/archive_check.h"
#include "archive/archive_plan.h"
#include "archive/bag_consumer.h"
#include "archive/iso_image.h"
#include "archive/message_copy.h"
#include "archive/opening_sheet.h"
#include "archive/output_place.h"
#include "core/atomic_file.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace staffelstab::archive {

namespace {

using Container = ArchiveOptions::Container;
using Beginning = ArchiveReport::Beginning;

const QString sealedSuffix = QStringLiteral(".sealed");

/** What is to be written; all of it outlives the writing. */
struct Order
{
    std::span<const MailSelection> selection;
    const ArchiveOptions& options;
    const Secret& passphrase;
    JobContext& job;
};

bool isFile(const ArchiveOptions& options)
{
    return options.container != Container::Folder;
}

Status takePlace(const ArchiveOptions& options, const std::optional<NotedPart>& earlier, OutputPlace& place)
{
    const QString suffix = suffixOf(options.container);
    if (earlier) {
        return place.takeUp(options.target, earlier->begun.name, suffix, sheetSuffix(options.language));
    }
    return place.prepare(options.target, options.name, suffix,
                         isFile(options) ? OutputPlace::Shape::File : OutputPlace::Shape::Folder,
                         sheetSuffix(options.language));
}

Status prepare(const Order& order, const std::optional<NotedPart>& earlier, OutputPlace& place)
{
    const ArchiveOptions& options = order.options;
    if (options.target.isEmpty() || options.name.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.target, QStringLiteral("target or name missing")};
    }
    if (options.container == Container::Zip && order.passphrase.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.name, QStringLiteral("passphrase missing")};
    }
    if (Status taken = takePlace(options, earlier, place); !taken) {
        return taken;
    }
    const qint64 room = roomFor(order.selection);
    if (Status fits = isFile(options) || options.seal ? checkFileSize(options.target, room) : Status(Done{}); !fits) {
        return fits;
    }
    const qint64 isThere = earlier ? QFileInfo(place.partPath()).size() : 0;
    return checkFreeSpace(options.target, std::max<qint64>(0, room * (options.seal ? 2 : 1) - isThere));
}

/** Fills the bag; the report then knows all but what the read-back adds. */
Status fill(const Order& order, BagWriter& bag, ResumableTree* resumable, SkippedBefore skippedBefore,
            ArchiveReport& report)
{
    const ArchiveOptions& options = order.options;
    const QString& spoolFolder = options.target;
    IndexWriter index(bag, options, spoolFolder);
    const bool isDisc = options.container == Container::Iso;
    BagConsumer consumer(order.selection, bag, index, isDisc ? IsoTree::longestName : SafePaths::longestFile,
                         resumable);
    Result<CopyOutcome> copied =
        copyMessages(order.selection, spoolFolder, consumer, order.job, Listing::Failures, skippedBefore);
    if (!copied) {
        return copied.failure();
    }
    report.skipped = std::move(copied->skipped);
    report.messages = bag.payloadFiles();
    report.messageBytes = bag.payloadBytes();
    if (Status indexed = index.finish(static_cast<qsizetype>(report.skipped.size())); !indexed) {
        return indexed;
    }
    for (const ArchiveOptions::ExtraFile& extra : options.extraFiles) {
        if (Status added = bag.addTagText(extra.path, extra.content); !added) {
            return added;
        }
    }
    order.job.report({Progress::Stage::Packing, 0, 0, 0, 0});
    return bag.finish({options.organisation, options.caseNumber, options.name, options.date});
}

/** What is written into, and how many files an image must hold in the end. */
struct Output
{
    FileDevice device;
    std::unique_ptr<FileTree> tree;
    const IsoTree* image = nullptr;
    ResumableTree* resumable = nullptr;
};

/** Anew, or where an earlier one ended. */
Status openResumable(const Order& order, const OutputPlace& place, const ArchiveAttempt& attempt, Output& output)
{
    const ArchiveOptions& options = order.options;
    const BegunPart begun{attempt.plan, QFileInfo(options.target).absoluteFilePath(), place.name(), options.date};
    auto tree = std::make_unique<ResumableTree>(*options.log, options.pieceSize, begun, innerName(place.name()));
    output.resumable = tree.get();
    output.tree = std::move(tree);
    return attempt.earlier
               ? output.resumable->goOn(place.partPath(), attempt.earlier->points, order.passphrase, order.job)
               : output.resumable->open(place.partPath(), order.passphrase);
}

Status openOutput(const ArchiveOptions& options, const OutputPlace& place, const Secret& passphrase, Output& output)
{
    if (options.container == Container::Folder) {
        output.tree = std::make_unique<FolderTree>(place.partPath());
        return Done{};
    }
    if (Status opened = output.device.open(place.partPath()); !opened) {
        return opened;
    }
    if (options.container == Container::Iso) {
        auto image = std::make_unique<IsoTree>(output.device, place.name(), options.date);
        Status begun = image->open(options.discLabel.isEmpty() ? place.name() : options.discLabel);
        output.image = image.get();
        output.tree = std::move(image);
        return begun;
    }
    auto packed = std::make_unique<PackedTree>(output.device, place.name(), dosTimeOf(options.date), options.target);
    Status begun = packed->open(innerName(place.name()), passphrase);
    output.tree = std::move(packed);
    return begun;
}

/** The sealed copy stands beside the archive. */
Status openSealed(const ArchiveOptions& options, OutputPlace& place, Output& output)
{
    if (Status prepared = place.prepare(options.target, options.name, sealedSuffix, OutputPlace::Shape::File);
        !prepared) {
        return prepared;
    }
    if (Status opened = output.device.open(place.partPath()); !opened) {
        return opened;
    }
    auto sealed = std::make_unique<SealedTree>(output.device, place.name(), dosTimeOf(options.date), options.target);
    Status begun = sealed->open(*options.seal);
    output.tree = std::move(sealed);
    return begun;
}

/** What was written, to be found again by the read-back. */
struct Written
{
    /** SHA-256 of tagmanifest-sha256.txt. */
    QByteArray seal;
    std::optional<quint32> imageFiles;
};

/** Writes the part, and the sealed copy's. */
Result<Written> writeParts(const Order& order, const OutputPlace& place, OutputPlace& sealedPlace,
                           ArchiveAttempt& attempt, ArchiveReport& report)
{
    const ArchiveOptions& options = order.options;
    Output output;
    Output sealed;
    Status done = canBeGoneOnWith(options) ? openResumable(order, place, attempt, output)
                                           : openOutput(options, place, order.passphrase, output);
    if (done && options.seal) {
        done = openSealed(options, sealedPlace, sealed);
    }
    std::optional<Written> written;
    if (done) {
        std::unique_ptr<TwinTree> both =
            options.seal ? std::make_unique<TwinTree>(*output.tree, *sealed.tree) : nullptr;
        BagWriter bag(both ? static_cast<FileTree&>(*both) : *output.tree, options.target);
        done = fill(order, bag, output.resumable, attempt.skippedBefore, report);
        written = Written{bag.seal(), output.image ? std::optional(output.image->files()) : std::nullopt};
    }
    if (const ResumableTree* tree = output.resumable) {
        attempt.whyAnew = tree->isPartAltered()    ? Beginning::AnewAsPartWasAltered
                          : tree->hasMailChanged() ? Beginning::AnewAsMailHasChanged
                                                   : attempt.whyAnew;
        attempt.mayKeepSkipped = attempt.skippedBefore == SkippedBefore::AskedAgain && tree->mayLackSkipped();
        attempt.leavesPlace = tree->hasPlace();
        report.takenUp = tree->takenUp();
        report.beginning = !attempt.earlier       ? Beginning::Anew
                           : tree->isEndAltered() ? Beginning::WentOnBeforeAlteredPiece
                                                  : Beginning::WentOn;
    }
    return done ? Result<Written>(std::move(*written)) : Result<Written>(done.failure());
}

/** Every file read from the medium again: it must match the manifest, and the manifest must be the one we wrote. */
Status readBack(const OutputPlace& place, const Written& written, const Secret& passphrase, ArchiveReport& report,
                JobContext& job)
{
    const Result<InspectedArchive> inspected = inspectArchive(place.partPath(), passphrase, job);
    if (!inspected) {
        return readBackFailure(inspected.failure(), place.finalPath());
    }
    if (!inspected->check.isIntact || inspected->seal != written.seal || inspected->check.messages != report.messages) {
        return Failure{Failure::Kind::ReadBackDiffers, place.finalPath(), {}};
    }
    // Counted as well: a directory that forgets a file harms nothing that is in it.
    if (written.imageFiles && inspected->check.files != *written.imageFiles) {
        return Failure{Failure::Kind::ReadBackDiffers, place.finalPath(), QStringLiteral("files are missing")};
    }
    report.sha256 = inspected->check.sha256;
    return Done{};
}

Status readSealedBack(const OutputPlace& place, const Written& written, const ArchiveSeal& seal, ArchiveReport& report,
                      JobContext& job)
{
    const Result<InspectedArchive> inspected = inspectSealed(place.partPath(), seal.key, job);
    if (!inspected) {
        return readBackFailure(inspected.failure(), place.finalPath());
    }
    if (!inspected->check.isIntact || inspected->seal != written.seal) {
        return Failure{Failure::Kind::ReadBackDiffers, place.finalPath(), {}};
    }
    report.sealedPath = place.finalPath();
    report.sealedBytes = QFileInfo(place.partPath()).size();
    report.sealedSha256 = inspected->check.sha256;
    return Done{};
}

/** The sheet stands before the archive gets its name: an archive without a sheet never exists. */
Status finish(OutputPlace& place, const ArchiveOptions& options, ArchiveReport& report)
{
    report.path = place.finalPath();
    report.isEncrypted = options.container == Container::Zip;
    report.bytes = isFile(options) ? QFileInfo(place.partPath()).size() : report.messageBytes;
    report.sheetPath = place.beside(sheetSuffix(options.language));
    if (QFileInfo::exists(report.path)) {
        // It came meanwhile, and the sheet beside it is its own.
        return Failure{Failure::Kind::FileExists, report.path, {}};
    }
    if (Status written = AtomicFile::writeWhole(report.sheetPath, openingSheet(options, report).toUtf8()); !written) {
        return written;
    }
    Status committed = place.commit();
    if (!committed) {
        QFile::remove(report.sheetPath);
    }
    return committed;
}

/** Writes, reads back and gives it its name. */
Status writeOnce(const Order& order, OutputPlace& place, ArchiveAttempt& attempt, ArchiveReport& report)
{
    const ArchiveOptions& options = order.options;
    OutputPlace sealedPlace;
    if (Status prepared = prepare(order, attempt.earlier, place); !prepared) {
        attempt.leavesPlace = attempt.earlier.has_value();
        return prepared;
    }
    attempt.isBegun = true;
    const Result<Written> written = writeParts(order, place, sealedPlace, attempt, report);
    if (!written) {
        return written.failure();
    }
    Status done = readBack(place, *written, order.passphrase, report, order.job);
    if (done && options.seal) {
        done = readSealedBack(sealedPlace, *written, *options.seal, report, order.job);
    }
    if (done && options.seal) {
        done = sealedPlace.commit();
    }
    return done ? finish(place, options, report) : done;
}

/** One attempt; what it leaves can be gone on with, or is nothing. */
Result<ArchiveReport> attemptArchive(const Order& whole, ArchiveAttempt& attempt)
{
    ArchiveOptions options = whole.options;
    if (attempt.earlier) {
        options.date = attempt.earlier->begun.date;
    }
    const Order order{whole.selection, options, whole.passphrase, whole.job};
    OutputPlace place;
    ArchiveReport report;
    const Beginning before = attempt.whyAnew;
    Status done = writeOnce(order, place, attempt, report);
    // Asked as long as the place is ours.
    const Failure why = done ? Failure{} : place.whyNot(done.failure());
    const bool isLost = attempt.whyAnew != before || (!done && done.failure().kind == Failure::Kind::ReadBackDiffers);
    if (!done && attempt.leavesPlace && (!isLost || attempt.mayKeepSkipped)) {
        place.keepPart();
    } else if (options.log != nullptr && attempt.isBegun) {
        // What it tells of is not there any more. Before: perhaps only its medium is not in.
        static_cast<void>(options.log->forget());
    }
    return done ? Result<ArchiveReport>(std::move(report)) : Result<ArchiveReport>(why);
}

} // namespace

Result<ArchiveReport> writeBusinessArchive(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                           const Secret& passphrase, JobContext& job)
{
    Result<ArchiveAttempt> attempt = ArchiveAttempt::first(selection, options, job);
    if (!attempt) {
        return attempt.failure();
    }
    const Order order{selection, options, passphrase, job};
    Result<ArchiveReport> report = attemptArchive(order, *attempt);
    if (!report && std::exchange(attempt->mayKeepSkipped, false)) {
        // Better without a message, which the report names, than hours lost for it.
        attempt->skippedBefore = SkippedBefore::StaySkipped;
        attempt->whyAnew = Beginning::Anew;
        report = attemptArchive(order, *attempt);
    }
    if (!report && attempt->earlier && attempt->whyAnew != Beginning::Anew) {
        attempt->earlier.reset();
        report = attemptArchive(order, *attempt);
    }
    if (report && attempt->whyAnew != Beginning::Anew) {
        report->beginning = attempt->whyAnew;
    }
    return report;
}

} // namespace staffelstab::archive
