// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/void_archive_act.h"

#include "archive/business_archive.h"
#include "files/file_copy.h"
#include "handover/journal.h"
#include "handover/json_values.h"
#include "handover/medium_label_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace staffelstab::handover {

namespace {

using State = VoidArchive::State;

constexpr const char* removed = "void_archive_removed";

/** Two archives of the same messages may have the same checksum. */
QJsonObject factsOf(const ArchiveOutcome& written)
{
    return {{"sha256", QString::fromLatin1(written.sha256.toHex())}, {"written", dateText(written.at)}};
}

bool isAbsent(const QString& path)
{
    const QFileInfo info(path);
    return !info.exists() && !info.isSymLink();
}

/** A folder goes under this name first: what of it is left after a kill was proved before. */
QString goingName(const QString& path)
{
    return path + QStringLiteral(".removing");
}

bool removeFolder(const QString& path, const QByteArray& seal, JobContext& job)
{
    const auto check = archive::checkBusinessArchive(path, {}, job);
    return check && check->isIntact && check->sha256 == seal && QDir().rename(path, goingName(path)) &&
           QDir(goingName(path)).removeRecursively() && isAbsent(path);
}

bool removeFile(const QString& path, const QByteArray& sha256, JobContext& job)
{
    const Result<QByteArray> now = files::hashOf(QFile::encodeName(path), job);
    return now && *now == sha256 && QFile::remove(path) && isAbsent(path);
}

/** Nothing: it is removed. Otherwise why it is not. */
std::optional<State> removeProved(const QString& path, const QByteArray& sha256, const QStringList& standing,
                                  JobContext& job)
{
    const QFileInfo going(goingName(path));
    if (going.isDir() && !going.isSymLink()) {
        if (!QDir(going.filePath()).removeRecursively()) {
            return State::Changed;
        }
        if (isAbsent(path) || standing.contains(path)) {
            return std::nullopt;
        }
    }
    if (standing.contains(path)) {
        return State::NotFound;
    }
    const QFileInfo info(path);
    if (isAbsent(path)) {
        return State::NotFound;
    }
    const bool isRemoved =
        !info.isSymLink() && (info.isDir() ? removeFolder(path, sha256, job) : removeFile(path, sha256, job));
    return isRemoved ? std::nullopt : std::optional(State::Changed);
}

/** Its sheet and label: they name an archive that is gone. Nothing of the mail is in them. */
void removeCompanions(const QStringList& companions)
{
    for (const QString& path : companions) {
        if (const QFileInfo info(path); info.isFile() && !info.isSymLink()) {
            QFile::remove(path);
        }
    }
}

/**
 * The archive and its sealed copy; the path of what is removed is emptied. Where something else stands by now, the void
 * one is elsewhere.
 */
std::optional<State> removeBoth(ArchiveOutcome& written, const QStringList& standing, JobContext& job)
{
    const auto remove = [&](QString& path, const QByteArray& sha256) -> std::optional<State> {
        if (path.isEmpty()) {
            return std::nullopt;
        }
        const std::optional<State> reason = removeProved(path, sha256, standing, job);
        if (!reason) {
            path.clear();
        }
        return reason;
    };
    const std::optional<State> sealed = remove(written.sealedPath, written.sealedSha256);
    const QStringList companions{written.sheetPath, labelBeside(written.path, QStringLiteral("de")),
                                 labelBeside(written.path, QStringLiteral("en"))};
    const bool wasThere = !written.path.isEmpty();
    const std::optional<State> archive = remove(written.path, written.sha256);
    if (wasThere && !archive) {
        removeCompanions(companions);
    }
    // What is there weighs more than what may be elsewhere.
    return sealed == State::Changed || !archive ? sealed : archive;
}

} // namespace

Result<std::vector<VoidArchive>> removeVoidArchives(const std::vector<VoidArchive>& archives,
                                                    const QStringList& standing, Journal& journal, JobContext& job)
{
    const Result<std::vector<JournalEntry>> entries = journal.entries();
    if (!entries) {
        return entries.failure();
    }
    std::vector<VoidArchive> left;
    for (VoidArchive archive : archives) {
        const QJsonObject facts = factsOf(archive.written);
        const bool wasRemoved = std::any_of(entries->begin(), entries->end(), [&facts](const JournalEntry& entry) {
            return entry.what == QLatin1String(removed) && entry.facts == facts;
        });
        if (wasRemoved) {
            // The program was killed before the case could say so.
            continue;
        }
        if (job.isCancelled()) {
            left.push_back(std::move(archive));
            continue;
        }
        if (Status noted = journal.write(QStringLiteral("void_archive_removal_begins"), facts); !noted) {
            return noted.failure();
        }
        if (const std::optional<State> reason = removeBoth(archive.written, standing, job)) {
            // Stopped in the middle it says nothing; what was said to be gone and is not there stays said.
            const bool isKnown = job.isCancelled() || (archive.state == State::SaidGone && reason == State::NotFound);
            archive.state = isKnown ? archive.state : *reason;
            left.push_back(std::move(archive));
            continue;
        }
        if (Status noted = journal.write(QLatin1String(removed), facts); !noted) {
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
    using Left = std::vector<VoidArchive>;
    return makeAct<Left>(
        [archives = handover.topic<VoidArchives>().archives,
         standing =
             handover.archive() ? QStringList{handover.archive()->path, handover.archive()->sealedPath} : QStringList(),
         &handover](JobContext& job) {
            // The journal opens the file anew for each call and is safe from this thread.
            return removeVoidArchives(archives, standing, handover.journal(), job);
        },
        [&handover](Left left) { return handover.setTopic<VoidArchives>(VoidArchives{std::move(left)}); });
}

Status sayVoidArchivesGone(HandoverCase& handover)
{
    if (handover.receiptFiles()) {
        return notNow();
    }
    VoidArchives said = handover.topic<VoidArchives>();
    for (VoidArchive& archive : said.archives) {
        if (archive.state != State::NotFound) {
            continue;
        }
        archive.state = State::SaidGone;
        if (Status noted = handover.journal().write(QStringLiteral("void_archive_said_gone"), factsOf(archive.written));
            !noted) {
            return noted;
        }
    }
    return handover.setTopic<VoidArchives>(std::move(said));
}

} // namespace staffelstab::handover
