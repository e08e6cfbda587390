// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/business_archive.h"

#include "archive/archive_check.h"
#include "archive/bag_writer.h"
#include "archive/folder_paths.h"
#include "archive/index_writer.h"
#include "archive/message_copy.h"
#include "archive/opening_sheet.h"
#include "archive/output_place.h"
#include "core/atomic_file.h"

#include <QFileInfo>

namespace staffelstab::archive {

namespace {

using Container = ArchiveOptions::Container;

/** Each message becomes one file of the bag and one row of the index. */
class BagConsumer final : public MessageConsumer
{
public:
    BagConsumer(std::span<const MailSelection> selection, BagWriter& bag, IndexWriter& index)
        : m_paths(selection), m_bag(bag), m_index(index)
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
        const QString name = messageFileName(++m_number, summary.date.date(), summary.subject, inData);
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
    QString m_folder;
    int m_number = 0;
};

Status prepare(std::span<const MailSelection> selection, const ArchiveOptions& options, const Secret& passphrase,
               OutputPlace& place)
{
    const bool isZip = options.container == Container::Zip;
    if (options.target.isEmpty() || options.name.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.target, QStringLiteral("target or name missing")};
    }
    if (isZip && passphrase.isEmpty()) {
        return Failure{Failure::Kind::BadInput, options.name, QStringLiteral("passphrase missing")};
    }
    if (Status prepared =
            place.prepare(options.target, options.name, isZip ? QStringLiteral(".zip") : QString(),
                          isZip ? OutputPlace::Shape::File : OutputPlace::Shape::Folder, sheetSuffix(options.language));
        !prepared) {
        return prepared;
    }
    return checkFreeSpace(options.target, roomFor(selection));
}

/** Fills the bag; the report then knows all but what the read-back adds. */
Status fill(std::span<const MailSelection> selection, const ArchiveOptions& options, BagWriter& bag,
            ArchiveReport& report, JobContext& job)
{
    const QString& spoolFolder = options.target;
    IndexWriter index(bag, options, spoolFolder);
    BagConsumer consumer(selection, bag, index);
    Result<CopyOutcome> copied = copyMessages(selection, spoolFolder, consumer, job);
    if (!copied) {
        return copied.failure();
    }
    report.copied = std::move(copied->copied);
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

/** Writes the part; returns the bag's seal. */
Result<QByteArray> writePart(std::span<const MailSelection> selection, const ArchiveOptions& options,
                             const OutputPlace& place, const Secret& passphrase, ArchiveReport& report, JobContext& job)
{
    FileDevice device;
    std::unique_ptr<FileTree> tree;
    if (options.container == Container::Zip) {
        if (Status opened = device.open(place.partPath()); !opened) {
            return opened.failure();
        }
        auto packed = std::make_unique<PackedTree>(device, place.name(), dosTimeOf(options.date), options.target);
        if (Status begun = packed->open(place.name() + QStringLiteral(".bag.zip"), passphrase); !begun) {
            return begun.failure();
        }
        tree = std::move(packed);
    } else {
        tree = std::make_unique<FolderTree>(place.partPath());
    }
    BagWriter bag(*tree, options.target);
    if (Status filled = fill(selection, options, bag, report, job); !filled) {
        return filled.failure();
    }
    return bag.seal();
}

/** Every file read from the medium again: it must match the manifest, and the manifest must be the one we wrote. */
Status readBack(const OutputPlace& place, const QByteArray& seal, const Secret& passphrase, ArchiveReport& report,
                JobContext& job)
{
    const Result<InspectedArchive> inspected = inspectArchive(place.partPath(), passphrase, job);
    if (!inspected) {
        return readBackFailure(inspected.failure(), place.finalPath());
    }
    if (!inspected->check.isIntact || inspected->seal != seal || inspected->check.messages != report.messages) {
        return Failure{Failure::Kind::ReadBackDiffers, place.finalPath(), {}};
    }
    report.sha256 = inspected->check.sha256;
    return Done{};
}

/** The sheet stands before the archive gets its name: an archive without a sheet never exists. */
Status finish(OutputPlace& place, const ArchiveOptions& options, ArchiveReport& report)
{
    report.path = place.finalPath();
    report.isEncrypted = options.container == Container::Zip;
    report.bytes = report.isEncrypted ? QFileInfo(place.partPath()).size() : report.messageBytes;
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
    if (Status prepared = prepare(selection, options, passphrase, place); !prepared) {
        return prepared.failure();
    }
    ArchiveReport report;
    const Result<QByteArray> seal = writePart(selection, options, place, passphrase, report, job);
    if (!seal) {
        return seal.failure();
    }
    if (Status read = readBack(place, *seal, passphrase, report, job); !read) {
        return read.failure();
    }
    if (Status finished = finish(place, options, report); !finished) {
        return finished.failure();
    }
    return report;
}

} // namespace staffelstab::archive
