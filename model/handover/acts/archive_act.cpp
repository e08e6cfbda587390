// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/archive_act.h"

#include "handover/acts/mail_acts.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/acts/void_archive_act.h"
#include "handover/archive_progress.h"
#include "handover/journal.h"
#include "handover/json_values.h"
#include "handover/medium_label_file.h"
#include "handover/topics/account_topics.h"

#include "archive/archive_attempt.h"
#include "archive/archive_plan.h"
#include "archive/output_place.h"
#include "core/atomic_file.h"
#include "secrets/seal.h"

#include <QFileInfo>

#include <sodium.h>

namespace staffelstab::handover {

namespace {

/** A fresh key, sealed to each certificate; nothing if nobody gets a sealed copy. */
Result<std::shared_ptr<const archive::ArchiveSeal>> sealFor(const HandoverCase& handover)
{
    constexpr qint64 largestCertificate = 1 << 20;
    const QStringList& files = handover.archiveChoice().sealCertificates;
    if (files.isEmpty()) {
        return std::shared_ptr<const archive::ArchiveSeal>();
    }
    auto seal = std::make_shared<archive::ArchiveSeal>();
    seal->key = Secret::withSize(32);
    randombytes_buf(seal->key.data(), seal->key.size());
    for (const QString& file : files) {
        const Result<QByteArray> certificate = readWhole(file, largestCertificate);
        if (!certificate) {
            return certificate.failure();
        }
        Result<QByteArray> sealed = secrets::sealForCertificate(seal->key, *certificate, handover.caseNumber());
        if (!sealed) {
            Failure failure = sealed.failure();
            failure.subject = file;
            return failure;
        }
        seal->seals.push_back(std::move(*sealed));
    }
    return std::shared_ptr<const archive::ArchiveSeal>(std::move(seal));
}

/** All but the sealed copy's keys. */
archive::ArchiveOptions optionsOf(const HandoverCase& handover, const ArchiveChoice& choice)
{
    archive::ArchiveOptions options;
    options.container = choice.container;
    options.target = choice.target;
    options.name = copyName(handover, "Uebergabe-", "Handover-");
    options.caseNumber = handover.caseNumber();
    options.organisation = handover.policy().companyName;
    options.leaverName = handover.people().leaver.name;
    options.supervisorName = handover.people().supervisor.name;
    options.date = handover.clock().now().toLocalTime().date();
    options.language = handover.language();
    options.discLabel = choice.mediumLabel;
    if (const std::optional<DirectoryEntry>& entry = handover.topicIfSet<DirectoryEntry>()) {
        options.extraFiles.push_back({QStringLiteral("directory/entry.ldif"), entry->ldif});
    }
    return options;
}

QString absolute(const QString& path)
{
    return QFileInfo(path).absoluteFilePath();
}

using Lying = Result<std::optional<archive::LyingPart>>;

Lying lookOnMedia(const QString& caseFile, const QString& target)
{
    std::optional<archive::NotedPart> noted = notedArchive(caseFile);
    return noted ? archive::lyingPart(std::move(*noted), target) : Lying(std::nullopt);
}

/** It has the name of what was begun, but is not that. */
bool isAnothers(const Lying& lying)
{
    return !lying && lying.failure().kind == Failure::Kind::FileExists;
}

/** Of what was begun, or of what has its name. */
QString fileOf(const Lying& lying)
{
    if (isAnothers(lying)) {
        return lying.failure().subject;
    }
    return lying && *lying ? (*lying)->path : QString();
}

struct ArchiveInput
{
    std::vector<WantedMail> wanted;
    std::vector<MailboxLogin> logins;
    archive::ArchiveOptions options;
    Secret passphrase;
    QString caseFile;
    UnfinishedPlaces unfinished;
    /** Nothing was written, as what stands in the way is another's. */
    std::optional<Failure> refusal = {};
};

Result<archive::ArchiveReport> writeArchive(ArchiveInput& input, JobContext& job)
{
    const Result<std::unique_ptr<ArchiveProgress>> progress = ArchiveProgress::open(input.caseFile);
    if (!progress) {
        return progress.failure();
    }
    input.options.log = progress->get();
    const Lying lying = archive::lyingPart(**progress, input.options.target);
    const bool isHere = lying && *lying && (*lying)->begun.target == absolute(input.options.target);
    const bool isSpared = isHere ? archive::canBeGoneOnWith(input.options) : isAnothers(lying);
    input.unfinished = sweepUnfinished(std::move(input.unfinished), isSpared ? fileOf(lying) : QString());
    if (isAnothers(lying)) {
        input.refusal = lying.failure();
        return archive::ArchiveReport();
    }
    const Result<OpenedMail> mail = openWanted(input.wanted, input.logins, job);
    if (!mail) {
        return mail.failure();
    }
    Result<archive::ArchiveReport> report =
        archive::writeBusinessArchive(mail->selections, input.options, input.passphrase, job);
    input.unfinished = stillUnfinished(std::move(input.unfinished));
    return report;
}

/** What became of an archive that an earlier run had begun. */
Status noteBeginning(HandoverCase& handover, const ArchiveOutcome& outcome)
{
    return outcome.beginning == archive::ArchiveReport::Beginning::Anew
               ? Status(Done{})
               : handover.journal().write(QStringLiteral("begun_archive_finished"),
                                          {{"beginning", outcome.beginningName()},
                                           {"taken_up", static_cast<qint64>(outcome.takenUp)},
                                           {"messages", static_cast<qint64>(outcome.messages)},
                                           {"sha256", hex(outcome.sha256)}});
}

Status recordArchive(const ActContext& context, const ArchiveInput& input, const archive::ArchiveReport& report)
{
    HandoverCase& handover = context.handover;
    if (input.refusal) {
        // The place is not one of ours: a later sweep would take away by name what lies there.
        const Status forgotten = forgetFinished(handover, input.unfinished);
        return forgotten ? Status(*input.refusal) : forgotten;
    }
    if (!input.passphrase.isEmpty()) {
        static_cast<void>(context.secrets.write(archiveKey(handover), input.passphrase));
    }
    ArchiveOutcome outcome{handover.clock().now(),
                           report.path,
                           report.bytes,
                           report.sha256,
                           report.isEncrypted,
                           report.messages,
                           static_cast<quint32>(report.skipped.size()),
                           report.sheetPath,
                           report.sealedPath,
                           report.sealedSha256,
                           report.beginning,
                           report.takenUp};
    const QString label = labelBeside(report.path, handover.language());
    Status kept = noteBeginning(handover, outcome);
    if (kept) {
        kept = handover.setTopic<ArchiveOutcome>(std::move(outcome));
    }
    if (kept) {
        kept = forgetFinished(handover, input.unfinished);
    }
    return kept ? writeMediumLabel(handover, label) : kept;
}

} // namespace

Result<Act> archiveAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase)
{
    HandoverCase& handover = context.handover;
    const bool isZip = handover.archiveChoice().container == archive::ArchiveOptions::Container::Zip;
    if (!handover.scanReport() || (isZip && passphrase.isEmpty())) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    archive::ArchiveOptions options = optionsOf(handover, handover.archiveChoice());
    Result<std::shared_ptr<const archive::ArchiveSeal>> seal = sealFor(handover);
    if (!seal) {
        return seal.failure();
    }
    options.seal = std::move(*seal);
    Result<UnfinishedPlaces> earlier = beginWriting(handover, options.target, options.name);
    if (!earlier) {
        return earlier.failure();
    }
    auto input = share(ArchiveInput{wantedMail(handover, separation::Verdict::Business), std::move(*logins),
                                    std::move(options), std::move(passphrase), handover.file(), std::move(*earlier)});
    Act act = makeAct<archive::ArchiveReport>(
        [input](JobContext& job) { return writeArchive(*input, job); },
        [context, input](const archive::ArchiveReport& report) { return recordArchive(context, *input, report); });
    // Written, read back, compared and recorded: now what it replaces may go.
    act.next = [context] { return removeVoidArchivesAct(context); };
    return act;
}

namespace {

/** What the archive would be now; the stores stay closed. */
struct Sought
{
    archive::LyingPart part;
    archive::ArchiveOptions options;
    std::vector<archive::MailSelection> selection;
    quint32 messages = 0;
};

std::optional<ArchiveStanding> standingOf(const Sought& sought, const JobContext& job)
{
    const archive::LyingPart& part = sought.part;
    const Result<QByteArray> plan = archive::planOf(sought.selection, sought.options, job);
    if (!plan || part.begun.plan != *plan) {
        return std::nullopt;
    }
    return ArchiveStanding{part.begun.target, archive::messagesBefore(sought.selection, part.place), sought.messages};
}

} // namespace

std::optional<archive::NotedPart> notedArchive(const QString& caseFile)
{
    const Result<std::unique_ptr<ArchiveProgress>> progress = ArchiveProgress::open(caseFile);
    Result<std::optional<archive::NotedPart>> noted =
        progress ? archive::notedPart(**progress) : Result<std::optional<archive::NotedPart>>(progress.failure());
    return noted ? std::move(*noted) : std::nullopt;
}

std::optional<archive::LyingPart> begunArchive(archive::NotedPart noted, const QString& target)
{
    Lying lying = archive::lyingPart(std::move(noted), target);
    return lying ? std::move(*lying) : std::nullopt;
}

StandingQuestion askStanding(const HandoverCase& handover, const ArchiveChoice& choice, archive::LyingPart part)
{
    auto sought = std::make_shared<Sought>(Sought{std::move(part), optionsOf(handover, choice), {}, 0});
    if (choice.container != archive::ArchiveOptions::Container::Zip || !choice.sealCertificates.isEmpty() ||
        sought->part.begun.target != absolute(choice.target)) {
        return [](const JobContext&) { return std::nullopt; };
    }
    for (WantedMail& wanted : wantedMail(handover, separation::Verdict::Business)) {
        sought->messages += wanted.messages;
        sought->selection.push_back(
            {nullptr, mail::describe(handover.mailboxes()[wanted.mailbox]), std::move(wanted.folders)});
    }
    return [sought](const JobContext& job) { return standingOf(*sought, job); };
}

std::optional<BegunArchive> lookForArchive(const HandoverCase& handover, const ArchiveChoice& choice,
                                           const JobContext& job)
{
    std::optional<archive::NotedPart> noted = notedArchive(handover.file());
    std::optional<archive::LyingPart> part = noted ? begunArchive(std::move(*noted), choice.target) : std::nullopt;
    if (!part) {
        return std::nullopt;
    }
    std::optional<ArchiveStanding> standing = askStanding(handover, choice, *part)(job);
    return BegunArchive{std::move(*part), std::move(standing)};
}

QString begunArchiveFile(const QString& caseFile, const QString& target)
{
    return fileOf(lookOnMedia(caseFile, target));
}

QString takeBegunArchiveAway(const QString& caseFile, const QString& target)
{
    const Lying lying = lookOnMedia(caseFile, target);
    const bool isOurs = lying && *lying;
    const bool isGone = !isOurs || archive::removeParts({fileOf(lying)});
    QString left = isOurs ? QString() : fileOf(lying);
    const Result<std::unique_ptr<ArchiveProgress>> progress = ArchiveProgress::open(caseFile);
    if (!progress || !isGone) {
        return left;
    }
    const Result<std::optional<archive::BegunPart>> begun = (*progress)->begun();
    const bool isMediumIn = begun && *begun && QFileInfo::exists((*begun)->target);
    if (isOurs || isMediumIn) {
        // What stays noted is found out at the next look.
        static_cast<void>((*progress)->forget());
    }
    return left;
}

} // namespace staffelstab::handover
