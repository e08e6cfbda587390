// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/session_keeper.h"

namespace staffelstab::mail::imap {

SessionKeeper::SessionKeeper(MailboxSource source, Secret password, ImapOptions options, StreamFactory streams)
    : m_source(std::move(source)), m_password(std::move(password)), m_options(options), m_streams(std::move(streams))
{
}

Result<Session*> SessionKeeper::session(const JobContext& job, std::chrono::milliseconds afterCancel)
{
    if (Status go = job.mayGoOn(); !go && afterCancel.count() == 0) {
        return go.failure();
    }
    if (!m_session || m_session->connection->isBroken()) {
        m_session.reset();
        Result<std::unique_ptr<Session>> made = logIn(m_source, m_password, m_options, m_streams, job);
        if (!made) {
            return made.failure();
        }
        m_session = std::move(*made);
    }
    m_session->connection->useJob(job, afterCancel);
    return m_session.get();
}

} // namespace staffelstab::mail::imap
