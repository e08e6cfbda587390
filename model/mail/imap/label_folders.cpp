// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/label_folders.h"

#include "mail/imap/content_search.h"

#include <optional>
#include <set>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

Failure stillThere(const Folder& folder, const QString& detail)
{
    return {Kind::StillInMailbox, folder.path, detail};
}

Result<LabelFolders> findLabelFolders(SessionKeeper& sessions, const JobContext& job)
{
    struct Listing
    {
        Status run(Session& session)
        {
            Result<LabelFolders> listed = labelFolders(session);
            if (!listed) {
                return listed.failure();
            }
            folders = std::move(*listed);
            return Done{};
        }
        [[nodiscard]] static qint64 progress() { return 0; }
        LabelFolders folders;
    };
    Listing listing;
    if (Status listed = sessions.run(job, listing); !listed) {
        return listed.failure();
    }
    return std::move(listing.folders);
}

bool isRead(const SessionKeeper& sessions, const Folder& folder)
{
    const QStringList& chosen = sessions.source().folders;
    return chosen.isEmpty() || chosen.contains(folder.path);
}

namespace {

using Orders = std::vector<const RemovalOrder*>;

/** Those that count as removed so far; they no longer do. */
Orders takeMissed(std::span<const RemovalOrder> orders, RemovalOutcome& outcome)
{
    const std::set<MessageKey> missed(outcome.removed.begin(), outcome.removed.end());
    Orders left;
    for (const RemovalOrder& order : orders) {
        if (missed.contains(order.ref.key)) {
            left.push_back(&order);
        }
    }
    outcome.removed.clear();
    return left;
}

/** Puts what lies in the folder to the kept and out of `left`. */
Status keepThoseIn(SessionKeeper& sessions, const Folder& folder, Orders& left, RemovalOutcome& outcome,
                   JobContext& job)
{
    const Result<std::vector<Match>> alike = findAlike(sessions, folder, left, job);
    if (!alike) {
        return alike.failure();
    }
    std::set<const RemovalOrder*> there;
    for (const Match& match : *alike) {
        there.insert(left[match.order]);
    }
    for (const RemovalOrder* order : left) {
        if (there.contains(order)) {
            outcome.kept.push_back({order->ref.key, stillThere(folder, {})});
        }
    }
    std::erase_if(left, [&there](const RemovalOrder* order) { return there.contains(order); });
    return Done{};
}

} // namespace

Status lookElsewhere(SessionKeeper& sessions, const Folder& from, std::span<const RemovalOrder> orders,
                     RemovalOutcome& outcome, JobContext& job)
{
    Orders left = takeMissed(orders, outcome);
    if (left.empty()) {
        return Done{};
    }
    const Result<LabelFolders> found = findLabelFolders(sessions, job);
    if (!found) {
        return found.failure();
    }
    const bool isAllAsked = found->all && !isRead(sessions, *found->all);
    for (const std::optional<Folder>& folder : {found->trash, isAllAsked ? found->all : std::nullopt}) {
        const bool isAsked = folder && !left.empty() && folder->rawName != from.rawName;
        if (Status kept = isAsked ? keepThoseIn(sessions, *folder, left, outcome, job) : Done{}; !kept) {
            return kept;
        }
    }
    for (const RemovalOrder* order : left) {
        if (order->isRemovedElsewhere) {
            outcome.removed.push_back(order->ref.key);
        } else {
            outcome.kept.push_back({order->ref.key, {Kind::RemovalUnproven, from.path, {}}});
        }
    }
    return Done{};
}

} // namespace staffelstab::mail::imap
