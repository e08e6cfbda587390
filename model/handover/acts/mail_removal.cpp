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
    Result<mail::RemovalOutcome> workOn(const CaseStore::CopiedFolder& which, std::vector<mail::RemovalOrder>& orders,
                                        JobContext& job);
    Status learnGone();
    /** A message that lies there may lie in other folders of the mailbox as well. */
    [[nodiscard]] bool mayShareMessages(quint32 folder) const;
    void noteGone(quint32 folder, const QByteArray& sha256);
    Status note(const CaseStore::CopiedFolder& which, const std::vector<mail::RemovalOrder>& orders,
                const mail::RemovalOutcome& outcome);

    const RemovalInput& m_input;
    CaseStore& m_store;
    Journal& m_journal;
    std::vector<CaseStore::CopiedFolder> m_folders;
    std::unique_ptr<mail::MailStore> m_opened;
    std::optional<quint16> m_openedMailbox;
    /** SHA-256 of what was removed from the open mailbox, and from which folder first; servers only. */
    QHash<QByteArray, quint32> m_gone;
};

Status RemovalWalk::goThrough(JobContext& job)
{
    Result<std::vector<CaseStore::CopiedFolder>> folders = m_store.copiedFolders();
    if (!folders) {
        return folders.failure();
    }
    m_folders = std::move(*folders);
    for (const CaseStore::CopiedFolder& one : m_folders) {
        m_removed.removed += one.removed;
    }
    Status all = Done{};
    for (const CaseStore::CopiedFolder& one : m_folders) {
        if (one.removed == one.copies) {
            continue;
        }
        Result<std::vector<mail::RemovalOrder>> orders = ordersLeft(m_store, one);
        if (!orders) {
            return orders.failure();
        }
        const Result<mail::RemovalOutcome> outcome = workOn(one, *orders, job);
        Status noted = outcome ? note(one, *orders, *outcome) : Status(outcome.failure());
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

/** Of earlier runs. */
Status RemovalWalk::learnGone()
{
    m_gone.clear();
    for (const CaseStore::CopiedFolder& one : m_folders) {
        if (one.mailbox != *m_openedMailbox || one.removed == 0 || !mayShareMessages(one.folder)) {
            continue;
        }
        const Result<std::vector<VerifiedCopy>> copies = m_store.copies(one.mailbox, one.folder);
        if (!copies) {
            return copies.failure();
        }
        for (const VerifiedCopy& copy : *copies) {
            if (copy.fate == VerifiedCopy::Fate::Removed) {
                noteGone(one.folder, copy.order.sha256);
            }
        }
    }
    return Done{};
}

/** The vendor's servers show what is in the trash or junk nowhere else. */
bool RemovalWalk::mayShareMessages(quint32 folder) const
{
    const mail::SpecialUse use = m_input.folders[folder].folder.use;
    return m_opened->kind() == mail::StoreKind::Imap && use != mail::SpecialUse::Trash && use != mail::SpecialUse::Junk;
}

void RemovalWalk::noteGone(quint32 folder, const QByteArray& sha256)
{
    if (!m_gone.contains(sha256)) {
        m_gone.insert(sha256, folder);
    }
}

Result<mail::RemovalOutcome> RemovalWalk::workOn(const CaseStore::CopiedFolder& which,
                                                 std::vector<mail::RemovalOrder>& orders, JobContext& job)
{
    if (m_openedMailbox != which.mailbox) {
        const MailboxLogin& login = m_input.logins[which.mailbox];
        Result<std::unique_ptr<mail::MailStore>> next = mail::openMailStore(login.source, login.password, job);
        if (!next) {
            return unreachable(orders, next.failure());
        }
        m_opened = std::move(*next);
        m_openedMailbox = which.mailbox;
        if (Status learned = learnGone(); !learned) {
            return learned.failure();
        }
    }
    for (mail::RemovalOrder& order : orders) {
        const auto from = m_gone.constFind(order.sha256);
        order.isRemovedElsewhere = from != m_gone.constEnd() && *from != which.folder && mayShareMessages(which.folder);
    }
    Result<mail::RemovalOutcome> outcome = work(*m_opened, m_input.folders[which.folder].folder, orders, job);
    return outcome ? std::move(outcome) : unreachable(orders, outcome.failure());
}

Status RemovalWalk::note(const CaseStore::CopiedFolder& which, const std::vector<mail::RemovalOrder>& orders,
                         const mail::RemovalOutcome& outcome)
{
    // Whatever can be noted of it: they are gone.
    m_removed.removed += static_cast<quint32>(outcome.removed.size());
    QHash<mail::MessageKey, const mail::RemovalOrder*> byKey;
    for (const mail::RemovalOrder& order : orders) {
        byKey.insert(order.ref.key, &order);
    }
    for (const mail::RemovalOutcome::Kept& kept : outcome.kept) {
        const mail::RemovalOrder* order = byKey.value(kept.key);
        m_removed.kept.push_back({which.mailbox, m_input.folders[which.folder].folder.path, kept.key,
                                  order == nullptr ? 0 : order->ref.bytes, kept.why});
    }
    for (const mail::MessageKey& key : outcome.removed) {
        const mail::RemovalOrder* order = byKey.value(key);
        if (order != nullptr && m_openedMailbox == which.mailbox && mayShareMessages(which.folder)) {
            noteGone(which.folder, order->sha256);
        }
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
