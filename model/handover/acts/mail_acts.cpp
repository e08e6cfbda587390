// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/mail_acts.h"

#include "core/platform.h"
#include "handover/topics/account_topics.h"

#include "handover/acts/mail_removal.h"
#include "handover/acts/private_mail_act.h"
#include "handover/acts/scan_act.h"
#include "handover/acts/unfinished_writes.h"
#include "handover/acts/void_archive_act.h"
#include "handover/medium_label_file.h"

#include "core/atomic_file.h"
#include "secrets/seal.h"

#include <QFileInfo>

#include <algorithm>

#include <sodium.h>

namespace staffelstab::handover {

namespace {

QString copyName(const HandoverCase& handover, const char* german, const char* english)
{
    return QString::fromLatin1(handover.language() == QLatin1String("de") ? german : english) + handover.caseNumber();
}

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

/** What is written is whole: of what was noted only what may still lie elsewhere stays. */
Status forgetFinished(HandoverCase& handover, UnfinishedPlaces elsewhere)
{
    return handover.setTopic<UnfinishedWrites>(UnfinishedWrites{std::move(elsewhere)});
}

Status setRemovalBegun(HandoverCase& handover, std::optional<quint32> begun)
{
    TakeawayOutcome outcome = *handover.takeaway();
    if (outcome.removed) {
        // A second look after one that was done.
        return Done{};
    }
    outcome.begun = begun;
    return handover.setTopic<TakeawayOutcome>(std::move(outcome));
}

/**
 * One that was stopped stays open, unless it was the first run and nothing is gone. `before`: TakeawayOutcome::begun
 * before the run; a run that was killed may have removed what nobody could note.
 */
Status recordRemoval(HandoverCase& handover, std::optional<quint32> before, Removed removed)
{
    if (removed.stopped) {
        const bool mayBeGone = before || removed.isTouched;
        const Status kept = setRemovalBegun(
            handover, mayBeGone ? std::optional(std::max(removed.removed, before.value_or(0))) : std::nullopt);
        return kept ? Status(*removed.stopped) : kept;
    }
    TakeawayOutcome outcome = *handover.takeaway();
    outcome.begun.reset();
    outcome.removed = removed.removed;
    outcome.kept = std::move(removed.kept);
    return handover.setTopic<TakeawayOutcome>(std::move(outcome));
}

} // namespace

QString archiveKey(const HandoverCase& handover)
{
    return QStringLiteral("archive ") + handover.caseNumber();
}

Result<Act> scanAct(const ActContext& context, MailboxPasswords passwords)
{
    HandoverCase& handover = context.handover;
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    return makeAct<Scanned>(
        [logins = share(std::move(*logins)), address = handover.people().leaver.email, now = handover.clock().now(),
         file = handover.file()](JobContext& job) {
            return scanMailboxes(std::move(*logins), address, now, job, file);
        },
        [context](Scanned scanned) -> Status {
            for (const MailboxLogin& login : scanned.logins) {
                if (login.source.kind == mail::StoreKind::Imap) {
                    // Without a key store the login is asked for again; the scan itself stands.
                    static_cast<void>(context.secrets.write(loginKey(login.source), login.password));
                }
            }
            Status recorded = context.handover.recordScan(std::move(scanned.report), std::move(scanned.table));
            platform::giveBackMemory();
            return recorded;
        });
}

Result<Act> takeawayAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase)
{
    HandoverCase& handover = context.handover;
    const TakeawayChoice& choice = handover.takeawayChoice();
    if (!handover.scanReport() || (handover.takeaway() && handover.takeaway()->isRemovalConfirmed()) ||
        (choice.action == TakeawayChoice::Action::Take && choice.isEncrypted && passphrase.isEmpty())) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    const QString name = copyName(handover, "Private-Nachrichten-", "Private-mail-");
    std::shared_ptr<UnfinishedPlaces> unfinished = share(UnfinishedPlaces());
    if (choice.action == TakeawayChoice::Action::Take) {
        Result<UnfinishedPlaces> earlier = beginWriting(handover, choice.target, name);
        if (!earlier) {
            return earlier.failure();
        }
        *unfinished = std::move(*earlier);
    }
    auto input = share(TakeawayInput{wantedMail(handover, separation::Verdict::Private), std::move(*logins), choice,
                                     name, std::move(passphrase)});
    return makeAct<TakenAway>(
        [input, unfinished, now = handover.clock().now()](JobContext& job) {
            *unfinished = sweepUnfinished(std::move(*unfinished));
            return takeAway(*input, now, job);
        },
        [context, input, unfinished](TakenAway taken) -> Status {
            const auto copyAt = [&](std::size_t number) { return verifiedCopy(*input, taken.copies[number]); };
            if (Status saved = context.handover.store().saveCopies(taken.copies.size(), copyAt); !saved) {
                return saved;
            }
            const Status kept = context.handover.setTopic<TakeawayOutcome>(std::move(taken.outcome));
            return kept && input->choice.action == TakeawayChoice::Action::Take
                       ? forgetFinished(context.handover, *unfinished)
                       : kept;
        });
}

Result<Act> removalAct(const ActContext& context, MailboxPasswords passwords)
{
    HandoverCase& handover = context.handover;
    const std::optional<TakeawayOutcome>& takeaway = handover.takeaway();
    // What stayed may be looked for again: the leaver deletes it in Outlook meanwhile.
    const bool isDone = takeaway && takeaway->removed && takeaway->kept.empty();
    if (!takeaway || isDone || handover.plan().undecided() > 0) {
        return notNow();
    }
    if (!takeaway->path.isEmpty() && !QFileInfo::exists(takeaway->path)) {
        return Failure{Failure::Kind::MediumGone, takeaway->path, {}};
    }
    const Result<std::vector<CaseStore::CopiedFolder>> copied = handover.store().copiedFolders();
    if (!copied) {
        return copied.failure();
    }
    qint64 messages = 0;
    for (const CaseStore::CopiedFolder& folder : *copied) {
        messages += folder.copies;
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    if (Status noted = handover.journal().write(QStringLiteral("removal_begins"), {{"messages", messages}}); !noted) {
        return noted.failure();
    }
    const std::optional<quint32> before = takeaway->begun;
    if (Status begun = setRemovalBegun(handover, before.value_or(0)); !begun) {
        return begun.failure();
    }
    auto input = share(RemovalInput{std::move(*logins), handover.messages().folders()});
    return makeAct<Removed>(
        [input, &handover](JobContext& job) -> Result<Removed> {
            // Store and journal open the file anew for each call and are safe from this thread.
            return removeCopied(*input, handover.store(), handover.journal(), job);
        },
        [&handover, before](Removed removed) { return recordRemoval(handover, before, std::move(removed)); });
}

Result<Act> leaveRestAct(const ActContext& context, MailboxPasswords passwords)
{
    HandoverCase& handover = context.handover;
    if (!handover.takeaway() || !handover.takeaway()->begun) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    auto input = share(RemovalInput{std::move(*logins), handover.messages().folders()});
    return makeAct<Removed>(
        [input, &handover](JobContext& job) -> Result<Removed> {
            return leaveRest(*input, handover.store(), handover.journal(), job);
        },
        [&handover](Removed removed) {
            return recordRemoval(handover, handover.takeaway()->begun, std::move(removed));
        });
}

Result<Act> archiveAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase)
{
    HandoverCase& handover = context.handover;
    const ArchiveChoice& choice = handover.archiveChoice();
    const bool isZip = choice.container == archive::ArchiveOptions::Container::Zip;
    if (!handover.scanReport() || (isZip && passphrase.isEmpty())) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
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
    Result<std::shared_ptr<const archive::ArchiveSeal>> seal = sealFor(handover);
    if (!seal) {
        return seal.failure();
    }
    options.seal = std::move(*seal);
    if (const std::optional<DirectoryEntry>& entry = handover.topicIfSet<DirectoryEntry>()) {
        options.extraFiles.push_back({QStringLiteral("directory/entry.ldif"), entry->ldif});
    }
    auto secret = share(std::move(passphrase));
    Result<UnfinishedPlaces> earlier = beginWriting(handover, options.target, options.name);
    if (!earlier) {
        return earlier.failure();
    }
    auto unfinished = share(std::move(*earlier));
    Act act = makeAct<archive::ArchiveReport>(
        [wanted = wantedMail(handover, separation::Verdict::Business), logins = share(std::move(*logins)), options,
         secret, unfinished](JobContext& job) -> Result<archive::ArchiveReport> {
            *unfinished = sweepUnfinished(std::move(*unfinished));
            const Result<OpenedMail> mail = openWanted(wanted, *logins, job);
            if (!mail) {
                return mail.failure();
            }
            return archive::writeBusinessArchive(mail->selections, options, *secret, job);
        },
        [context, secret, unfinished](const archive::ArchiveReport& report) -> Status {
            if (!secret->isEmpty()) {
                static_cast<void>(context.secrets.write(archiveKey(context.handover), *secret));
            }
            ArchiveOutcome outcome{context.handover.clock().now(),
                                   report.path,
                                   report.bytes,
                                   report.sha256,
                                   report.isEncrypted,
                                   report.messages,
                                   static_cast<quint32>(report.skipped.size()),
                                   report.sheetPath,
                                   report.sealedPath,
                                   report.sealedSha256};
            const QString label = labelBeside(report.path, context.handover.language());
            Status kept = context.handover.setTopic<ArchiveOutcome>(std::move(outcome));
            if (kept) {
                kept = forgetFinished(context.handover, *unfinished);
            }
            return kept ? writeMediumLabel(context.handover, label) : kept;
        });
    // Written, read back, compared and recorded: now what it replaces may go.
    act.next = [context] { return removeVoidArchivesAct(context); };
    return act;
}

} // namespace staffelstab::handover
