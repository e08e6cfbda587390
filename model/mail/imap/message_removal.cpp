// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/message_removal.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

MessageRemoval::MessageRemoval(SessionKeeper& sessions, const Folder& folder, Gone gone, JobContext& job)
    : GroupRemoval(sessions, folder, job), m_gone(gone), m_expunge(sessions, folder, job)
{
}

bool MessageRemoval::removeGroup(std::span<const RemovalOrder> group)
{
    if (Status verified = verify(group); !verified) {
        m_why = verified.failure();
        keep(group, m_why);
        return false;
    }
    std::set<quint32> toRemove;
    std::set<quint32> toLookFor;
    for (const Candidate& candidate : m_candidates) {
        toLookFor.insert(candidate.uid);
        if (!candidate.isGone) {
            toRemove.insert(candidate.uid);
        }
    }
    if (toLookFor.empty()) {
        return true;
    }
    m_expunge.begin(m_uidValidity);
    const Status expunged = m_expunge.expunge({toRemove.begin(), toRemove.end()});
    m_hasTouched = m_hasTouched || m_expunge.hasTouched();
    const Result<std::vector<quint32>> found = m_expunge.lookFor({toLookFor.begin(), toLookFor.end()});
    m_expunge.takeBack(settle(expunged, found));
    m_why = found ? Failure{} : found.failure();
    return found.isOk();
}

/** Puts every candidate into the outcome; returns, sorted, those that are still there with our mark. */
std::vector<quint32> MessageRemoval::settle(const Status& expunged, const Result<std::vector<quint32>>& found)
{
    Failure why{Kind::ServerRefused, m_folder.path, QStringLiteral("still there after the removal")};
    if (!found || !expunged) {
        why = found ? expunged.failure() : found.failure();
    }
    std::vector<quint32> left;
    for (const Candidate& candidate : m_candidates) {
        const bool isAbsent = found && !std::binary_search(found->begin(), found->end(), candidate.uid);
        if (isAbsent && candidate.isGone && m_gone == Gone::Unproven && !candidate.order->isRemovedElsewhere) {
            keepOne(*candidate.order, {Kind::RemovalUnproven, m_folder.path, {}});
            continue;
        }
        if (isAbsent) {
            m_outcome.removed.push_back(candidate.order->ref.key);
            m_hasTouched = true;
            continue;
        }
        const bool isForeign = m_expunge.isForeign(candidate.uid);
        m_outcome.kept.push_back(
            {candidate.order->ref.key, isForeign ? Failure{Kind::MessageChanged, m_folder.path, {}} : why});
        if (found && !candidate.isGone && !isForeign) {
            left.push_back(candidate.uid);
        }
    }
    std::sort(left.begin(), left.end());
    return left;
}

} // namespace staffelstab::mail::imap
