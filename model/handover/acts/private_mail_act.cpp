// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/private_mail_act.h"

#include "core/sha256.h"

#include <map>

namespace staffelstab::handover {

namespace {

/** Hashes messages without keeping them. */
class Hasher : public mail::MessageReceiver
{
public:
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
        orders.push_back({m_ref, m_hash.finish()});
        return Done{};
    }
    Status failed(const mail::MessageRef& /*ref*/, const Failure& /*why*/) override
    {
        ++failures;
        return Done{};
    }

    std::vector<mail::RemovalOrder> orders;
    quint32 failures = 0;

private:
    mail::MessageRef m_ref;
    Sha256 m_hash;
};

Result<TakenAway> hashForDeletion(const TakeawayInput& input, OpenedMail& mail, TakenAway taken, JobContext& job)
{
    for (std::size_t i = 0; i < input.wanted.size(); ++i) {
        const WantedMail& wanted = input.wanted[i];
        for (std::size_t f = 0; f < wanted.folders.size(); ++f) {
            Hasher hasher;
            const archive::FolderSelection& selection = wanted.folders[f];
            if (Status read = mail.stores[i]->read(selection.folder, selection.messages.all(), hasher, job); !read) {
                return read.failure();
            }
            for (mail::RemovalOrder& order : hasher.orders) {
                taken.copies.push_back({wanted.mailbox, wanted.tableFolders[f], std::move(order)});
            }
            taken.outcome.skipped += hasher.failures;
        }
    }
    return taken;
}

/** Finds the reference of a copied message again: the report names it by folder and key. */
class RefIndex
{
public:
    explicit RefIndex(const std::vector<archive::FolderSelection>& folders)
    {
        for (std::size_t f = 0; f < folders.size(); ++f) {
            for (mail::MessageRef& ref : folders[f].messages.all()) {
                const std::pair name(static_cast<int>(f), ref.key);
                m_refs.emplace(name, std::move(ref));
            }
        }
    }
    [[nodiscard]] const mail::MessageRef* find(int folder, const mail::MessageKey& key) const
    {
        const auto found = m_refs.find({folder, key});
        return found == m_refs.end() ? nullptr : &found->second;
    }

private:
    std::map<std::pair<int, mail::MessageKey>, mail::MessageRef> m_refs;
};

Result<TakenAway> copyForTakeaway(const TakeawayInput& input, const OpenedMail& mail, TakenAway taken, JobContext& job)
{
    const archive::TakeawayOptions options{input.choice.format, input.choice.target, input.name};
    const Secret none;
    Result<archive::TakeawayReport> report =
        archive::writeTakeaway(mail.selections, options, input.choice.isEncrypted ? input.passphrase : none, job);
    if (!report) {
        return report.failure();
    }
    std::vector<RefIndex> indexes;
    for (const WantedMail& wanted : input.wanted) {
        indexes.emplace_back(wanted.folders);
    }
    for (const archive::CopiedMessage& copy : report->copied) {
        const auto mailbox = static_cast<std::size_t>(copy.message.mailbox);
        const WantedMail& wanted = input.wanted[mailbox];
        const mail::MessageRef* ref = indexes[mailbox].find(copy.message.folder, copy.message.key);
        if (ref == nullptr) {
            return Failure{Failure::Kind::Internal, {}, QStringLiteral("copy without request")};
        }
        taken.copies.push_back(
            {wanted.mailbox, wanted.tableFolders[static_cast<std::size_t>(copy.message.folder)], {*ref, copy.sha256}});
        taken.outcome.copiedBytes += copy.bytes;
    }
    taken.outcome.path = report->path;
    taken.outcome.bytesOnMedium = report->bytesOnMedium;
    taken.outcome.isEncrypted = report->isEncrypted;
    taken.outcome.copied = static_cast<quint32>(report->copied.size());
    taken.outcome.skipped = static_cast<quint32>(report->skipped.size());
    return taken;
}

UnreadableEntry keptEntry(const VerifiedCopy& copy, const QString& folder, const Failure& why)
{
    return {copy.mailbox, folder, copy.order.ref.key, copy.order.ref.bytes, why};
}

/** Removes one folder's messages and notes the outcome. */
Status removeFolder(mail::MailStore& store, const separation::TableFolder& folder,
                    const std::vector<VerifiedCopy>& copies, CaseStore& caseStore, Journal& journal, Removed& removed,
                    JobContext& job)
{
    std::vector<mail::RemovalOrder> orders;
    orders.reserve(copies.size());
    for (const VerifiedCopy& copy : copies) {
        orders.push_back(copy.order);
    }
    const Result<mail::RemovalOutcome> outcome = store.remove(folder.folder, orders, job);
    if (!outcome) {
        return outcome.failure();
    }
    const VerifiedCopy& any = copies.front();
    if (Status noted =
            journal.write(QStringLiteral("removed"), {{"messages", static_cast<qint64>(outcome->removed.size())},
                                                      {"kept", static_cast<qint64>(outcome->kept.size())}});
        !noted) {
        return noted;
    }
    if (Status saved = caseStore.setFate(any.mailbox, any.folder, outcome->removed, VerifiedCopy::Fate::Removed);
        !saved) {
        return saved;
    }
    removed.removed += static_cast<quint32>(outcome->removed.size());
    for (const mail::RemovalOutcome::Kept& kept : outcome->kept) {
        const auto copy = std::find_if(copies.begin(), copies.end(),
                                       [&](const VerifiedCopy& one) { return one.order.ref.key == kept.key; });
        if (copy != copies.end()) {
            removed.kept.push_back(keptEntry(*copy, folder.folder.path, kept.why));
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

Result<Removed> removeCopied(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job)
{
    Removed removed;
    std::map<quint16, std::map<quint32, std::vector<VerifiedCopy>>> left;
    for (const VerifiedCopy& copy : input.copies) {
        if (copy.fate == VerifiedCopy::Fate::Removed) {
            ++removed.removed;
        } else {
            left[copy.mailbox][copy.folder].push_back(copy);
        }
    }
    for (const auto& [mailbox, folders] : left) {
        const MailboxLogin& login = input.logins[mailbox];
        Result<std::unique_ptr<mail::MailStore>> opened = mail::openMailStore(login.source, login.password, job);
        if (!opened) {
            return opened.failure();
        }
        for (const auto& [number, copies] : folders) {
            if (Status done = removeFolder(**opened, input.folders[number], copies, store, journal, removed, job);
                !done) {
                return done.failure();
            }
            // A store that was stopped half-way says what it removed; the rest waits for the next run.
            if (Status go = job.mayGoOn(); !go) {
                return go.failure();
            }
        }
    }
    return removed;
}

} // namespace staffelstab::handover
