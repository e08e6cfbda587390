// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/successor_act.h"

#include "archive/successor_copy.h"
#include "handover/acts/mailbox_access.h"
#include "handover/journal.h"
#include "handover/topics/successor_topics.h"
#include "mail/imap/folder_sharing.h"

#include <QDir>

#include <algorithm>
#include <set>

namespace staffelstab::handover {

namespace {

using Way = SuccessorChoice::Way;

bool isSameAccount(const mail::MailboxSource& a, const mail::MailboxSource& b)
{
    return a.kind == b.kind && a.host == b.host && a.port == b.port && a.user == b.user;
}

/** The business messages of one folder of one mailbox. */
struct BusinessFolder
{
    mail::Folder folder;
    std::set<mail::MessageKey> keys;
};

std::vector<BusinessFolder> businessFolders(const HandoverCase& handover, int mailbox)
{
    std::vector<BusinessFolder> folders;
    for (const WantedMail& wanted : wantedMail(handover, separation::Verdict::Business)) {
        if (wanted.mailbox != mailbox) {
            continue;
        }
        for (const archive::FolderSelection& selection : wanted.folders) {
            BusinessFolder folder{selection.folder, {}};
            for (std::size_t number = 0; number < selection.messages.size(); ++number) {
                folder.keys.insert(selection.messages.at(number).key);
            }
            folders.push_back(std::move(folder));
        }
    }
    return folders;
}

QString accessText(const std::vector<mail::FolderAccess>& access)
{
    QStringList entries;
    for (const mail::FolderAccess& entry : access) {
        entries << entry.identifier + QStringLiteral(": ") + entry.rights;
    }
    return entries.join(QStringLiteral(", "));
}

void note(SharedFolder& shared, const Result<std::vector<mail::FolderAccess>>& access, const QString& identifier)
{
    if (!access) {
        shared.why = access.failure();
        return;
    }
    shared.access = accessText(*access);
    shared.mayRead = mail::mayRead(*access, identifier);
}

/** What is wrong with the whole connection ends the act; what is wrong with a folder is noted with it. */
bool endsAll(const std::optional<Failure>& why)
{
    using Kind = Failure::Kind;
    return why && (why->kind == Kind::Cancelled || why->kind == Kind::ConnectionLost || why->kind == Kind::TimedOut ||
                   why->kind == Kind::SharingUnsupported || why->kind == Kind::BadInput);
}

struct SharingInput
{
    MailboxLogin login;
    QString identifier;
    std::vector<BusinessFolder> folders;
    enum class Deed { Look, Grant, Revoke };
    Deed deed = Deed::Look;
};

SharedFolder treat(mail::FolderSharing& sharing, const BusinessFolder& folder, const SharingInput& input,
                   JobContext& job)
{
    SharedFolder shared{folder.folder.path, {}, false, 0, std::nullopt};
    if (input.deed == SharingInput::Deed::Revoke) {
        note(shared, sharing.revokeReading(folder.folder, input.identifier, job), input.identifier);
        return shared;
    }
    if (input.deed == SharingInput::Deed::Grant) {
        const auto granted = sharing.grantReading(folder.folder, input.identifier, folder.keys, job);
        note(shared, granted, input.identifier);
        const bool isRefused = shared.why && shared.why->kind == Failure::Kind::NotAllowedNow;
        shared.others = isRefused ? shared.why->detail.toLongLong() : 0;
        return shared;
    }
    note(shared, sharing.look(folder.folder, job), input.identifier);
    const Result<qint64> others = shared.why ? Result<qint64>(0) : sharing.others(folder.folder, folder.keys, job);
    if (others) {
        shared.others = *others;
    } else {
        shared.why = others.failure();
    }
    return shared;
}

Result<std::vector<SharedFolder>> treatAll(const SharingInput& input, JobContext& job)
{
    auto sharing = mail::openFolderSharing(input.login.source, input.login.password, job);
    if (!sharing) {
        return sharing.failure();
    }
    std::vector<SharedFolder> all;
    for (const BusinessFolder& folder : input.folders) {
        job.report({Progress::Stage::Proving, static_cast<qint64>(all.size()),
                    static_cast<qint64>(input.folders.size()), 0, 0});
        SharedFolder shared = treat(**sharing, folder, input, job);
        // What was changed already must come on record.
        if (endsAll(shared.why) && (input.deed == SharingInput::Deed::Look || all.empty())) {
            return *shared.why;
        }
        all.push_back(std::move(shared));
    }
    return all;
}

Result<SharingInput> sharingInput(const ActContext& context, MailboxPasswords passwords, const QString& identifier,
                                  int mailbox)
{
    const HandoverCase& handover = context.handover;
    const auto& mailboxes = handover.mailboxes();
    if (!handover.scanReport() || identifier.isEmpty() || mailbox < 0 ||
        mailbox >= static_cast<int>(mailboxes.size())) {
        return notNow();
    }
    if (mailboxes[static_cast<std::size_t>(mailbox)].kind != mail::StoreKind::Imap) {
        return Failure{
            Failure::Kind::SharingUnsupported, mail::describe(mailboxes[static_cast<std::size_t>(mailbox)]), {}};
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    return SharingInput{std::move((*logins)[static_cast<std::size_t>(mailbox)]), identifier,
                        businessFolders(handover, mailbox), SharingInput::Deed::Look};
}

struct CopyInput
{
    std::vector<WantedMail> wanted;
    std::vector<MailboxLogin> logins;
    MailboxLogin target;
    archive::SuccessorCopyOptions options;
};

Result<archive::SuccessorCopyReport> copy(const CopyInput& input, JobContext& job)
{
    const Result<OpenedMail> mail = openWanted(input.wanted, input.logins, job);
    if (!mail) {
        return mail.failure();
    }
    auto target = mail::openImapDelivery(input.target.source, input.target.password, job);
    if (!target) {
        return target.failure();
    }
    return archive::copyToSuccessor(mail->selections, **target, input.options, job);
}

Status recordOutcome(HandoverCase& handover, SuccessorOutcome outcome, const QString& event)
{
    if (Status noted = handover.journal().write(event, outcome.toJson()); !noted) {
        return noted;
    }
    return handover.setTopic<SuccessorOutcome>(std::move(outcome));
}

} // namespace

Result<Act> successorCopyAct(const ActContext& context, MailboxPasswords passwords, Secret targetPassword)
{
    HandoverCase& handover = context.handover;
    const SuccessorChoice& choice = handover.topic<SuccessorChoice>();
    const QStringList root = choice.folder.split(u'/', Qt::SkipEmptyParts);
    if (!handover.scanReport() || choice.way != Way::Copy || root.isEmpty()) {
        return notNow();
    }
    Result<std::vector<MailboxLogin>> logins = collectLogins(handover, context.secrets, std::move(passwords.passwords));
    if (!logins) {
        return logins.failure();
    }
    for (const MailboxLogin& login : *logins) {
        if (targetPassword.isEmpty() && isSameAccount(login.source, choice.target)) {
            targetPassword = login.password.clone();
        }
    }
    auto input = share(CopyInput{wantedMail(handover, separation::Verdict::Business),
                                 std::move(*logins),
                                 {choice.target, std::move(targetPassword)},
                                 {root, QDir::tempPath()}});
    return makeAct<archive::SuccessorCopyReport>([input](JobContext& job) { return copy(*input, job); },
                                                 [&handover](const archive::SuccessorCopyReport& report) {
                                                     SuccessorOutcome outcome;
                                                     outcome.at = handover.clock().now();
                                                     outcome.way = Way::Copy;
                                                     outcome.arrived = report.arrived;
                                                     outcome.wasThere = report.wasThere;
                                                     outcome.failed = static_cast<quint32>(report.failed.size());
                                                     outcome.bytes = report.bytes;
                                                     return recordOutcome(handover, std::move(outcome),
                                                                          QStringLiteral("successor_copied"));
                                                 });
}

Result<Act> successorAccessAct(const ActContext& context, MailboxPasswords passwords, const QString& identifier,
                               int mailbox)
{
    HandoverCase& handover = context.handover;
    Result<SharingInput> made = sharingInput(context, std::move(passwords), identifier, mailbox);
    if (!made) {
        return made.failure();
    }
    auto input = share(std::move(*made));
    return makeAct<std::vector<SharedFolder>>([input](JobContext& job) { return treatAll(*input, job); },
                                              [&handover, identifier, mailbox](std::vector<SharedFolder> folders) {
                                                  return handover.setTopic<SuccessorAccess>(SuccessorAccess{
                                                      handover.clock().now(), identifier, mailbox, std::move(folders)});
                                              });
}

Result<Act> successorShareAct(const ActContext& context, MailboxPasswords passwords)
{
    HandoverCase& handover = context.handover;
    const SuccessorChoice& choice = handover.topic<SuccessorChoice>();
    if (choice.way != Way::Share || choice.folders.isEmpty() || !handover.isDone(Step::PrivateMail)) {
        return notNow();
    }
    Result<SharingInput> made = sharingInput(context, std::move(passwords), choice.identifier, choice.mailbox);
    if (!made) {
        return made.failure();
    }
    made->deed = SharingInput::Deed::Grant;
    std::erase_if(made->folders,
                  [&choice](const BusinessFolder& folder) { return !choice.folders.contains(folder.folder.path); });
    if (static_cast<qsizetype>(made->folders.size()) != choice.folders.size()) {
        return Failure{Failure::Kind::BadInput, choice.folders.join(QStringLiteral(", ")),
                       QStringLiteral("a folder without business mail")};
    }
    if (Status noted = handover.journal().write(QStringLiteral("sharing_begins"), choice.toJson()); !noted) {
        return noted.failure();
    }
    auto input = share(std::move(*made));
    return makeAct<std::vector<SharedFolder>>([input](JobContext& job) { return treatAll(*input, job); },
                                              [&handover](std::vector<SharedFolder> folders) {
                                                  SuccessorOutcome outcome;
                                                  outcome.at = handover.clock().now();
                                                  outcome.way = Way::Share;
                                                  outcome.folders = std::move(folders);
                                                  return recordOutcome(handover, std::move(outcome),
                                                                       QStringLiteral("folders_shared"));
                                              });
}

Result<Act> successorRevokeAct(const ActContext& context, MailboxPasswords passwords)
{
    HandoverCase& handover = context.handover;
    const SuccessorChoice& choice = handover.topic<SuccessorChoice>();
    const auto& outcome = handover.topicIfSet<SuccessorOutcome>();
    if (!outcome || outcome->way != Way::Share) {
        return notNow();
    }
    Result<SharingInput> made = sharingInput(context, std::move(passwords), choice.identifier, choice.mailbox);
    if (!made) {
        return made.failure();
    }
    made->deed = SharingInput::Deed::Revoke;
    made->folders.clear();
    for (const separation::TableFolder& folder : handover.messages().folders()) {
        if (folder.mailbox == choice.mailbox && choice.folders.contains(folder.folder.path)) {
            made->folders.push_back({folder.folder, {}});
        }
    }
    auto input = share(std::move(*made));
    return makeAct<std::vector<SharedFolder>>(
        [input](JobContext& job) { return treatAll(*input, job); },
        [&handover, &choice](std::vector<SharedFolder> folders) -> Status {
            SuccessorOutcome left;
            left.at = handover.clock().now();
            left.way = Way::Share;
            std::copy_if(folders.begin(), folders.end(), std::back_inserter(left.folders),
                         [](const SharedFolder& folder) { return folder.mayRead || folder.why; });
            if (!left.folders.empty()) {
                return recordOutcome(handover, std::move(left), QStringLiteral("sharing_partly_revoked"));
            }
            if (Status noted = handover.journal().write(QStringLiteral("sharing_revoked"), {}); !noted) {
                return noted;
            }
            SuccessorChoice none = choice;
            none.way = Way::None;
            if (Status set = handover.setTopic<SuccessorChoice>(none); !set) {
                return set;
            }
            return handover.setTopic<SuccessorOutcome>(std::nullopt);
        });
}

} // namespace staffelstab::handover
