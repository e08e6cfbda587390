// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/files_acts.h"

#include "archive/file_pack.h"
#include "files/file_removal.h"
#include "files/file_walk.h"
#include "handover/journal.h"
#include "handover/topics/void_archive_topic.h"
#include "mail/local_mailboxes.h"
#include "mail/thunderbird/profile.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace staffelstab::handover {

namespace {

/** Taken on the case's thread; turned into paths on the worker's, as the disk is asked. */
struct Surroundings
{
    std::vector<mail::MailboxSource> mailboxes;
    QString caseFile;
    QStringList targets;

    [[nodiscard]] files::OffLimits offLimits() const { return offLimitsOf(mailboxes, caseFile, targets); }
};

Surroundings surroundingsOf(const HandoverCase& handover)
{
    const FilesChoice& files = handover.topic<FilesChoice>();
    QStringList targets{files.privateTarget, files.businessTarget, files.packPath};
    if (const auto& archive = handover.archive()) {
        targets << archive->path << archive->sheetPath << archive->sealedPath;
    }
    for (const VoidArchive& archive : handover.topic<VoidArchives>().archives) {
        targets << archive.written.path << archive.written.sealedPath;
    }
    if (const auto& takeaway = handover.takeaway()) {
        targets << takeaway->path;
    }
    if (const auto& receipt = handover.receiptFiles()) {
        targets << receipt->path;
    }
    // Of other steps only what they wrote: their folder may be the desktop. One that holds a root was chosen knowingly.
    targets.removeIf([&files](const QString& target) {
        const QString real = QFileInfo(target).canonicalFilePath();
        return real.isEmpty() || std::any_of(files.roots.begin(), files.roots.end(), [&real](const QString& root) {
                   return (QFileInfo(root).canonicalFilePath() + u'/').startsWith(real + u'/');
               });
    });
    return {handover.mailboxes(), handover.file(), targets};
}

void addSettings(const QString& home, files::OffLimits& offLimits)
{
    const QFileInfoList folders = QDir(home).entryInfoList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders) {
        if (folder.fileName().startsWith(u'.') || folder.fileName() == QLatin1String("AppData")) {
            offLimits.add(folder.filePath(), files::OffLimit::Settings);
        }
    }
}

/** With the folders outside a Thunderbird profile that its accounts name. */
void addMailbox(const mail::MailboxSource& mailbox, files::OffLimit why, files::OffLimits& offLimits)
{
    offLimits.add(mailbox.path, why);
    if (mailbox.kind != mail::StoreKind::Thunderbird) {
        return;
    }
    if (const auto accounts = mail::thunderbirdAccounts(mailbox.path)) {
        for (const mail::ThunderbirdAccount& account : *accounts) {
            offLimits.add(account.path, why);
        }
    }
}

/** The database with its companions and journal, which all begin with its name. */
void addCase(const QString& caseFile, files::OffLimits& offLimits)
{
    const QFileInfo info(caseFile);
    const QFileInfoList beside = info.dir().entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo& file : beside) {
        if (file.fileName().startsWith(info.fileName()) || file.fileName().startsWith(u'.' + info.fileName())) {
            offLimits.add(file.filePath(), files::OffLimit::CaseFiles);
        }
    }
    offLimits.add(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), files::OffLimit::CaseFiles);
}

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

Result<Copied> copyVerdict(const FilesChoice& choice, const files::FileTable& table, Verdict verdict,
                           const files::OffLimits& offLimits, JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, verdict, offLimits);
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
                           const Secret& passphrase, const files::OffLimits& offLimits, QString& path, JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, Verdict::Private, offLimits);
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
                        const files::OffLimits& offLimits, JobContext& job)
{
    Result<files::CopyPlan> plan = plannedCopy(choice, table, Verdict::Private, offLimits);
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

files::OffLimits offLimitsOf(const std::vector<mail::MailboxSource>& mailboxes, const QString& caseFile,
                             const QStringList& targets)
{
    using enum files::OffLimit;
    files::OffLimits offLimits;
    for (const mail::MailboxSource& mailbox : mailboxes) {
        addMailbox(mailbox, Mailbox, offLimits);
    }
    const QString home = QDir::homePath();
    for (const mail::LocalMailbox& mailbox : mail::findLocalMailboxes(home)) {
        addMailbox(mailbox.source, MailProgram, offLimits);
    }
    // Where programs keep the mail of an account whose profile is not whole, and indexes with its text.
    for (const char* folder :
         {".thunderbird", ".local/share/evolution", ".local/share/local-mail", ".local/share/akonadi",
          "snap/thunderbird", ".var/app/org.mozilla.Thunderbird", "AppData/Roaming/Thunderbird",
          "AppData/Local/Microsoft/Outlook", "Documents/Outlook Files", "Dokumente/Outlook-Dateien",
          "Library/Thunderbird", "Library/Mail"}) {
        offLimits.add(home + u'/' + QLatin1String(folder), MailProgram);
    }
    addCase(caseFile, offLimits);
    for (const QString& target : targets) {
        offLimits.add(target, Target);
    }
    addSettings(home, offLimits);
    return offLimits;
}

Result<files::CopyPlan> plannedCopy(const FilesChoice& choice, const files::FileTable& table, Verdict verdict,
                                    const files::OffLimits& offLimits)
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
        return files::planCopy(table, choice.plan, verdict, target, medium, offLimits);
    }
    Result<files::CopyPlan> plan = files::planCopy(table, choice.plan, verdict, target, files::rulesOfZip(), offLimits);
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
    return makeAct<files::FileTable>([roots = choice.roots, around = surroundingsOf(context.handover)](
                                         JobContext& job) { return files::walkFiles(roots, around.offLimits(), job); },
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
        [choice, table, around = surroundingsOf(handover), name = packName(handover),
         secret = share(std::move(passphrase)), now = handover.clock().now()](JobContext& job) -> Result<Both> {
            Both both;
            const files::OffLimits offLimits = around.offLimits();
            Result<Copied> mine = choice.isLocked
                                      ? packPrivate(choice, *table, name, *secret, offLimits, both.packPath, job)
                                      : copyVerdict(choice, *table, Verdict::Private, offLimits, job);
            if (!mine) {
                return mine.failure();
            }
            Result<Copied> theirs = copyVerdict(choice, *table, Verdict::Business, offLimits, job);
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
            outcome.undecided = choice.plan.tallies(*table)[static_cast<std::size_t>(Verdict::Undecided)].files;
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
         isLocked = outcome->isLocked, around = surroundingsOf(handover),
         &handover](JobContext& job) -> Result<files::RemovalReport> {
            const files::OffLimits offLimits = around.offLimits();
            Result<Copied> mine = isLocked ? readPack(choice, *table, *secret, offLimits, job)
                                           : copyVerdict(choice, *table, Verdict::Private, offLimits, job);
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
            return files::removeCopied(mine->plan, mine->report.copied, hashOfCopy, offLimits, witness, job);
        },
        [&handover](const files::RemovalReport& report) -> Status {
            FilesOutcome settled = *handover.topicIfSet<FilesOutcome>();
            settled.removed = report.removed;
            settled.kept = static_cast<quint32>(report.kept.size());
            return handover.setTopic<FilesOutcome>(std::move(settled));
        });
}

} // namespace staffelstab::handover
