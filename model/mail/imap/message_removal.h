// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <set>
#include <span>
#include <vector>

namespace staffelstab::mail::imap {

/**
 * Removes messages of one folder in groups: hash again, mark as deleted, UID EXPUNGE of exactly these (RFC 4315), look
 * whether they are gone. What could not be removed has its mark taken back. MOVE (RFC 6851) has no use here: it would
 * leave private mail on the server in another folder, and a message that was moved unread cannot be compared with its
 * copy; another account, as the successor's, it does not reach.
 */
class MessageRemoval
{
public:
    MessageRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job);

    /** False when the rest must not be tried; why() then says why, and nothing of this group is in the outcome twice.
     */
    bool removeGroup(std::span<const RemovalOrder> group);
    void keep(std::span<const RemovalOrder> orders, const Failure& why);

    [[nodiscard]] RemovalOutcome& outcome() { return m_outcome; }
    /** False while nothing was changed on the server, for sure. */
    [[nodiscard]] bool hasTouched() const { return m_hasTouched; }
    [[nodiscard]] const Failure& why() const { return m_why; }

private:
    struct Candidate
    {
        const RemovalOrder* order = nullptr;
        quint32 uid = 0;
        /** The server does not have it any more; only looked for. */
        bool isGone = false;
    };

    Status verify(std::span<const RemovalOrder> group);
    Status expunge(const std::vector<quint32>& uids);
    Status markAndExpunge(Session& session, const std::vector<quint32>& uids);
    Result<std::vector<quint32>> lookFor(const std::vector<quint32>& uids);
    std::vector<quint32> settle(const Status& expunged, const Result<std::vector<quint32>>& found);
    void takeBack(const std::vector<quint32>& uids);
    Result<Session*> openForRemoval();

    SessionKeeper& m_sessions;
    const Folder& m_folder;
    JobContext& m_job;
    std::vector<Candidate> m_candidates;
    quint32 m_uidValidity = 0;
    RemovalOutcome m_outcome;
    /** Touched by somebody else while it was being removed: not marked by us. */
    std::set<quint32> m_foreign;
    Failure m_why;
    bool m_hasTouched = false;
};

} // namespace staffelstab::mail::imap
