// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_copy.h"

#include "core/atomic_file.h"
#include "core/platform.h"
#include "files/native_path.h"

#include <QDir>
#include <QFile>

#include <boost/filesystem/operations.hpp>

#include <algorithm>

namespace staffelstab::files {

namespace {

namespace fs = boost::filesystem;

constexpr qint64 pieceSize = qint64{1} << 20;
constexpr qsizetype holeSize = qsizetype{64} * 1024;
constexpr qint64 batchBytes = qint64{64} << 20;
constexpr std::size_t batchFiles = 200;
/** Up to here each file is flushed by itself: flushing a medium waits for everything else that is written there. */
constexpr std::size_t fewFiles = 64;

bool isZero(QByteArrayView block)
{
    return block.front() == 0 && std::equal(block.begin(), block.end() - 1, block.begin() + 1);
}

/** True for what is wrong with the medium and not with one file. */
bool endsTheRun(const Failure& failure)
{
    return failure.kind == Failure::Kind::DiskFull || failure.kind == Failure::Kind::MediumGone ||
           failure.kind == Failure::Kind::Cancelled;
}

bool exists(const QByteArray& name)
{
    boost::system::error_code error;
    return fs::symlink_status(nativePath(name), error).type() != fs::file_not_found;
}

void removeName(const QByteArray& name)
{
    boost::system::error_code error;
    fs::remove(nativePath(name), error);
}

/** Writes a piece, leaving out blocks of nothing: they become holes. */
Status writePiece(QFile& to, QByteArrayView piece, const QByteArray& name)
{
    while (!piece.isEmpty()) {
        const QByteArrayView block = piece.first(std::min(piece.size(), holeSize));
        const bool isDone = block.size() == holeSize && isZero(block)
                                ? to.seek(to.pos() + block.size())
                                : to.write(block.data(), block.size()) == block.size();
        if (!isDone) {
            return platform::lastFileError(QFile::decodeName(name));
        }
        piece = piece.sliced(block.size());
    }
    return Done{};
}

class Copier
{
public:
    Copier(const CopyPlan& plan, JobContext& job)
        : m_plan(plan), m_job(job), m_root(QFile::encodeName(plan.target) + '/')
    {
        m_progress = {Progress::Stage::Copying, 0, static_cast<qint64>(plan.items.size()), 0, plan.bytes};
    }
    Copier(const Copier&) = delete;
    Copier& operator=(const Copier&) = delete;
    ~Copier()
    {
        for (const CopiedFile& file : m_batch) {
            removeName(part(file.place));
        }
    }

    Result<CopyReport> run()
    {
        if (Status made = makeFolders(); !made) {
            return made.failure();
        }
        for (const CopyItem& item : m_plan.items) {
            Status copied = m_job.mayGoOn();
            if (copied) {
                copied = copy(item);
            }
            if (!copied && endsTheRun(copied.failure())) {
                return copied.failure();
            }
            if (!copied) {
                m_report.failed.push_back({item.source, copied.failure()});
            }
            if (m_batchBytes >= batchBytes || m_batch.size() >= batchFiles) {
                if (Status settled = settleBatch(); !settled) {
                    return settled.failure();
                }
            }
        }
        if (Status settled = settleBatch(); !settled) {
            return settled.failure();
        }
        dateFolders();
        return std::move(m_report);
    }

private:
    [[nodiscard]] QByteArray whole(const QByteArray& place) const { return m_root + place; }
    [[nodiscard]] QByteArray part(const QByteArray& place) const { return m_root + place + ".part"; }

    Status makeFolders()
    {
        if (!QDir().mkpath(m_plan.target)) {
            return Failure{Failure::Kind::FileNotWritable, m_plan.target, {}};
        }
        for (const CopyFolder& folder : m_plan.folders) {
            boost::system::error_code error;
            const fs::path path = nativePath(whole(folder.place));
            fs::create_directory(path, error);
            if (error || fs::symlink_status(path, error).type() != fs::directory_file) {
                return error == boost::system::errc::no_space_on_device
                           ? Failure{Failure::Kind::DiskFull, m_plan.target, {}}
                           : Failure{Failure::Kind::FileNotWritable, QFile::decodeName(whole(folder.place)), {}};
            }
        }
        return Done{};
    }

    /** The file is already there from an earlier run: fine if it is the same. */
    Status compareWithExisting(const CopyItem& item)
    {
        if (isSameFile(item.source, whole(item.place))) {
            return Failure{Failure::Kind::FileExists, QFile::decodeName(whole(item.place)),
                           QStringLiteral("this is the original")};
        }
        Result<QByteArray> theirs = hashOf(item.source, m_job);
        if (!theirs) {
            return theirs.failure();
        }
        Result<QByteArray> ours = hashOf(whole(item.place), m_job);
        if (!ours || *ours != *theirs) {
            return Failure{Failure::Kind::FileExists, QFile::decodeName(whole(item.place)), {}};
        }
        ++m_report.alreadyThere;
        keep({item.source, item.place, item.bytes, *theirs});
        return Done{};
    }

    Status copy(const CopyItem& item)
    {
        if (exists(whole(item.place))) {
            return compareWithExisting(item);
        }
        QFile from;
        if (Status opened = platform::openExact(from, item.source, QIODevice::ReadOnly); !opened) {
            return opened;
        }
        removeName(part(item.place)); // what a kill left behind
        QFile to;
        if (Status opened = platform::openExact(to, part(item.place), QIODevice::ReadWrite); !opened) {
            return opened;
        }
        m_batch.push_back({item.source, item.place, 0, {}});
        Status copied = pour(from, to, m_batch.back());
        if (!copied) {
            to.close();
            removeName(part(item.place));
            m_batch.pop_back();
            return copied;
        }
        m_batchBytes += m_batch.back().bytes;
        return Done{};
    }

    Status pour(QFile& from, QFile& to, CopiedFile& file)
    {
        Sha256 hash;
        QByteArray buffer(pieceSize, Qt::Uninitialized);
        for (;;) {
            if (Status going = m_job.mayGoOn(); !going) {
                return going;
            }
            const qint64 got = from.read(buffer.data(), buffer.size());
            if (got < 0) {
                return Failure{Failure::Kind::FileNotReadable, QFile::decodeName(file.source), from.errorString()};
            }
            if (got == 0) {
                break;
            }
            const QByteArrayView piece = QByteArrayView(buffer).first(static_cast<qsizetype>(got));
            hash.add(piece);
            if (Status written = writePiece(to, piece, part(file.place)); !written) {
                return written;
            }
            file.bytes += got;
            m_progress.bytesDone += got;
            m_job.report(m_progress);
        }
        file.sha256 = hash.finish();
        if (!to.resize(file.bytes)) {
            return platform::lastFileError(QFile::decodeName(part(file.place)));
        }
        return isFew() || file.bytes >= batchBytes ? platform::flushToMedium(to) : Status(Done{});
    }

    /** Flushed together, then each read back, compared and given its name. */
    Status settleBatch()
    {
        if (m_batch.empty()) {
            return Done{};
        }
        if (Status flushed = isFew() ? Status(Done{}) : platform::flushMedium(m_plan.target); !flushed) {
            return flushed;
        }
        while (!m_batch.empty()) {
            const CopiedFile file = m_batch.back();
            Result<QByteArray> readBack = hashOf(part(file.place), m_job);
            if (!readBack && endsTheRun(readBack.failure())) {
                return readBack.failure();
            }
            if (!readBack || *readBack != file.sha256) {
                return Failure{Failure::Kind::ReadBackDiffers, QFile::decodeName(whole(file.place)), {}};
            }
            // What a medium cannot keep of times and rights does not make the copy worse.
            static_cast<void>(platform::copyAttributes(file.source, part(file.place)));
            boost::system::error_code error;
            fs::rename(nativePath(part(file.place)), nativePath(whole(file.place)), error);
            if (error) {
                return Failure{Failure::Kind::FileNotWritable, QFile::decodeName(whole(file.place)),
                               QString::fromStdString(error.message())};
            }
            m_batch.pop_back();
            keep(file);
        }
        m_batchBytes = 0;
        return isFew() ? flushFolders() : platform::flushMedium(m_plan.target);
    }

    [[nodiscard]] bool isFew() const { return m_plan.items.size() <= fewFiles && m_plan.folders.size() <= fewFiles; }

    /** The new names, for good. */
    Status flushFolders()
    {
        for (const CopyFolder& folder : m_plan.folders) {
            if (Status flushed = platform::flushFolder(QFile::decodeName(whole(folder.place))); !flushed) {
                return flushed;
            }
        }
        return platform::flushFolder(m_plan.target);
    }

    void keep(const CopiedFile& file)
    {
        m_report.copied.push_back(file);
        m_report.bytes += file.bytes;
        ++m_progress.done;
        m_job.report(m_progress);
    }

    /** From the innermost outwards, as each new entry dates its folder. */
    void dateFolders()
    {
        for (auto folder = m_plan.folders.rbegin(); folder != m_plan.folders.rend(); ++folder) {
            static_cast<void>(platform::copyAttributes(folder->source, whole(folder->place)));
        }
    }

    const CopyPlan& m_plan;
    JobContext& m_job;
    QByteArray m_root;
    CopyReport m_report;
    Progress m_progress;
    std::vector<CopiedFile> m_batch;
    qint64 m_batchBytes = 0;
};

Status writeManifest(const CopyPlan& plan, CopyReport& report)
{
    QByteArray text;
    for (const CopiedFile& file : report.copied) {
        // As sha256sum writes a name with a line break or backslash.
        QByteArray place = file.place;
        const bool isEscaped = place.contains('\n') || place.contains('\\');
        place.replace('\\', "\\\\").replace('\n', "\\n");
        text += (isEscaped ? QByteArrayLiteral("\\") : QByteArray()) + file.sha256.toHex() + "  " + place + '\n';
    }
    report.manifestSha256 = Sha256::of(text);
    return AtomicFile::writeWhole(plan.target + QStringLiteral("/manifest-sha256.txt"), text);
}

} // namespace

bool isSameFile(const QByteArray& one, const QByteArray& other)
{
    boost::system::error_code error;
    return fs::equivalent(nativePath(one), nativePath(other), error);
}

Result<QByteArray> hashOf(const QByteArray& name, const JobContext& job)
{
    QFile file;
    if (Status opened = platform::openExact(file, name, QIODevice::ReadOnly); !opened) {
        return opened.failure();
    }
    Sha256 hash;
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    for (;;) {
        if (Status going = job.mayGoOn(); !going) {
            return going.failure();
        }
        const qint64 got = file.read(buffer.data(), buffer.size());
        if (got < 0) {
            return Failure{Failure::Kind::FileNotReadable, QFile::decodeName(name), file.errorString()};
        }
        if (got == 0) {
            return hash.finish();
        }
        hash.add(QByteArrayView(buffer).first(static_cast<qsizetype>(got)));
    }
}

Result<CopyReport> copyFiles(const CopyPlan& plan, bool hasManifest, JobContext& job)
{
    if (!plan.hasRoom()) {
        return Failure{Failure::Kind::DiskFull, plan.target, {}};
    }
    Result<CopyReport> report = Copier(plan, job).run();
    if (!report) {
        return report;
    }
    std::sort(report->copied.begin(), report->copied.end(),
              [](const CopiedFile& a, const CopiedFile& b) { return a.place < b.place; });
    if (hasManifest) {
        if (Status written = writeManifest(plan, *report); !written) {
            return written.failure();
        }
    }
    return report;
}

} // namespace staffelstab::files
