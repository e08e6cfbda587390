// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/file_pack.h"

#include "archive/aes_zip_reader.h"
#include "archive/file_feed.h"
#include "archive/file_tree.h"
#include "archive/output_place.h"
#include "archive/zip_walk.h"
#include "core/platform.h"
#include "core/sha256.h"

#include <QDateTime>

namespace staffelstab::archive {

namespace {

constexpr qsizetype pieceSize = qsizetype{1} << 20;

class HashByPlace final : public FileVisitor
{
public:
    Status begin(const QByteArray& path) override
    {
        m_path = path;
        m_hash = Sha256();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return Done{};
    }
    Status end() override
    {
        hashes.insert(m_path, m_hash.finish());
        return Done{};
    }

    QHash<QByteArray, QByteArray> hashes;

private:
    QByteArray m_path;
    Sha256 m_hash;
};

class Packer
{
public:
    Packer(std::span<const PackItem> items, ZipTree& tree, JobContext& job)
        : m_items(items), m_tree(tree), m_job(job), m_buffer(pieceSize, Qt::Uninitialized)
    {
        m_progress.stage = Progress::Stage::Copying;
        m_progress.total = static_cast<qint64>(items.size());
        for (const PackItem& item : items) {
            m_progress.bytesTotal += item.bytes;
        }
    }

    Status run(PackReport& report)
    {
        for (std::size_t item = 0; item < m_items.size(); ++item) {
            QFile from;
            if (Status opened = platform::openExact(from, m_items[item].source, QIODevice::ReadOnly); !opened) {
                report.failed.push_back({item, opened.failure()});
                continue;
            }
            PackedFile packed{item, 0, {}};
            if (Status poured = pour(from, packed); !poured) {
                return poured;
            }
            report.bytes += packed.bytes;
            report.packed.push_back(std::move(packed));
            ++m_progress.done;
            m_job.report(m_progress);
        }
        return m_tree.finish({});
    }

private:
    Status pour(QFile& from, PackedFile& packed)
    {
        const PackItem& item = m_items[packed.item];
        m_tree.setTime(dosTimeOf(QDateTime::fromSecsSinceEpoch(item.modified)));
        if (Status begun = m_tree.begin(QString::fromUtf8(item.place)); !begun) {
            return begun;
        }
        Sha256 hash;
        for (;;) {
            if (Status going = m_job.mayGoOn(); !going) {
                return going;
            }
            const qint64 got = from.read(m_buffer.data(), m_buffer.size());
            if (got < 0) {
                return Failure{Failure::Kind::FileNotReadable, QFile::decodeName(item.source), from.errorString()};
            }
            if (got == 0) {
                break;
            }
            const QByteArrayView piece = QByteArrayView(m_buffer).first(static_cast<qsizetype>(got));
            hash.add(piece);
            if (Status written = m_tree.write(piece); !written) {
                return written;
            }
            packed.bytes += got;
            m_progress.bytesDone += got;
            m_job.report(m_progress);
        }
        packed.sha256 = hash.finish();
        return m_tree.end();
    }

    std::span<const PackItem> m_items;
    ZipTree& m_tree;
    JobContext& m_job;
    QByteArray m_buffer;
    Progress m_progress;
};

Status write(std::span<const PackItem> items, const OutputPlace& place, const QString& target, const Secret& passphrase,
             PackReport& report, JobContext& job)
{
    FileDevice device;
    if (Status opened = device.open(place.partPath()); !opened) {
        return opened;
    }
    PackedTree tree(device, place.name(), dosTimeOf(QDate::currentDate()), target);
    if (Status begun = tree.open(place.name() + QStringLiteral(".zip"), passphrase); !begun) {
        return begun;
    }
    return Packer(items, tree, job).run(report);
}

Status readBack(std::span<const PackItem> items, const OutputPlace& place, const Secret& passphrase,
                const PackReport& report, JobContext& job)
{
    const auto hashes = hashesInPack(place.partPath(), passphrase, job);
    if (!hashes) {
        return readBackFailure(hashes.failure(), place.finalPath());
    }
    bool isSame = static_cast<std::size_t>(hashes->size()) == report.packed.size();
    for (const PackedFile& file : report.packed) {
        isSame = isSame && hashes->value(items[file.item].place) == file.sha256;
    }
    return isSame ? Status(Done{}) : Status(Failure{Failure::Kind::ReadBackDiffers, place.finalPath(), {}});
}

} // namespace

Result<QHash<QByteArray, QByteArray>> hashesInPack(const QString& path, const Secret& passphrase, JobContext& job)
{
    AesZipReader reader;
    if (Status opened = reader.open(path, passphrase); !opened) {
        return opened.failure();
    }
    HashByPlace hashes;
    BelowTop visitor(hashes);
    // Nothing is unpacked to anywhere, so that it costs time at most, and the leaver can cancel.
    if (Status walked =
            walkZip(reader, visitor, {.bytes = std::numeric_limits<quint64>::max()}, reader.plainSize(), job);
        !walked) {
        return walked.failure();
    }
    if (Status finished = reader.finish(); !finished) {
        return finished.failure();
    }
    return std::move(hashes.hashes);
}

Result<PackReport> packFiles(std::span<const PackItem> items, const QString& target, const QString& name,
                             const Secret& passphrase, JobContext& job)
{
    if (target.isEmpty() || name.isEmpty() || passphrase.isEmpty()) {
        return Failure{Failure::Kind::BadInput, target, QStringLiteral("target, name or passphrase missing")};
    }
    qint64 bytes = 0;
    for (const PackItem& item : items) {
        bytes += item.bytes;
    }
    if (Status fits = checkFileSize(target, bytes); !fits) {
        return fits.failure();
    }
    if (Status room = checkFreeSpace(target, bytes); !room) {
        return room.failure();
    }
    OutputPlace place;
    if (Status prepared = place.prepare(target, name, QStringLiteral(".zip"), OutputPlace::Shape::File); !prepared) {
        return prepared.failure();
    }
    PackReport report;
    report.path = place.finalPath();
    Status done = write(items, place, target, passphrase, report, job);
    if (done) {
        done = readBack(items, place, passphrase, report, job);
    }
    if (done) {
        done = place.commit();
    }
    return done ? Result<PackReport>(std::move(report)) : Result<PackReport>(done.failure());
}

} // namespace staffelstab::archive
