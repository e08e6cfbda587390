// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/reply_acts.h"

#include "handover/acts/mailbox_access.h"
#include "handover/journal.h"
#include "reply/reply_account.h"

namespace staffelstab::handover {

namespace {

/** What the worker needs; moved there. */
struct SieveLogin
{
    reply::SieveServer server;
    Secret password;
};

Result<std::shared_ptr<SieveLogin>> loginFor(const ActContext& context, Secret password)
{
    const ReplyChoice& choice = context.handover.topic<ReplyChoice>();
    if (context.handover.receiptFiles() || choice.server.host.isEmpty() || choice.server.user.isEmpty()) {
        return notNow();
    }
    if (password.isEmpty()) {
        Result<Secret> stored = accountPassword(context.handover, context.secrets, sieveKey(choice.server),
                                                choice.server.host, choice.server.user);
        if (!stored) {
            return stored.failure();
        }
        password = std::move(*stored);
    }
    return share(SieveLogin{choice.server, std::move(password)});
}

void keepLogin(const ActContext& context, const SieveLogin& login)
{
    // Without a key store the password is asked for again; what was done stands.
    static_cast<void>(context.secrets.write(sieveKey(login.server), login.password));
}

Status setFindings(HandoverCase& handover, const reply::ReplyInspection& found)
{
    return handover.setTopic<ReplyFindings>(
        ReplyFindings{handover.clock().now(), found.activeScript, found.forwards, found.hasOwnVacation, found.isOurs});
}

} // namespace

QString sieveKey(const reply::SieveServer& server)
{
    return QStringLiteral("sieve %1@%2:%3").arg(server.user, server.host).arg(server.port);
}

Result<Act> inspectReplyAct(const ActContext& context, Secret password)
{
    auto login = loginFor(context, std::move(password));
    if (!login) {
        return login.failure();
    }
    return makeAct<reply::ReplyInspection>(
        [login = *login](JobContext& job) -> Result<reply::ReplyInspection> {
            job.report({Progress::Stage::Connecting, 0, 0, 0, 0});
            auto account = reply::sieve::ScriptAccount::open(login->server, login->password, job);
            return account ? reply::inspectReplies(**account) : Result<reply::ReplyInspection>(account.failure());
        },
        [context, login = *login](const reply::ReplyInspection& found) {
            keepLogin(context, *login);
            return setFindings(context.handover, found);
        });
}

Result<Act> installReplyAct(const ActContext& context, Secret password)
{
    HandoverCase& handover = context.handover;
    const ReplyChoice& choice = handover.topic<ReplyChoice>();
    if (choice.way != ReplyChoice::Way::Server) {
        return notNow();
    }
    if (!reply::faultsOf(choice.reply, replyLimits(handover)).empty()) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("the out-of-office reply is not complete")};
    }
    auto login = loginFor(context, std::move(password));
    if (!login) {
        return login.failure();
    }
    return makeAct<reply::InstalledReply>(
        [login = *login, text = choice.reply, &handover](JobContext& job) -> Result<reply::InstalledReply> {
            job.report({Progress::Stage::Connecting, 0, 0, 0, 0});
            auto account = reply::sieve::ScriptAccount::open(login->server, login->password, job);
            if (!account) {
                return account.failure();
            }
            job.report({Progress::Stage::Proving, 0, 0, 0, 0});
            Result<reply::InstalledReply> installed = reply::installReply(**account, text);
            if (!installed) {
                return installed;
            }
            if (Status noted = handover.journal().write(QStringLiteral("reply_installed"),
                                                        {{"sha256", QString::fromLatin1(installed->sha256.toHex())}});
                !noted) {
                return noted.failure();
            }
            return installed;
        },
        [context, login = *login](const reply::InstalledReply& installed) -> Status {
            keepLogin(context, *login);
            if (Status found = setFindings(context.handover, installed.found); !found) {
                return found;
            }
            return context.handover.setTopic<ReplyOutcome>(ReplyOutcome{
                context.handover.clock().now(), ReplyChoice::Way::Server, installed.sha256, installed.previousScript});
        });
}

Result<Act> takeReplyBackAct(const ActContext& context, Secret password)
{
    const auto& outcome = context.handover.topicIfSet<ReplyOutcome>();
    if (!outcome || outcome->way != ReplyChoice::Way::Server) {
        return notNow();
    }
    auto login = loginFor(context, std::move(password));
    if (!login) {
        return login.failure();
    }
    return makeAct<reply::TakenBackReply>(
        [login = *login, &handover = context.handover](JobContext& job) -> Result<reply::TakenBackReply> {
            job.report({Progress::Stage::Connecting, 0, 0, 0, 0});
            auto account = reply::sieve::ScriptAccount::open(login->server, login->password, job);
            if (!account) {
                return account.failure();
            }
            Result<reply::TakenBackReply> taken = reply::takeReplyBack(**account);
            if (!taken && taken.failure().kind == Failure::Kind::NoSuchEntry) {
                taken = reply::TakenBackReply{}; // somebody else has removed it
            }
            if (!taken) {
                return taken;
            }
            Status noted = handover.journal().write(QStringLiteral("reply_taken_back"), {});
            return noted ? taken : Result<reply::TakenBackReply>(noted.failure());
        },
        [context](const reply::TakenBackReply&) { return context.handover.setTopic<ReplyOutcome>(std::nullopt); });
}

} // namespace staffelstab::handover
