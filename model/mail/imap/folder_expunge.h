// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <set>
#include <vector>

namespace staffelstab::mail::imap {

/** Takes exactly the messages asked for out of one folder: \Deleted, then UID EXPUNGE (RFC 4315). UIDs are sorted. */
class FolderExpunge
{
public:
    FolderExpunge(SessionKeeper& sessions, const Folder& folder, JobContext& job);

    /** Another group of messages, whose UIDs are good for this UIDVALIDITY. */
    void begin(quint32 uidValidity);
    /** The folder, open for writing; FolderChanged if its UIDs are others now. */
    Result<Session*> open();
    Status expunge(const std::vector<quint32>& uids);
    /** Those that are there. */
    Result<std::vector<quint32>> lookFor(const std::vector<quint32>& uids);
    /** Puts the orders into `removed` whose messages are not in the folder, whoever took them away. */
    Status findMissing(std::span<const RemovalOrder> orders, RemovalOutcome& outcome);
    /** Takes the mark from what could not be removed. */
    void takeBack(const std::vector<quint32>& uids);

    /** Somebody else touched it since the folder was opened, so it was not marked by us (RFC 7162). */
    [[nodiscard]] bool isForeign(quint32 uid) const { return m_foreign.contains(uid); }
    /** False while nothing was changed in the folder, for sure. */
    [[nodiscard]] bool hasTouched() const { return m_hasTouched; }

private:
    Status markAndExpunge(Session& session, const std::vector<quint32>& uids);

    SessionKeeper& m_sessions;
    const Folder& m_folder;
    JobContext& m_job;
    quint32 m_uidValidity = 0;
    std::set<quint32> m_foreign;
    bool m_hasTouched = false;
};

/** What a UID SEARCH found; some servers say nothing where they found nothing. */
class SearchSink : public ResponseSink
{
public:
    void found(const std::vector<quint32>& some) override
    {
        isTold = true;
        uids.insert(uids.end(), some.begin(), some.end());
    }
    bool isTold = false;
    std::vector<quint32> uids;
};

/** Runs a command that is to succeed; EXPUNGEISSUED is no failure to a removal. */
Result<StatusLine> runOrRefuse(Session& session, const Command& command, ResponseSink& sink, const QString& path);

} // namespace staffelstab::mail::imap
