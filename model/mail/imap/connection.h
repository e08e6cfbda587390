// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/command.h"
#include "mail/imap/lexer.h"
#include "mail/imap/responses.h"
#include "mail/imap/stream.h"

#include <QElapsedTimer>

#include <chrono>
#include <map>
#include <memory>
#include <set>

namespace staffelstab::mail::imap {

/**
 * Tagged commands over one stream (RFC 3501 section 2.2), several in flight if wanted. A call that fails with a Failure
 * leaves the connection broken: it can only be thrown away. NO and BAD are answers, not failures.
 */
class Connection
{
public:
    Connection(std::unique_ptr<Stream> stream, QString host, std::chrono::milliseconds silence);
    /** Says LOGOUT if the server may still listen. Never CLOSE, which would remove what others marked as deleted. */
    ~Connection();

    /** Every wait from now on looks at `job`; what is under way may be finished for `afterCancel`. */
    void useJob(const JobContext& job, std::chrono::milliseconds afterCancel = {});

    /** The first line of the server: OK, PREAUTH or BYE. */
    Result<StatusLine> greeting(std::chrono::milliseconds patience);
    /** Sends and returns the tag to wait for; answers to earlier commands go to `sink` meanwhile. */
    Result<QByteArray> send(const Command& command, ResponseSink& sink);
    /** Reads up to the answer with this tag. */
    Result<StatusLine> finish(const QByteArray& tag, ResponseSink& sink);
    Result<StatusLine> run(const Command& command, ResponseSink& sink);

    // A command that is too long to be held: begin(), any number of write() and mayWriteLiteral(), then finish().
    /** Writes a tag and returns it. */
    QByteArray begin();
    /** Writes as it is, and waits while more than 4 MiB are on their way. */
    Status write(QByteArrayView bytes);
    /** Waits for the "+" to a literal; false if the command with this tag was answered instead. */
    Result<bool> mayWriteLiteral(const QByteArray& tag, ResponseSink& sink);

    /**
     * AUTHENTICATE: `answer` makes the line that follows each challenge. When it fails the exchange is called off and
     * the connection is broken.
     */
    using Answer = std::function<Result<Command>(const QByteArray& challenge)>;
    Result<StatusLine> converse(const Command& command, const Answer& answer);
    /** After the OK to COMPRESS (RFC 4978). Fails if the server has already sent more. */
    Status compress();

    /** After the OK to STARTTLS. */
    Status startTls(std::chrono::milliseconds patience);
    [[nodiscard]] bool isEncrypted() const { return m_stream->isEncrypted(); }
    /** What was begun cannot be ended: the connection is of no more use. */
    void giveUp() { m_isBroken = true; }
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] const QString& host() const { return m_host; }

private:
    const Patience& patience();
    /** The next bytes; TimedOut if a response that has begun comes in drops. */
    Result<QByteArray> more();
    QByteArray newTag();
    Failure broken(Failure failure);
    Result<Response> next(ResponseSink& sink);

    std::unique_ptr<Stream> m_stream;
    QString m_host;
    Patience m_patience;
    std::chrono::milliseconds m_afterCancel{0};
    QElapsedTimer m_sinceCancel;
    /** Since the response that is being read has begun, and what came of it. */
    QElapsedTimer m_sinceBegun;
    qint64 m_begunBytes = 0;
    /** What came without a tag since the last answer with one. */
    struct Untagged
    {
        qint64 responses = 0;
        qint64 text = 0;
    };
    Untagged m_untagged;
    JobContext m_job;
    Lexer m_lexer;
    /** Answers that came before somebody asked for them. */
    std::map<QByteArray, StatusLine> m_answers;
    std::set<QByteArray> m_waitingTags;
    int m_commands = 0;
    bool m_isBroken = false;
};

/** What a server said, short and without control characters, for Failure::detail. */
QString printable(const StatusLine& status);
/** Failure for an answer that was not OK; for failures the code explains, their own kind. */
Failure refusal(const StatusLine& status, Failure::Kind otherwise, const QString& subject);

} // namespace staffelstab::mail::imap
