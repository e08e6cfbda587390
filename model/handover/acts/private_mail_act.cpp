// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/private_mail_act.h"

#include "core/sha256.h"

#include <QHash>

#include <algorithm>
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

/** Removes what is left of one folder's messages and notes the outcome. */
Status removeFolder(mail::MailStore& store, const separation::TableFolder& folder, const CaseStore::CopiedFolder& which,
                    CaseStore& caseStore, Journal& journal, Removed& removed, JobContext& job)
{
    Result<std::vector<VerifiedCopy>> copies = caseStore.copies(which.mailbox, which.folder);
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
    copies->clear();
    const Result<mail::RemovalOutcome> outcome = store.remove(folder.folder, orders, job);
    if (!outcome) {
        return outcome.failure();
    }
    if (Status noted =
            journal.write(QStringLiteral("removed"), {{"messages", static_cast<qint64>(outcome->removed.size())},
                                                      {"kept", static_cast<qint64>(outcome->kept.size())}});
        !noted) {
        return noted;
    }
    if (Status saved = caseStore.setFate(which.mailbox, which.folder, outcome->removed, VerifiedCopy::Fate::Removed);
        !saved) {
        return saved;
    }
    removed.removed += static_cast<quint32>(outcome->removed.size());
    for (const mail::RemovalOutcome::Kept& kept : outcome->kept) {
        const auto order = std::find_if(orders.begin(), orders.end(),
                                        [&](const mail::RemovalOrder& one) { return one.ref.key == kept.key; });
        if (order != orders.end()) {
            removed.kept.push_back({which.mailbox, folder.folder.path, kept.key, order->ref.bytes, kept.why});
        }
    }
    return Done{};
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

Result<Removed> removeCopied(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    const Result<std::vector<CaseStore::CopiedFolder>> folders = store.copiedFolders();
    if (!folders) {
        return folders.failure();
    }
    Removed removed;
    std::unique_ptr<mail::MailStore> opened;
    std::optional<quint16> openedMailbox;
    for (const CaseStore::CopiedFolder& one : *folders) {
        removed.removed += one.removed;
        if (one.removed == one.copies) {
            continue;
        }
        if (openedMailbox != one.mailbox) {
            const MailboxLogin& login = input.logins[one.mailbox];
            Result<std::unique_ptr<mail::MailStore>> next = mail::openMailStore(login.source, login.password, job);
            if (!next) {
                return next.failure();
            }
            opened = std::move(*next);
            openedMailbox = one.mailbox;
        }
        if (Status done = removeFolder(*opened, input.folders[one.folder], one, store, journal, removed, job); !done) {
            return done.failure();
        }
        // A store that was stopped half-way says what it removed; the rest waits for the next run.
        if (Status go = job.mayGoOn(); !go) {
            return go.failure();
        }
    }
    return removed;
}

} // namespace staffelstab::handover
