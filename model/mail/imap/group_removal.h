// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <span>
#include <vector>

namespace staffelstab::mail::imap {

/** Between a change on the server and the look afterwards a cancel waits this long, so that no half-done state is left.
 */
inline constexpr std::chrono::milliseconds graceAfterCancel{200};

/** Removes messages of one folder in groups, each of which is hashed again, removed, and looked for. */
class GroupRemoval
{
public:
    GroupRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job);
    virtual ~GroupRemoval() = default;
    GroupRemoval(const GroupRemoval&) = delete;
    GroupRemoval& operator=(const GroupRemoval&) = delete;

    /** False when the rest must not be tried; why() then says why, and nothing of this group is in the outcome twice.
     */
    virtual bool removeGroup(std::span<const RemovalOrder> group) = 0;
    void keep(std::span<const RemovalOrder> orders, const Failure& why);

    [[nodiscard]] RemovalOutcome& outcome() { return m_outcome; }
    /** False while nothing was changed on the server, for sure. */
    [[nodiscard]] bool hasTouched() const { return m_hasTouched; }
    [[nodiscard]] const Failure& why() const { return m_why; }

protected:
    struct Candidate
    {
        const RemovalOrder* order = nullptr;
        quint32 uid = 0;
        /** The folder does not have it any more; only looked for. */
        bool isGone = false;
    };

    /** Sorts the group into m_candidates and what is kept at once. On a failure nothing of it was touched. */
    Status verify(std::span<const RemovalOrder> group);
    void keepOne(const RemovalOrder& order, const Failure& why) { m_outcome.kept.push_back({order.ref.key, why}); }

    SessionKeeper& m_sessions;
    const Folder& m_folder;
    JobContext& m_job;
    std::vector<Candidate> m_candidates;
    /** Of the candidates. */
    quint32 m_uidValidity = 0;
    RemovalOutcome m_outcome;
    Failure m_why;
    bool m_hasTouched = false;
};

} // namespace staffelstab::mail::imap
