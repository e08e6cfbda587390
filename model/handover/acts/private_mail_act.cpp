// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/private_mail_act.h"

#include "core/sha256.h"

#include <QHash>

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

} // namespace staffelstab::handover
