// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secret.h"
#include "mail/imap/stream.h"
#include "reply/sieve/answer.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace staffelstab::reply {

/** Where a ManageSieve server is. Holds no secret; may be saved. */
struct SieveServer
{
    QString host;
    /** 0: the usual one, 4190. */
    quint16 port = 0;
    QString user;
    /** PEM file whose certificates are trusted beside the system's. */
    QString caFile;

    bool operator==(const SieveServer&) const = default;
};

namespace sieve {

struct ScriptName
{
    QString name;
    bool isActive = false;
};

/**
 * The filter scripts of one account on a ManageSieve server (RFC 5804). Nothing is sent but STARTTLS before TLS stands
 * with a proved certificate, nothing that was said before is believed, and a server that sends anything behind its OK
 * to STARTTLS is dropped (section 2.2). One thread at a time. After a Failure that is not NotPermitted, ServerRefused
 * or NoSuchEntry the connection is broken and can only be thrown away.
 */
class ScriptAccount
{
public:
    static Result<std::unique_ptr<ScriptAccount>> open(const SieveServer& server, const Secret& password,
                                                       const JobContext& job);
    /** The same over a stream of the caller's making. */
    static Result<std::unique_ptr<ScriptAccount>> open(const SieveServer& server, const Secret& password,
                                                       const JobContext& job, const mail::imap::StreamFactory& streams);
    /** Says LOGOUT if the server may still listen. */
    ~ScriptAccount();
    ScriptAccount(const ScriptAccount&) = delete;
    ScriptAccount& operator=(const ScriptAccount&) = delete;

    /** What the server's Sieve can do, in lower case, as told after the login. */
    [[nodiscard]] const QStringList& extensions() const { return m_extensions; }

    Result<std::vector<ScriptName>> scripts();
    Result<QByteArray> script(const QString& name);
    /** Stores a script; the server compiles it first, and its words are in the detail if it finds a mistake. */
    Status put(const QString& name, const QByteArray& text);
    /** Makes one script the one that runs; an empty name: none. */
    Status activate(const QString& name);
    /** Refused by the server for the active one. */
    Status remove(const QString& name);

private:
    ScriptAccount(std::unique_ptr<mail::imap::Stream> stream, QString host, const JobContext& job);
    Status greet();
    Status startTls();
    Status logIn(const QString& user, const Secret& password);
    Result<Answer> next();
    Result<Answer> run(const QByteArray& command);
    /** run(), and a Failure for everything but OK. */
    Result<Answer> demand(const QByteArray& command, const QString& subject);
    void takeCapabilities(const Answer& answer);
    Failure broken(Failure failure);

    std::unique_ptr<mail::imap::Stream> m_stream;
    QString m_host;
    JobContext m_job;
    mail::imap::Patience m_patience;
    mail::imap::Lexer m_lexer;
    QStringList m_extensions;
    QByteArrayList m_mechanisms;
    bool m_offersTls = false;
    bool m_isBroken = false;
};

} // namespace sieve
} // namespace staffelstab::reply
