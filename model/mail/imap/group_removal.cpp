// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/group_removal.h"

#include "mail/imap/hashing_receiver.h"
#include "mail/imap/message_key.h"
#include "mail/imap/message_read.h"

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

GroupRemoval::GroupRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job)
    : m_sessions(sessions), m_folder(folder), m_job(job)
{
}

void GroupRemoval::keep(std::span<const RemovalOrder> orders, const Failure& why)
{
    for (const RemovalOrder& order : orders) {
        keepOne(order, why);
    }
}

Status GroupRemoval::verify(std::span<const RemovalOrder> group)
{
    std::vector<MessageRef> refs;
    for (const RemovalOrder& order : group) {
        refs.push_back(order.ref);
    }
    HashingReceiver receiver;
    MessageRead read(m_folder, refs, receiver, true);
    if (Status done = m_sessions.run(m_job, read); !done) {
        return done;
    }
    m_candidates.clear();
    for (const RemovalOrder& order : group) {
        const std::optional<UidKey> key = parseMessageKey(order.ref.key);
        const Failure* failed = receiver.failure(order.ref.key);
        const bool isGone = failed != nullptr && failed->kind == Kind::MessageGone;
        if (key && (isGone || receiver.hash(order.ref.key) == order.sha256)) {
            m_uidValidity = key->uidValidity;
            m_candidates.push_back({&order, key->uid, isGone});
        } else {
            keepOne(order, failed == nullptr ? Failure{Kind::MessageChanged, m_folder.path, {}} : *failed);
        }
    }
    return Done{};
}

} // namespace staffelstab::mail::imap
