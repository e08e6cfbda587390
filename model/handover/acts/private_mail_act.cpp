// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/private_mail_act.h"

#include "core/sha256.h"

#include <QHash>

#include <functional>
#include <optional>

namespace staffelstab::handover {

namespace {

/** So many messages are asked for at once. */
constexpr std::size_t partSize = 10'000;

/** Hashes the messages of one part of a folder without keeping them. */
class Hasher : public mail::MessageReceiver
{
public:
    /** `first`: the number of the first of `part` in its folder. */
    Hasher(int mailbox, int folder, std::size_t first, const std::vector<mail::MessageRef>& part, TakenAway& taken)
        : m_mailbox(mailbox), m_folder(folder), m_taken(taken)
    {
        auto number = static_cast<quint32>(first);
        for (const mail::MessageRef& ref : part) {
            m_numbers.insert(ref.key, number++);
        }
    }
    Status begin(const mail::MessageRef& ref) override
    {
        m_ref = ref;
        m_hash = Sha256();
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        m_hash.add(bytes);
        return Done{};
    }
    Status end() override
    {
        if (const auto asked = m_numbers.constFind(m_ref.key); asked != m_numbers.cend()) {
            m_taken.copies.push_back({m_mailbox, m_folder, *asked, m_ref.bytes, m_hash.finish()});
            m_numbers.erase(asked);
        }
        return Done{};
    }
    Status failed(const mail::MessageRef& /*ref*/, const Failure& /*why*/) override
    {
        ++m_taken.outcome.skipped;
        return Done{};
    }

private:
    int m_mailbox;
    int m_folder;
    TakenAway& m_taken;
    /** Of what was asked for and not answered yet. */
    QHash<mail::MessageKey, quint32> m_numbers;
    mail::MessageRef m_ref;
    Sha256 m_hash;
};

Status hashFolder(mail::MailStore& store, const archive::FolderSelection& selection, int mailbox, int folder,
                  TakenAway& taken, JobContext& job)
{
    for (std::size_t from = 0; from < selection.messages.size(); from += partSize) {
        const std::vector<mail::MessageRef> part = selection.messages.part(from, partSize);
        Hasher hasher(mailbox, folder, from, part, taken);
        if (Status read = store.read(selection.folder, part, hasher, job); !read) {
            return read;
        }
    }
    return Done{};
}

Result<TakenAway> hashForDeletion(const TakeawayInput& input, OpenedMail& mail, TakenAway taken, JobContext& job)
{
    for (std::size_t i = 0; i < input.wanted.size(); ++i) {
        const std::vector<archive::FolderSelection>& folders = input.wanted[i].folders;
        for (std::size_t f = 0; f < folders.size(); ++f) {
            if (Status hashed =
                    hashFolder(*mail.stores[i], folders[f], static_cast<int>(i), static_cast<int>(f), taken, job);
                !hashed) {
                return hashed.failure();
            }
        }
    }
    return taken;
}

Result<TakenAway> copyForTakeaway(const TakeawayInput& input, const OpenedMail& mail, TakenAway taken, JobContext& job)
{
    const archive::TakeawayOptions options{input.choice.format, input.choice.target, input.name};
    const Secret none;
    Result<archive::TakeawayReport> report =
        archive::writeTakeaway(mail.selections, options, input.choice.isEncrypted ? input.passphrase : none, job);
    if (!report) {
        return report.failure();
    }
    taken.copies = std::move(report->copied);
    for (const archive::CopiedMessage& copy : taken.copies) {
        taken.outcome.copiedBytes += copy.bytes;
    }
    taken.outcome.path = report->path;
    taken.outcome.bytesOnMedium = report->bytesOnMedium;
    taken.outcome.isEncrypted = report->isEncrypted;
    taken.outcome.copied = static_cast<quint32>(taken.copies.size());
    taken.outcome.skipped = static_cast<quint32>(report->skipped.size());
    return taken;
}

/** What is left of one folder's messages. */
Result<std::vector<mail::RemovalOrder>> ordersLeft(CaseStore& store, const CaseStore::CopiedFolder& which)
{
    Result<std::vector<VerifiedCopy>> copies = store.copies(which.mailbox, which.folder);
    if (!copies) {
        return copies.failure();
    }
    std::vector<mail::RemovalOrder> orders;
    orders.reserve(which.copies - which.removed);
    for (VerifiedCopy& copy : *copies) {
        if (copy.fate != VerifiedCopy::Fate::Removed) {
            orders.push_back(std::move(copy.order));
        }
    }
    return orders;
}

/** Does something with what is left of one folder, and says which are gone and which are kept. */
using FolderWork = std::function<Result<mail::RemovalOutcome>(mail::MailStore&, const mail::Folder&,
                                                              std::span<const mail::RemovalOrder>, JobContext&)>;

/** What goes through all folders of the case. */
struct RemovalWalk
{
    const RemovalInput& input;
    CaseStore& store;
    Journal& journal;
    FolderWork work;
    Removed removed;
};

Status goThroughFolder(RemovalWalk& walk, mail::MailStore& store, const CaseStore::CopiedFolder& which, JobContext& job)
{
    const mail::Folder& folder = walk.input.folders[which.folder].folder;
    const Result<std::vector<mail::RemovalOrder>> orders = ordersLeft(walk.store, which);
    if (!orders) {
        return orders.failure();
    }
    const Result<mail::RemovalOutcome> outcome = walk.work(store, folder, *orders, job);
    if (!outcome) {
        return outcome.failure();
    }
    // Whatever can be noted of it: they are gone.
    walk.removed.removed += static_cast<quint32>(outcome->removed.size());
    if (Status noted =
            walk.journal.write(QStringLiteral("removed"), {{"messages", static_cast<qint64>(outcome->removed.size())},
                                                           {"kept", static_cast<qint64>(outcome->kept.size())}});
        !noted) {
        return noted;
    }
    if (Status saved = walk.store.setFate(which.mailbox, which.folder, outcome->removed, VerifiedCopy::Fate::Removed);
        !saved) {
        return saved;
    }
    QHash<mail::MessageKey, qint64> sizes;
    for (const mail::RemovalOrder& order : *orders) {
        sizes.insert(order.ref.key, order.ref.bytes);
    }
    for (const mail::RemovalOutcome::Kept& kept : outcome->kept) {
        walk.removed.kept.push_back({which.mailbox, folder.path, kept.key, sizes.value(kept.key), kept.why});
    }
    return Done{};
}

Status goThrough(RemovalWalk& walk, JobContext& job)
{
    const Result<std::vector<CaseStore::CopiedFolder>> folders = walk.store.copiedFolders();
    if (!folders) {
        return folders.failure();
    }
    for (const CaseStore::CopiedFolder& one : *folders) {
        walk.removed.removed += one.removed;
    }
    std::unique_ptr<mail::MailStore> opened;
    std::optional<quint16> openedMailbox;
    for (const CaseStore::CopiedFolder& one : *folders) {
        if (one.removed == one.copies) {
            continue;
        }
        if (openedMailbox != one.mailbox) {
            const MailboxLogin& login = walk.input.logins[one.mailbox];
            Result<std::unique_ptr<mail::MailStore>> next = mail::openMailStore(login.source, login.password, job);
            if (!next) {
                return next.failure();
            }
            opened = std::move(*next);
            openedMailbox = one.mailbox;
        }
        if (Status done = goThroughFolder(walk, *opened, one, job); !done) {
            return done;
        }
        // A store that was stopped half-way says what it removed; the rest waits for the next run.
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
    }
    return Done{};
}

Removed outcomeOf(RemovalWalk walk, JobContext& job)
{
    if (const Status done = goThrough(walk, job); !done) {
        walk.removed.stopped = done.failure();
    }
    return std::move(walk.removed);
}

/** Tells the messages that are there from those that are gone; the others are there in some other form. */
class Presence : public mail::MessageReceiver
{
public:
    Status begin(const mail::MessageRef& ref) override
    {
        m_key = ref.key;
        return Done{};
    }
    Status piece(QByteArrayView /*bytes*/) override { return Done{}; }
    Status end() override
    {
        outcome.kept.push_back({m_key, {Failure::Kind::Cancelled, {}, {}}});
        return Done{};
    }
    Status failed(const mail::MessageRef& ref, const Failure& why) override
    {
        if (why.kind == Failure::Kind::MessageGone) {
            outcome.removed.push_back(ref.key);
        } else {
            outcome.kept.push_back({ref.key, why});
        }
        return Done{};
    }

    mail::RemovalOutcome outcome;

private:
    mail::MessageKey m_key;
};

Result<mail::RemovalOutcome> lookFor(mail::MailStore& store, const mail::Folder& folder,
                                     std::span<const mail::RemovalOrder> orders, JobContext& job)
{
    Presence presence;
    std::vector<mail::MessageRef> refs;
    refs.reserve(orders.size());
    for (const mail::RemovalOrder& order : orders) {
        refs.push_back(order.ref);
    }
    if (Status read = store.read(folder, refs, presence, job); !read) {
        return read.failure();
    }
    return std::move(presence.outcome);
}

} // namespace

Result<TakenAway> takeAway(const TakeawayInput& input, const QDateTime& now, JobContext& job)
{
    TakenAway taken;
    taken.outcome.at = now;
    if (input.choice.action == TakeawayChoice::Action::Leave) {
        return taken;
    }
    Result<OpenedMail> mail = openWanted(input.wanted, input.logins, job);
    if (!mail) {
        return mail.failure();
    }
    return input.choice.action == TakeawayChoice::Action::Delete ? hashForDeletion(input, *mail, std::move(taken), job)
                                                                 : copyForTakeaway(input, *mail, std::move(taken), job);
}

VerifiedCopy verifiedCopy(const TakeawayInput& input, const archive::CopiedMessage& copy)
{
    const WantedMail& wanted = input.wanted[static_cast<std::size_t>(copy.mailbox)];
    const auto folder = static_cast<std::size_t>(copy.folder);
    return {wanted.mailbox,
            wanted.tableFolders[folder],
            {wanted.folders[folder].messages.at(copy.number), copy.sha256},
            VerifiedCopy::Fate::Copied};
}

Removed removeCopied(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    const FolderWork remove = [](mail::MailStore& mail, const mail::Folder& folder,
                                 std::span<const mail::RemovalOrder> orders,
                                 JobContext& context) { return mail.remove(folder, orders, context); };
    return outcomeOf({input, store, journal, remove, {}}, job);
}

Removed leaveRest(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    return outcomeOf({input, store, journal, lookFor, {}}, job);
}

} // namespace staffelstab::handover
