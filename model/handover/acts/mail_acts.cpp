// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/mail_acts.h"

#include "core/platform.h"
#include "handover/acts/archive_act.h"
#include "handover/acts/mail_removal.h"
#include "handover/acts/private_mail_act.h"
#include "handover/acts/scan_act.h"
#include "handover/acts/unfinished_writes.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>

namespace staffelstab::handover {

namespace {

Status setRemovalBegun(HandoverCase& handover, quint32 begun)
{
    TakeawayOutcome outcome = *handover.takeaway();
    if (outcome.removed) {
        // A second look after one that was done.
        return Done{};
    }
    outcome.begun = begun;
    return handover.setTopic<TakeawayOutcome>(std::move(outcome));
}

/** It was on its way out, which is told at once; what else stayed only waits for the next run. */
bool isOnItsWay(const UnreadableEntry& entry)
{
    return entry.why.kind == Failure::Kind::StillInMailbox || entry.why.kind == Failure::Kind::RemovalUnproven;
}

/** Those of a folder that are noted as removed. */
Result<std::set<mail::MessageKey>> removedFrom(HandoverCase& handover, quint16 mailbox, const QString& path)
{
    const std::vector<separation::TableFolder>& folders = handover.messages().folders();
    std::set<mail::MessageKey> keys;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        if (folders[i].mailbox != mailbox || folders[i].folder.path != path) {
            continue;
        }
        const Result<std::vector<VerifiedCopy>> copies = handover.store().copies(mailbox, static_cast<quint32>(i));
        if (!copies) {
            return copies.failure();
        }
        for (const VerifiedCopy& copy : *copies) {
            if (copy.fate == VerifiedCopy::Fate::Removed) {
                keys.insert(copy.order.ref.key);
            }
        }
    }
    return keys;
}

/** What a stopped run found, and what earlier ones had found and it did not come to. */
Result<std::vector<UnreadableEntry>> keptAfterStop(HandoverCase& handover, std::vector<UnreadableEntry> kept)
{
    using Place = std::pair<quint16, QString>;
    std::erase_if(kept, [](const UnreadableEntry& entry) { return !isOnItsWay(entry); });
    std::set<std::pair<Place, mail::MessageKey>> told;
    for (const UnreadableEntry& entry : kept) {
        told.insert({{entry.mailbox, entry.folder}, entry.key});
    }
    std::map<Place, std::set<mail::MessageKey>> removed;
    for (const UnreadableEntry& entry : handover.takeaway()->kept) {
        const Place place{entry.mailbox, entry.folder};
        if (told.contains({place, entry.key})) {
            continue;
        }
        if (!removed.contains(place)) {
            Result<std::set<mail::MessageKey>> keys = removedFrom(handover, entry.mailbox, entry.folder);
            if (!keys) {
                return keys.failure();
            }
            removed.emplace(place, std::move(*keys));
        }
        if (!removed[place].contains(entry.key)) {
            kept.push_back(entry);
        }
    }
    return kept;
}

/**
 * One that was stopped stays open, unless it was the first run and nothing is gone. `before`: TakeawayOutcome::begun
 * before the run; a run that was killed may have removed what nobody could note.
 */
Status recordRemoval(HandoverCase& handover, std::optional<quint32> before, Removed removed)
{
    TakeawayOutcome outcome = *handover.takeaway();
    if (removed.stopped) {
        Result<std::vector<UnreadableEntry>> kept = keptAfterStop(handover, std::move(removed.kept));
        if (!kept) {
            return kept.failure();
        }
        outcome.kept = std::move(*kept);
        if (outcome.removed) {
            // A second look after one that was done.
            outcome.removed = std::max(removed.removed, *outcome.removed);
        } else {
            const bool mayBeGone = before || removed.isTouched;
            outcome.begun = mayBeGone ? std::optional(std::max(removed.removed, before.value_or(0))) : std::nullopt;
        }
        const Status saved = handover.setTopic<TakeawayOutcome>(std::move(outcome));
        return saved ? Status(*removed.stopped) : saved;
    }
    outcome.begun.reset();
    outcome.removed = removed.removed;
    outcome.kept = std::move(removed.kept);
    return handover.setTopic<TakeawayOutcome>(std::move(outcome));
}

} // namespace

QString copyName(const HandoverCase& handover, const char* german, const char* english)
{
    return QString::fromLatin1(handover.language() == QLatin1String("de") ? german : english) + handover.caseNumber();
}

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
        [input, unfinished, now = handover.clock().now(), file = handover.file(),
         archiveTarget = handover.archiveChoice().target](JobContext& job) {
            *unfinished = sweepUnfinished(std::move(*unfinished), begunArchiveFile(file, archiveTarget));
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

} // namespace staffelstab::handover
