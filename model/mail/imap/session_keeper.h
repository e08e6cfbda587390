// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"
#include "mail/oauth/oauth_tokens.h"

#include <memory>

namespace staffelstab::mail::imap {

/** Has a session ready whenever one is needed, and makes a lost one anew; renews a token whose time is over. */
class SessionKeeper
{
public:
    SessionKeeper(MailboxSource source, Secret password, ImapOptions options, StreamFactory streams);

    /** The session there is, or a new one; belongs to the keeper and lives until the next call. */
    Result<Session*> session(const JobContext& job, std::chrono::milliseconds afterCancel = {});
    [[nodiscard]] const MailboxSource& source() const { return m_source; }

    /**
     * `work.run(session)` until it does not end by a lost connection. Once more is enough unless `work.progress()` has
     * grown since: then the connection was good for something, and the next loss is a new one.
     */
    template <typename Work>
    Status run(const JobContext& job, Work& work)
    {
        qint64 progressAtLoss = -1;
        for (;;) {
            Result<Session*> ready = session(job);
            if (!ready) {
                return ready.failure();
            }
            Status done = work.run(**ready);
            if (done || done.failure().kind != Failure::Kind::ConnectionLost || work.progress() == progressAtLoss) {
                return done;
            }
            progressAtLoss = work.progress();
        }
    }

private:
    Result<std::unique_ptr<Session>> connect(const JobContext& job);
    Status renew(const JobContext& job);

    MailboxSource m_source;
    Secret m_password;
    /** For SignIn::Browser, where they are what the password holds. */
    OAuthTokens m_tokens;
    ImapOptions m_options;
    StreamFactory m_streams;
    std::unique_ptr<Session> m_session;
};

} // namespace staffelstab::mail::imap
