// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"

#include "archive/archive_check.h"
#include "archive/bag_writer.h"
#include "archive/folder_paths.h"
#include "archive/index_writer.h"
#include "archive/iso_image.h"
#include "archive/message_copy.h"
#include "archive/opening_sheet.h"
#include "archive/output_place.h"
#include "core/atomic_file.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::archive {

namespace {

using Container = ArchiveOptions::Container;

const QString emlSuffix = QStringLiteral(".eml");
const QString sealedSuffix = QStringLiteral(".sealed");

/** Each message becomes one file of the bag and one row of the index. */
class BagConsumer final : public MessageConsumer
{
public:
    /** `longestName`: what the medium keeps of a file's name, in UTF-16 units. */
    BagConsumer(std::span<const MailSelection> selection, BagWriter& bag, IndexWriter& index, qsizetype longestName)
        : m_paths(selection), m_bag(bag), m_index(index), m_longestName(longestName)
    {
    }

    Status folderBegins(int mailbox, int folder) override
    {
        m_folder = m_paths.folder(mailbox, folder);
        m_number = 0;
        return m_index.beginFolder(m_paths.levels(mailbox, folder).join(QStringLiteral(" / ")));
    }

    Status take(WholeMessage& message) override
    {
        const MessageSummary summary = summarise(message.header);
        const QString inData = QStringLiteral("data/") + m_folder;
        QString name = messageFileName(++m_number, summary.date.date(), summary.subject, inData);
        if (name.size() > m_longestName) {
            name = cutToBytes(name, m_longestName - emlSuffix.size()).trimmed() + emlSuffix;
        }
        if (Status added = m_bag.addPayload(m_folder + QLatin1Char('/') + name, message.content, message.sha256);
            !added) {
            return added;
        }
        return m_index.add(summary, inData + QLatin1Char('/') + name, message.content.size(), message.sha256);
    }

    Status folderEnds() override { return m_index.endFolder(); }

private:
    FolderPaths m_paths;
    BagWriter& m_bag;
    IndexWriter& m_index;
    qsizetype m_longestName;
    QString m_folder;
    int m_number = 0;
};

bool isFile(const ArchiveOptions& options)
{
    return options.container != Container::Folder;
}

QString suffixOf(Container container)
{
    switch (container) {
    case Container::Zip:
        return QStringLiteral(".zip");
    case Container::Iso:
        return QStringLiteral(".iso");
    case Container::Folder:
        break;
    }
    return {};
}

Status prepare(std::span<const MailSelection> selection, const ArchiveOptions& options, const Secret& passphrase,
               OutputPlace& place)
{
    if (options.target.isEmpty() || options.name.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.target, QStringLiteral("target or name missing")};
    }
    if (options.container == Container::Zip && passphrase.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.name, QStringLiteral("passphrase missing")};
    }
    if (Status prepared = place.prepare(options.target, options.name, suffixOf(options.container),
                                        isFile(options) ? OutputPlace::Shape::File : OutputPlace::Shape::Folder,
                                        sheetSuffix(options.language));
        !prepared) {
        return prepared;
    }
    const qint64 room = roomFor(selection);
    if (Status fits = isFile(options) || options.seal ? checkFileSize(options.target, room) : Status(Done{}); !fits) {
        return fits;
    }
    return checkFreeSpace(options.target, room * (options.seal ? 2 : 1));
}

/** Fills the bag; the report then knows all but what the read-back adds. */
Status fill(std::span<const MailSelection> selection, const ArchiveOptions& options, BagWriter& bag,
            ArchiveReport& report, JobContext& job)
{
    const QString& spoolFolder = options.target;
    IndexWriter index(bag, options, spoolFolder);
    const bool isDisc = options.container == Container::Iso;
    BagConsumer consumer(selection, bag, index, isDisc ? IsoTree::longestName : SafePaths::longestFile);
    Result<CopyOutcome> copied = copyMessages(selection, spoolFolder, consumer, job, Listing::Failures);
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
    job.report({Progress::Stage::Packing, 0, 0, 0, 0});
    return bag.finish({options.organisation, options.caseNumber, options.name, options.date});
}

/** What is written into, and how many files an image must hold in the end. */
struct Output
{
    FileDevice device;
    std::unique_ptr<FileTree> tree;
    const IsoTree* image = nullptr;
};

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
    Status begun = packed->open(place.name() + QStringLiteral(".bag.zip"), passphrase);
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
Result<Written> writeParts(std::span<const MailSelection> selection, const ArchiveOptions& options,
                           const OutputPlace& place, OutputPlace& sealedPlace, const Secret& passphrase,
                           ArchiveReport& report, JobContext& job)
{
    Output output;
    Output sealed;
    Status opened = openOutput(options, place, passphrase, output);
    if (opened && options.seal) {
        opened = openSealed(options, sealedPlace, sealed);
    }
    if (!opened) {
        return opened.failure();
    }
    std::unique_ptr<TwinTree> both = options.seal ? std::make_unique<TwinTree>(*output.tree, *sealed.tree) : nullptr;
    BagWriter bag(both ? static_cast<FileTree&>(*both) : *output.tree, options.target);
    if (Status filled = fill(selection, options, bag, report, job); !filled) {
        return filled.failure();
    }
    return Written{bag.seal(), output.image ? std::optional(output.image->files()) : std::nullopt};
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
    if (Status written = AtomicFile::writeWhole(report.sheetPath, openingSheet(options, report).toUtf8()); !written) {
        return written;
    }
    Status committed = place.commit();
    if (!committed) {
        QFile::remove(report.sheetPath);
    }
    return committed;
}

} // namespace

Result<ArchiveReport> writeBusinessArchive(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                           const Secret& passphrase, JobContext& job)
{
    OutputPlace place;
    OutputPlace sealedPlace;
    if (Status prepared = prepare(selection, options, passphrase, place); !prepared) {
        return prepared.failure();
    }
    ArchiveReport report;
    const Result<Written> written = writeParts(selection, options, place, sealedPlace, passphrase, report, job);
    if (!written) {
        return place.whyNot(written.failure());
    }
    Status done = readBack(place, *written, passphrase, report, job);
    if (done && options.seal) {
        done = readSealedBack(sealedPlace, *written, *options.seal, report, job);
    }
    if (done && options.seal) {
        done = sealedPlace.commit();
    }
    if (done) {
        done = finish(place, options, report);
    }
    return done ? Result<ArchiveReport>(std::move(report)) : Result<ArchiveReport>(place.whyNot(done.failure()));
}

} // namespace staffelstab::archive
