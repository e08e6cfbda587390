// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/pst/pst_store.h"

/** What PstStore can prove of the leaver's own deleting in Outlook. */
namespace staffelstab::mail {

namespace {

/** Notes which messages are there, without taking them. */
class PresenceCheck : public MessageReceiver
{
public:
    Status begin(const MessageRef& /*ref*/) override { return Done{}; }
    Status piece(QByteArrayView /*bytes*/) override { return Done{}; }
    Status end() override
    {
        present.push_back(true);
        return Done{};
    }
    Status failed(const MessageRef& /*ref*/, const Failure& why) override
    {
        present.push_back(why.kind != Failure::Kind::MessageGone);
        return Done{};
    }

    std::vector<bool> present;
};

/**
 * Looks for messages by their fingerprints. What it does not find is proved to be gone only if every folder could be
 * read, and every one of the deleted items.
 */
class FingerprintSearch : public ScanSink
{
public:
    explicit FingerprintSearch(const QSet<QByteArray>& deletedFolders) : m_deletedFolders(deletedFolders) {}

    void folderBegins(int /*index*/, const Folder& folder) override
    {
        m_isDeleted = m_deletedFolders.contains(folder.rawName);
    }
    void message(int /*folderIndex*/, ScannedMessage&& message) override { found.insert(message.fingerprint); }
    void unreadable(int /*folderIndex*/, UnreadableMessage&& message) override
    {
        isProof = isProof && !message.key.isEmpty() && !m_isDeleted;
    }

    QSet<QByteArray> found;
    bool isProof = true;

private:
    const QSet<QByteArray>& m_deletedFolders;
    bool m_isDeleted = false;
};

} // namespace

Result<RemovalOutcome> PstStore::remove(const Folder& folder, std::span<const RemovalOrder> orders, JobContext& job)
{
    std::vector<MessageRef> refs;
    for (const RemovalOrder& order : orders) {
        refs.push_back(order.ref);
    }
    PresenceCheck check;
    if (Status looked = read(folder, refs, check, job); !looked) {
        return looked.failure();
    }
    // What was deleted in Outlook first lies among the deleted items, under another number.
    PstStore everything(m_file, {}, true);
    const Result<std::vector<Folder>> folders = everything.folders(job);
    if (!folders) {
        return folders.failure();
    }
    FingerprintSearch search(everything.m_deleted);
    if (std::find(check.present.begin(), check.present.end(), false) != check.present.end()) {
        if (Status searched = everything.scanFolders(*folders, search, job); !searched) {
            return searched.failure();
        }
    }
    RemovalOutcome outcome;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (check.present[i] || search.found.contains(orders[i].ref.fingerprint)) {
            outcome.kept.push_back({orders[i].ref.key, {Failure::Kind::RemovalUnsupported, {}, {}}});
        } else if (!search.isProof) {
            outcome.kept.push_back({orders[i].ref.key, {Failure::Kind::MailboxDamaged, {}, pst::goneNotProved}});
        } else {
            outcome.removed.push_back(orders[i].ref.key);
        }
    }
    return outcome;
}

} // namespace staffelstab::mail
