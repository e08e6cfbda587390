// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/files_acts.h"

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
    return target.isEmpty() ? Result<files::CopyPlan>(files::CopyPlan())
                            : files::planCopy(table, choice.plan, verdict, target, files::rulesFor(target));
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

Result<Act> copyFilesAct(const ActContext& context, FileTablePtr table)
{
    const FilesChoice& choice = context.handover.topic<FilesChoice>();
    if (!table || context.handover.receiptFiles()) {
        return notNow();
    }
    return makeAct<FilesOutcome>(
        [choice, table, now = context.handover.clock().now()](JobContext& job) -> Result<FilesOutcome> {
            Result<Copied> mine = copyVerdict(choice, *table, Verdict::Private, job);
            if (!mine) {
                return mine.failure();
            }
            Result<Copied> theirs = copyVerdict(choice, *table, Verdict::Business, job);
            if (!theirs) {
                return theirs.failure();
            }
            FilesOutcome outcome;
            outcome.at = now;
            outcome.privateFiles = static_cast<quint32>(mine->report.copied.size());
            outcome.privateBytes = mine->report.bytes;
            outcome.businessFiles = static_cast<quint32>(theirs->report.copied.size());
            outcome.businessBytes = theirs->report.bytes;
            outcome.manifestSha256 = theirs->report.manifestSha256;
            outcome.notCopied = mine->notCopied() + theirs->notCopied();
            return outcome;
        },
        [context](FilesOutcome outcome) { return context.handover.setTopic<FilesOutcome>(std::move(outcome)); });
}

Result<Act> removeFilesAct(const ActContext& context, FileTablePtr table)
{
    HandoverCase& handover = context.handover;
    const auto& outcome = handover.topicIfSet<FilesOutcome>();
    if (!table || !outcome || outcome->privateFiles == 0 || outcome->removed || handover.receiptFiles()) {
        return notNow();
    }
    return makeAct<files::RemovalReport>(
        [choice = handover.topic<FilesChoice>(), table, &handover](JobContext& job) -> Result<files::RemovalReport> {
            Result<Copied> mine = copyVerdict(choice, *table, Verdict::Private, job);
            if (!mine) {
                return mine.failure();
            }
            // The journal opens the file anew for each call and is safe from this thread.
            JournalWitness witness(handover.journal());
            return files::removeCopied(mine->plan, mine->report.copied, witness, job);
        },
        [&handover](const files::RemovalReport& report) -> Status {
            FilesOutcome settled = *handover.topicIfSet<FilesOutcome>();
            settled.removed = report.removed;
            settled.kept = static_cast<quint32>(report.kept.size());
            return handover.setTopic<FilesOutcome>(std::move(settled));
        });
}

} // namespace staffelstab::handover
