// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/session_keeper.h"

namespace staffelstab::mail::imap {

SessionKeeper::SessionKeeper(MailboxSource source, Secret password, ImapOptions options, StreamFactory streams)
    : m_source(std::move(source)), m_password(std::move(password)), m_options(options), m_streams(std::move(streams))
{
    if (m_source.signIn == MailboxSource::SignIn::Browser) {
        m_tokens = OAuthTokens::unpacked(m_password);
    }
}

Status SessionKeeper::renew(const JobContext& job)
{
    Result<OAuthTokens> fresh = renewTokens(m_source.provider, m_tokens, job);
    if (!fresh) {
        return fresh.failure();
    }
    m_tokens = std::move(*fresh);
    return Done{};
}

Result<std::unique_ptr<Session>> SessionKeeper::connect(const JobContext& job)
{
    if (m_source.signIn == MailboxSource::SignIn::Certificate) {
        return logIn(m_source, {}, m_options, m_streams, job); // the passphrase has opened the certificate
    }
    if (m_source.signIn == MailboxSource::SignIn::Password) {
        return logIn(m_source, m_password, m_options, m_streams, job);
    }
    const bool isOver = !m_tokens.isFresh(QDateTime::currentDateTimeUtc());
    if (Status renewed = isOver ? renew(job) : Done{}; !renewed) {
        return renewed.failure();
    }
    Result<std::unique_ptr<Session>> made = logIn(m_source, m_tokens.access, m_options, m_streams, job);
    // Taken back before its time: one that is new may do.
    const bool isRefused = !made && made.failure().kind == Failure::Kind::LoginRefused;
    if (isRefused && !isOver && !m_tokens.refresh.isEmpty() && renew(job)) {
        made = logIn(m_source, m_tokens.access, m_options, m_streams, job);
    }
    return made;
}

Result<Session*> SessionKeeper::session(const JobContext& job, std::chrono::milliseconds afterCancel)
{
    if (Status go = job.mayGoOn(); !go && afterCancel.count() == 0) {
        return go.failure();
    }
    if (!m_session || m_session->connection->isBroken()) {
        m_session.reset();
        Result<std::unique_ptr<Session>> made = connect(job);
        if (!made) {
            return made.failure();
        }
        m_session = std::move(*made);
    }
    m_session->connection->useJob(job, afterCancel);
    return m_session.get();
}

} // namespace staffelstab::mail::imap
