// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/void_archive_act.h"

#include "archive/business_archive.h"
#include "files/file_copy.h"
#include "handover/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

bool isGone(const QString& path)
{
    const QFileInfo info(path);
    return !info.exists() && !info.isSymLink();
}

/** False while something else, or nothing that can be proved, stands there; a medium that is not there proves nothing.
 */
bool removeProved(const QString& path, const QByteArray& sha256, JobContext& job)
{
    const QFileInfo info(path);
    if (!QFileInfo::exists(info.path())) {
        return false;
    }
    // Begun before, after the folder had been proved.
    const QString going = path + QStringLiteral(".removing");
    if (QFileInfo(going).isDir() && !QFileInfo(going).isSymLink() && !QDir(going).removeRecursively()) {
        return false;
    }
    if (isGone(path)) {
        return true;
    }
    if (info.isSymLink()) {
        return false;
    }
    if (info.isDir()) {
        const auto check = archive::checkBusinessArchive(path, {}, job);
        return check && check->isIntact && check->sha256 == sha256 && QDir().rename(path, going) &&
               QDir(going).removeRecursively() && isGone(path);
    }
    const Result<QByteArray> now = files::hashOf(QFile::encodeName(path), job);
    return now && *now == sha256 && QFile::remove(path) && isGone(path);
}

} // namespace

Result<std::vector<ArchiveOutcome>> removeVoidArchives(const std::vector<ArchiveOutcome>& archives,
                                                       const QStringList& standing, Journal& journal, JobContext& job)
{
    const auto remove = [&](const QString& path, const QByteArray& sha256) {
        return path.isEmpty() || standing.contains(path) || removeProved(path, sha256, job);
    };
    std::vector<ArchiveOutcome> left;
    for (const ArchiveOutcome& archive : archives) {
        const QJsonObject facts{{"sha256", QString::fromLatin1(archive.sha256.toHex())}};
        if (Status noted = journal.write(QStringLiteral("void_archive_removal_begins"), facts); !noted) {
            return noted.failure();
        }
        const bool isSealedGone = remove(archive.sealedPath, archive.sealedSha256);
        if (!remove(archive.path, archive.sha256) || !isSealedGone) {
            left.push_back(archive);
            continue;
        }
        if (Status noted = journal.write(QStringLiteral("void_archive_removed"), facts); !noted) {
            return noted.failure();
        }
    }
    return left;
}

Result<Act> removeVoidArchivesAct(const ActContext& context)
{
    HandoverCase& handover = context.handover;
    if (handover.topic<VoidArchives>().archives.empty() || handover.receiptFiles()) {
        return notNow();
    }
    using Left = std::vector<ArchiveOutcome>;
    return makeAct<Left>(
        [archives = handover.topic<VoidArchives>().archives,
         standing =
             handover.archive() ? QStringList{handover.archive()->path, handover.archive()->sealedPath} : QStringList(),
         &handover](JobContext& job) {
            // The journal opens the file anew for each call and is safe from this thread.
            return removeVoidArchives(archives, standing, handover.journal(), job);
        },
        [&handover](Left left) -> Status {
            const QString path = left.empty() ? QString() : left.front().path;
            Status kept = handover.setTopic<VoidArchives>(VoidArchives{std::move(left)});
            return kept && !path.isEmpty() ? Status(Failure{Failure::Kind::FileChanged, path,
                                                            QStringLiteral("not what was written, or out of reach")})
                                           : kept;
        });
}

} // namespace staffelstab::handover
