// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/mail_removal.h"

#include <QHash>

#include <algorithm>
#include <memory>

namespace staffelstab::handover {

namespace {

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

class Leaving : public RemovalWalk
{
public:
    using RemovalWalk::RemovalWalk;

protected:
    Result<mail::RemovalOutcome> work(mail::MailStore& store, const mail::Folder& folder,
                                      const std::vector<mail::RemovalOrder>& orders, JobContext& job) override
    {
        return store.lookFor(folder, orders, job);
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

Removed removeCopied(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    return Removal(input, store, journal).run(job);
}

Removed leaveRest(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    return Leaving(input, store, journal).run(job);
}

} // namespace staffelstab::handover
