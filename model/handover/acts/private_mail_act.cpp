// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/private_mail_act.h"

#include "core/sha256.h"

#include <QHash>

#include <algorithm>
#include <memory>
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

/** Goes through what is left of all folders of the case, and notes what is gone. */
class RemovalWalk
{
public:
    RemovalWalk(const RemovalInput& input, CaseStore& store, Journal& journal)
        : m_input(input), m_store(store), m_journal(journal)
    {
    }
    virtual ~RemovalWalk() = default;

    Removed run(JobContext& job)
    {
        if (const Status done = goThrough(job); !done) {
            m_removed.stopped = done.failure();
        }
        return std::move(m_removed);
    }

protected:
    virtual Result<mail::RemovalOutcome> work(mail::MailStore& store, const mail::Folder& folder,
                                              const std::vector<mail::RemovalOrder>& orders, JobContext& job) = 0;
    /** The folder, or its mailbox, cannot be worked on; an outcome ends it, a Failure leaves it for another run. */
    virtual Result<mail::RemovalOutcome> unreachable(const std::vector<mail::RemovalOrder>& orders,
                                                     const Failure& why) = 0;

    Removed m_removed;

private:
    Status goThrough(JobContext& job);
    Result<mail::RemovalOutcome> workOn(const CaseStore::CopiedFolder& which,
                                        const std::vector<mail::RemovalOrder>& orders, JobContext& job);
    Status note(const CaseStore::CopiedFolder& which, const std::vector<mail::RemovalOrder>& orders,
                const mail::RemovalOutcome& outcome);

    const RemovalInput& m_input;
    CaseStore& m_store;
    Journal& m_journal;
    std::unique_ptr<mail::MailStore> m_opened;
    std::optional<quint16> m_openedMailbox;
};

Status RemovalWalk::goThrough(JobContext& job)
{
    const Result<std::vector<CaseStore::CopiedFolder>> folders = m_store.copiedFolders();
    if (!folders) {
        return folders.failure();
    }
    for (const CaseStore::CopiedFolder& one : *folders) {
        m_removed.removed += one.removed;
    }
    Status all = Done{};
    for (const CaseStore::CopiedFolder& one : *folders) {
        if (one.removed == one.copies) {
            continue;
        }
        const Result<std::vector<mail::RemovalOrder>> orders = ordersLeft(m_store, one);
        if (!orders) {
            return orders.failure();
        }
        const Result<mail::RemovalOutcome> outcome = workOn(one, *orders, job);
        const Status noted = outcome ? note(one, *orders, *outcome) : Status(outcome.failure());
        if (!noted && !mail::isOfOneFolder(noted.failure().kind)) {
            return noted;
        }
        if (all && !noted) {
            all = noted;
        }
        // A store that was stopped half-way says what it removed; the rest waits for the next run.
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
    }
    return all;
}

Result<mail::RemovalOutcome> RemovalWalk::workOn(const CaseStore::CopiedFolder& which,
                                                 const std::vector<mail::RemovalOrder>& orders, JobContext& job)
{
    if (m_openedMailbox != which.mailbox) {
        const MailboxLogin& login = m_input.logins[which.mailbox];
        Result<std::unique_ptr<mail::MailStore>> next = mail::openMailStore(login.source, login.password, job);
        if (!next) {
            return unreachable(orders, next.failure());
        }
        m_opened = std::move(*next);
        m_openedMailbox = which.mailbox;
    }
    Result<mail::RemovalOutcome> outcome = work(*m_opened, m_input.folders[which.folder].folder, orders, job);
    return outcome ? std::move(outcome) : unreachable(orders, outcome.failure());
}

Status RemovalWalk::note(const CaseStore::CopiedFolder& which, const std::vector<mail::RemovalOrder>& orders,
                         const mail::RemovalOutcome& outcome)
{
    // Whatever can be noted of it: they are gone.
    m_removed.removed += static_cast<quint32>(outcome.removed.size());
    QHash<mail::MessageKey, qint64> sizes;
    for (const mail::RemovalOrder& order : orders) {
        sizes.insert(order.ref.key, order.ref.bytes);
    }
    for (const mail::RemovalOutcome::Kept& kept : outcome.kept) {
        m_removed.kept.push_back(
            {which.mailbox, m_input.folders[which.folder].folder.path, kept.key, sizes.value(kept.key), kept.why});
    }
    if (Status noted =
            m_journal.write(QStringLiteral("removed"), {{"messages", static_cast<qint64>(outcome.removed.size())},
                                                        {"kept", static_cast<qint64>(outcome.kept.size())}});
        !noted) {
        return noted;
    }
    return m_store.setFate(which.mailbox, which.folder, outcome.removed, VerifiedCopy::Fate::Removed);
}

class Removal : public RemovalWalk
{
public:
    using RemovalWalk::RemovalWalk;

protected:
    Result<mail::RemovalOutcome> work(mail::MailStore& store, const mail::Folder& folder,
                                      const std::vector<mail::RemovalOrder>& orders, JobContext& job) override
    {
        Result<mail::RemovalOutcome> outcome = store.remove(folder, orders, job);
        if (outcome) {
            m_removed.isTouched = m_removed.isTouched || !outcome->removed.empty() ||
                                  std::any_of(outcome->kept.begin(), outcome->kept.end(), mayBeGone);
        }
        return outcome;
    }
    Result<mail::RemovalOutcome> unreachable(const std::vector<mail::RemovalOrder>& /*orders*/,
                                             const Failure& why) override
    {
        return why;
    }

private:
    /** Kept for no reason that was known before anything was done. */
    static bool mayBeGone(const mail::RemovalOutcome::Kept& kept)
    {
        return kept.why.kind != Failure::Kind::MessageChanged && kept.why.kind != Failure::Kind::RemovalUnsupported;
    }
};

/** Tells the messages that are gone; the others are there, in whatever form, and stay. */
class Presence : public mail::MessageReceiver
{
public:
    explicit Presence(mail::RemovalOutcome& outcome) : m_outcome(outcome) {}
    Status begin(const mail::MessageRef& /*ref*/) override { return Done{}; }
    Status piece(QByteArrayView /*bytes*/) override { return Done{}; }
    Status end() override { return Done{}; }
    Status failed(const mail::MessageRef& ref, const Failure& why) override
    {
        if (why.kind == Failure::Kind::MessageGone) {
            m_outcome.removed.push_back(ref.key);
        }
        return Done{};
    }

private:
    mail::RemovalOutcome& m_outcome;
};

class Leaving : public RemovalWalk
{
public:
    using RemovalWalk::RemovalWalk;

protected:
    Result<mail::RemovalOutcome> work(mail::MailStore& store, const mail::Folder& folder,
                                      const std::vector<mail::RemovalOrder>& orders, JobContext& job) override
    {
        mail::RemovalOutcome outcome;
        Presence presence(outcome);
        for (std::size_t from = 0; from < orders.size(); from += partSize) {
            std::vector<mail::MessageRef> refs;
            for (std::size_t at = from; at < std::min(orders.size(), from + partSize); ++at) {
                refs.push_back(orders[at].ref);
            }
            if (Status read = store.read(folder, refs, presence, job); !read) {
                return read.failure();
            }
        }
        return outcome;
    }
    Result<mail::RemovalOutcome> unreachable(const std::vector<mail::RemovalOrder>& orders, const Failure& why) override
    {
        const bool isSignIn = why.kind >= Failure::Kind::LoginRefused && why.kind <= Failure::Kind::NoSuchEntry;
        if (isSignIn || why.kind == Failure::Kind::Cancelled) {
            return why;
        }
        mail::RemovalOutcome outcome;
        for (const mail::RemovalOrder& order : orders) {
            outcome.kept.push_back({order.ref.key, why});
        }
        return outcome;
    }
};

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
    return Removal(input, store, journal).run(job);
}

Removed leaveRest(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    return Leaving(input, store, journal).run(job);
}

} // namespace staffelstab::handover
