// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/files_acts.h"

#include "archive/file_pack.h"
#include "files/file_removal.h"
#include "files/file_walk.h"
#include "handover/journal.h"

namespace staffelstab::handover {

namespace {

/** What one verdict's files became. */
struct Copied
{
    files::CopyPlan plan;
    files::CopyReport report;

    [[nodiscard]] quint32 notCopied() const
    {
        using Kind = files::CopyNotice::Kind;
        return static_cast<quint32>(report.failed.size()) + plan.count(Kind::TooLarge) + plan.count(Kind::NotCopied) +
               plan.count(Kind::Unreadable);
    }
};

Result<Copied> copyVerdict(const FilesChoice& choice, const files::FileTable& table, Verdict verdict, JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, verdict);
    if (!plan) {
        return plan.failure();
    }
    if (plan->items.empty()) {
        return Copied{std::move(*plan), {}};
    }
    Result<files::CopyReport> report = files::copyFiles(*plan, verdict == Verdict::Business, job);
    if (!report) {
        return report.failure();
    }
    return Copied{std::move(*plan), std::move(*report)};
}

QString packName(const HandoverCase& handover)
{
    return (handover.language() == QLatin1String("de") ? QStringLiteral("Private Dateien ")
                                                       : QStringLiteral("Private files ")) +
           handover.caseNumber();
}

std::vector<archive::PackItem> packItems(const files::CopyPlan& plan)
{
    std::vector<archive::PackItem> items;
    items.reserve(plan.items.size());
    for (const files::CopyItem& item : plan.items) {
        items.push_back({item.source, item.place, item.bytes, item.modified});
    }
    return items;
}

/** All private files in one ZIP; `path` is where it stands. */
Result<Copied> packPrivate(const FilesChoice& choice, const files::FileTable& table, const QString& name,
                           const Secret& passphrase, QString& path, JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, Verdict::Private);
    if (!plan) {
        return plan.failure();
    }
    if (plan->items.empty()) {
        return Copied{std::move(*plan), {}};
    }
    Result<archive::PackReport> packed =
        archive::packFiles(packItems(*plan), choice.privateTarget, name, passphrase, job);
    if (!packed) {
        return packed.failure();
    }
    path = packed->path;
    Copied copied{std::move(*plan), {}};
    copied.report.bytes = packed->bytes;
    for (const archive::PackedFile& file : packed->packed) {
        const files::CopyItem& item = copied.plan.items[file.item];
        copied.report.copied.push_back({item.source, item.place, file.bytes, file.sha256});
    }
    for (const archive::UnpackedFile& file : packed->failed) {
        copied.report.failed.push_back({copied.plan.items[file.item].source, file.why});
    }
    return copied;
}

/** What the ZIP holds now, as the licence to remove the originals. */
Result<Copied> readPack(const FilesChoice& choice, const files::FileTable& table, const Secret& passphrase,
                        JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, Verdict::Private);
    if (!plan) {
        return plan.failure();
    }
    const auto hashes = archive::hashesInPack(choice.packPath, passphrase, job);
    if (!hashes) {
        return hashes.failure();
    }
    Copied copied{std::move(*plan), {}};
    for (const files::CopyItem& item : copied.plan.items) {
        if (const QByteArray sha256 = hashes->value(item.place); !sha256.isEmpty()) {
            copied.report.copied.push_back({item.source, item.place, item.bytes, sha256});
        }
    }
    return copied;
}

class JournalWitness final : public files::RemovalWitness
{
public:
    explicit JournalWitness(Journal& journal) : m_journal(journal) {}
    Status removalBegins(quint32 files) override
    {
        return m_journal.write(QStringLiteral("file_removal_begins"), {{"files", static_cast<qint64>(files)}});
    }
    Status removed(quint32 files, qint64 bytes) override
    {
        return m_journal.write(QStringLiteral("files_removed"),
                               {{"files", static_cast<qint64>(files)}, {"bytes", bytes}});
    }

private:
    Journal& m_journal;
};

} // namespace

Result<files::CopyPlan> plannedCopy(const FilesChoice& choice, const files::FileTable& table, Verdict verdict)
{
    const QString& target = verdict == Verdict::Private ? choice.privateTarget : choice.businessTarget;
    const auto tally = choice.plan.tallies(table)[static_cast<std::size_t>(verdict)];
    if (target.isEmpty() && tally.files > 0) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("a target folder is missing")};
    }
    if (target.isEmpty()) {
        return files::CopyPlan();
    }
    const files::MediumRules medium = files::rulesFor(target);
    if (verdict != Verdict::Private || !choice.isLocked) {
        return files::planCopy(table, choice.plan, verdict, target, medium);
    }
    Result<files::CopyPlan> plan = files::planCopy(table, choice.plan, verdict, target, files::rulesOfZip());
    if (plan) {
        plan->largestWhole = medium.largestFile;
    }
    return plan;
}

Result<Act> walkFilesAct(const ActContext& context, std::function<void(FileTablePtr)> found)
{
    const FilesChoice& choice = context.handover.topic<FilesChoice>();
    if (choice.roots.isEmpty() || context.handover.isLocked()) {
        return notNow();
    }
    return makeAct<files::FileTable>([roots = choice.roots](JobContext& job) { return files::walkFiles(roots, job); },
                                     [found = std::move(found)](files::FileTable table) -> Status {
                                         found(std::make_shared<const files::FileTable>(std::move(table)));
                                         return Done{};
                                     });
}

Result<Act> copyFilesAct(const ActContext& context, const FileTablePtr& table, Secret passphrase)
{
    HandoverCase& handover = context.handover;
    const FilesChoice& choice = handover.topic<FilesChoice>();
    if (!table || handover.receiptFiles()) {
        return notNow();
    }
    struct Both
    {
        FilesOutcome outcome;
        QString packPath;
    };
    return makeAct<Both>(
        [choice, table, name = packName(handover), secret = share(std::move(passphrase)),
         now = handover.clock().now()](JobContext& job) -> Result<Both> {
            Both both;
            Result<Copied> mine = choice.isLocked ? packPrivate(choice, *table, name, *secret, both.packPath, job)
                                                  : copyVerdict(choice, *table, Verdict::Private, job);
            if (!mine) {
                return mine.failure();
            }
            Result<Copied> theirs = copyVerdict(choice, *table, Verdict::Business, job);
            if (!theirs) {
                return theirs.failure();
            }
            FilesOutcome& outcome = both.outcome;
            outcome.at = now;
            outcome.privateFiles = static_cast<quint32>(mine->report.copied.size());
            outcome.privateBytes = mine->report.bytes;
            outcome.isLocked = !both.packPath.isEmpty();
            outcome.businessFiles = static_cast<quint32>(theirs->report.copied.size());
            outcome.businessBytes = theirs->report.bytes;
            outcome.manifestSha256 = theirs->report.manifestSha256;
            outcome.notCopied = mine->notCopied() + theirs->notCopied();
            return both;
        },
        [&handover](Both both) {
            FilesChoice made = handover.topic<FilesChoice>();
            made.packPath = std::move(both.packPath);
            Status kept = handover.setTopic<FilesChoice>(std::move(made));
            return kept ? handover.setTopic<FilesOutcome>(std::move(both.outcome)) : kept;
        });
}

Result<Act> removeFilesAct(const ActContext& context, const FileTablePtr& table, Secret passphrase)
{
    HandoverCase& handover = context.handover;
    const auto& outcome = handover.topicIfSet<FilesOutcome>();
    if (!table || !outcome || outcome->privateFiles == 0 || outcome->removed || handover.receiptFiles()) {
        return notNow();
    }
    return makeAct<files::RemovalReport>(
        [choice = handover.topic<FilesChoice>(), table, secret = share(std::move(passphrase)),
         isLocked = outcome->isLocked, &handover](JobContext& job) -> Result<files::RemovalReport> {
            Result<Copied> mine =
                isLocked ? readPack(choice, *table, *secret, job) : copyVerdict(choice, *table, Verdict::Private, job);
            if (!mine) {
                return mine.failure();
            }
            // The journal opens the file anew for each call and is safe from this thread.
            JournalWitness witness(handover.journal());
            // A ZIP was read as a whole a moment ago.
            const files::CopyHash hashOfCopy =
                isLocked
                    ? files::CopyHash([](const files::CopiedFile& file) { return Result<QByteArray>(file.sha256); })
                    : files::hashInFolder(mine->plan, job);
            return files::removeCopied(mine->plan, mine->report.copied, hashOfCopy, witness, job);
        },
        [&handover](const files::RemovalReport& report) -> Status {
            FilesOutcome settled = *handover.topicIfSet<FilesOutcome>();
            settled.removed = report.removed;
            settled.kept = static_cast<quint32>(report.kept.size());
            return handover.setTopic<FilesOutcome>(std::move(settled));
        });
}

} // namespace staffelstab::handover
