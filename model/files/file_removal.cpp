// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/file_removal.h"

#include "files/native_path.h"

#include <QFile>

#include <boost/filesystem/operations.hpp>

#include <algorithm>
#include <span>

namespace staffelstab::files {

namespace {

namespace fs = boost::filesystem;

constexpr std::size_t batchFiles = 100;

/** Ok if the file is gone afterwards. */
Status removeOne(const CopiedFile& file, const CopyHash& hashOfCopy, const JobContext& job)
{
    const auto differs = [&file](const char* what) {
        return Failure{Failure::Kind::FileChanged, QString::fromUtf8(file.source), QLatin1String(what)};
    };
    boost::system::error_code error;
    const fs::path path = nativePath(file.source);
    if (fs::symlink_status(path, error).type() == fs::file_not_found) {
        return Done{};
    }
    Result<QByteArray> copy = hashOfCopy(file);
    if (!copy || *copy != file.sha256) {
        return copy || copy.failure().kind != Failure::Kind::Cancelled
                   ? Status(differs("the copy is not there any more"))
                   : Status(copy.failure());
    }
    Result<QByteArray> now = hashOf(file.source, job);
    if (!now) {
        return now.failure();
    }
    if (*now != file.sha256) {
        return differs("changed since it was copied");
    }
    fs::remove(path, error);
    if (fs::symlink_status(path, error).type() != fs::file_not_found) {
        return Failure{Failure::Kind::NotPermitted, QString::fromUtf8(file.source), {}};
    }
    return Done{};
}

/** From the innermost outwards; one that is not empty stays by itself. */
void removeEmptyFolders(const CopyPlan& plan, const OffLimits& offLimits)
{
    for (auto folder = plan.folders.rbegin(); folder != plan.folders.rend(); ++folder) {
        boost::system::error_code error;
        const fs::path path = nativePath(folder->source);
        if (folder->isWanted && offLimits.mayTouch(folder->source) &&
            fs::symlink_status(path, error).type() == fs::directory_file) {
            fs::remove(path, error);
        }
    }
}

} // namespace

CopyHash hashInFolder(const CopyPlan& plan, const JobContext& job)
{
    return [root = QByteArray(QFile::encodeName(plan.target) + '/'), &job](const CopiedFile& file) {
        const QByteArray copy = root + file.place;
        // An original is no copy of itself, under whatever name.
        return isSameFile(file.source, copy)
                   ? Result<QByteArray>(Failure{Failure::Kind::FileChanged, QString::fromUtf8(file.source),
                                                QStringLiteral("the copy is the original")})
                   : hashOf(copy, job);
    };
}

Result<RemovalReport> removeCopied(const CopyPlan& plan, const std::vector<CopiedFile>& copied,
                                   const CopyHash& hashOfCopy, const OffLimits& offLimits, RemovalWitness& witness,
                                   JobContext& job)
{
    RemovalReport report;
    Progress progress{Progress::Stage::Removing, 0, static_cast<qint64>(copied.size()), 0, 0};
    for (std::size_t at = 0; at < copied.size() && !report.isCancelled; at += batchFiles) {
        const std::span batch(copied.data() + at, std::min(batchFiles, copied.size() - at));
        if (Status noted = witness.removalBegins(static_cast<quint32>(batch.size())); !noted) {
            return noted.failure();
        }
        for (const CopiedFile& file : batch) {
            Status removed = job.mayGoOn();
            if (removed) {
                removed = offLimits.mayTouch(file.source);
            }
            if (removed) {
                removed = removeOne(file, hashOfCopy, job);
            }
            report.isCancelled = !removed && removed.failure().kind == Failure::Kind::Cancelled;
            if (report.isCancelled) {
                break;
            }
            if (removed) {
                ++report.removed;
                report.bytes += file.bytes;
            } else {
                report.kept.push_back({file.source, removed.failure()});
            }
            ++progress.done;
            job.report(progress);
        }
        if (Status noted = witness.removed(report.removed, report.bytes); !noted) {
            return noted.failure();
        }
    }
    if (!report.isCancelled) {
        removeEmptyFolders(plan, offLimits);
    }
    return report;
}

} // namespace staffelstab::files
