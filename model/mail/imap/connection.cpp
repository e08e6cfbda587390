// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/connection.h"

#include "core/log.h"
#include "core/secret.h"
#include "mail/imap/deflate_stream.h"

#include <algorithm>

namespace staffelstab::mail::imap {

using Kind = Failure::Kind;

namespace {
constexpr int longestServerText = 200;
constexpr qint64 slowestBytesPerSecond = 1024;
constexpr qint64 mostQueued = qint64{4} * 1024 * 1024;
/** Between two tagged answers: two lines for each message of a mailbox of a million, and what they hold as text. */
constexpr qint64 mostUntagged = 2'000'000;
constexpr qint64 mostUntaggedText = qint64{256} * 1024 * 1024;
} // namespace

Connection::Connection(std::unique_ptr<Stream> stream, QString host, std::chrono::milliseconds silence)
    : m_stream(std::move(stream)), m_host(std::move(host)), m_patience{&m_job, silence, {}},
      m_lexer([this] { return more(); })
{
}

Connection::~Connection()
{
    if (!m_isBroken) {
        m_stream->write("Z LOGOUT\r\n");
    }
}

void Connection::useJob(const JobContext& job, std::chrono::milliseconds afterCancel)
{
    m_job = job;
    m_afterCancel = afterCancel;
    if (!job.isCancelled()) {
        m_sinceCancel.invalidate();
    }
}

/** The grace after a cancel is one for all commands that follow, not one for each. */
const Patience& Connection::patience()
{
    if (m_job.isCancelled() && !m_sinceCancel.isValid()) {
        m_sinceCancel.start();
    }
    const std::chrono::milliseconds spent(m_sinceCancel.isValid() ? m_sinceCancel.elapsed() : 0);
    m_patience.afterCancel = std::max(m_afterCancel - spent, std::chrono::milliseconds(0));
    return m_patience;
}

Failure Connection::broken(Failure failure)
{
    m_isBroken = true;
    if (failure.subject.isEmpty() && failure.kind != Kind::Cancelled) {
        failure.subject = m_host;
    }
    if (failure.kind == Kind::ProtocolError || failure.kind == Kind::LimitExceeded) {
        qCWarning(logMail) << "IMAP answer refused:" << failure.detail;
    }
    return failure;
}

Result<QByteArray> Connection::more()
{
    Result<QByteArray> bytes = m_stream->read(patience());
    if (!bytes) {
        return bytes;
    }
    if (!m_sinceBegun.isValid()) {
        m_sinceBegun.start();
    }
    m_begunBytes += bytes->size();
    // A server that sends a byte a minute is never silent and never done.
    const qint64 elapsed = m_sinceBegun.elapsed();
    if (elapsed > 2 * m_patience.silence.count() && m_begunBytes < elapsed * slowestBytesPerSecond / 1000) {
        return Failure{Kind::TimedOut, m_host, QStringLiteral("the server answers in drops")};
    }
    return bytes;
}

Result<Response> Connection::next(ResponseSink& sink)
{
    m_sinceBegun.invalidate();
    m_begunBytes = 0;
    Result<Response> response = readResponse(m_lexer, sink);
    if (!response) {
        return broken(response.failure());
    }
    if (response->kind != Response::Kind::Untagged) {
        m_untagged = {};
    } else if (++m_untagged.responses > mostUntagged || (m_untagged.text += m_lexer.keptBytes()) > mostUntaggedText) {
        return broken({Kind::LimitExceeded, m_host, QStringLiteral("an answer without an end")});
    }
    const bool isBye = response->kind == Response::Kind::Untagged && response->status &&
                       response->status->kind == StatusLine::Kind::Bye;
    if (isBye) {
        return broken({Kind::ConnectionLost, m_host, printable(*response->status)});
    }
    return response;
}

Result<StatusLine> Connection::greeting(std::chrono::milliseconds patience)
{
    const auto silence = std::exchange(m_patience.silence, patience);
    ResponseSink nobody;
    Result<Response> first = readResponse(m_lexer, nobody);
    m_patience.silence = silence;
    if (!first) {
        return broken(first.failure());
    }
    if (first->kind != Response::Kind::Untagged || !first->status) {
        return broken({Kind::ProtocolError, m_host, QStringLiteral("no IMAP greeting")});
    }
    return *first->status;
}

QByteArray Connection::newTag()
{
    const QByteArray tag = "S" + QByteArray::number(++m_commands);
    m_waitingTags.insert(tag);
    return tag;
}

QByteArray Connection::begin()
{
    const QByteArray tag = newTag();
    m_stream->write(tag + ' ');
    return tag;
}

Status Connection::write(QByteArrayView bytes)
{
    m_stream->write(bytes);
    if (Status drained = m_stream->drain(patience(), mostQueued); !drained) {
        return broken(drained.failure());
    }
    return Done{};
}

Result<bool> Connection::mayWriteLiteral(const QByteArray& tag, ResponseSink& sink)
{
    while (!m_answers.contains(tag)) {
        Result<Response> response = next(sink);
        if (!response) {
            return response.failure();
        }
        if (response->kind == Response::Kind::Continuation) {
            return true;
        }
        if (response->kind == Response::Kind::Tagged) {
            m_answers[response->tag] = *response->status;
        }
    }
    return false;
}

Result<QByteArray> Connection::send(const Command& command, ResponseSink& sink)
{
    const QByteArray tag = newTag();
    const std::vector<QByteArray>& parts = command.parts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        QByteArray line;
        line.reserve(tag.size() + parts[i].size() + 3);
        line.append(i == 0 ? tag + ' ' : QByteArray()).append(parts[i]).append("\r\n");
        m_stream->write(line);
        wipe(line);
        if (i + 1 < parts.size()) {
            const Result<bool> mayGoOn = mayWriteLiteral(tag, sink);
            if (!mayGoOn) {
                return mayGoOn.failure();
            }
            if (!*mayGoOn) {
                return tag; // refused before all was said
            }
        }
    }
    return tag;
}

Result<StatusLine> Connection::finish(const QByteArray& tag, ResponseSink& sink)
{
    for (;;) {
        if (const auto answer = m_answers.find(tag); answer != m_answers.end()) {
            StatusLine status = std::move(answer->second);
            m_answers.erase(answer);
            m_waitingTags.erase(tag);
            return status;
        }
        Result<Response> response = next(sink);
        if (!response) {
            return response.failure();
        }
        if (response->kind == Response::Kind::Continuation) {
            return broken({Kind::ProtocolError, m_host, QStringLiteral("the server asks for more than there is")});
        }
        if (response->kind == Response::Kind::Tagged) {
            if (!m_waitingTags.contains(response->tag)) {
                return broken({Kind::ProtocolError, m_host, QStringLiteral("an answer to a command never sent")});
            }
            m_answers[response->tag] = *response->status;
        }
    }
}

Result<StatusLine> Connection::run(const Command& command, ResponseSink& sink)
{
    Result<QByteArray> tag = send(command, sink);
    if (!tag) {
        return tag.failure();
    }
    return finish(*tag, sink);
}

Result<StatusLine> Connection::converse(const Command& command, const Answer& answer)
{
    ResponseSink nobody;
    Result<QByteArray> tag = send(command, nobody);
    if (!tag) {
        return tag.failure();
    }
    while (!m_answers.contains(*tag)) {
        Result<Response> response = next(nobody);
        if (!response) {
            return response.failure();
        }
        if (response->kind == Response::Kind::Tagged) {
            if (!m_waitingTags.contains(response->tag)) {
                return broken({Kind::ProtocolError, m_host, QStringLiteral("an answer to a command never sent")});
            }
            m_answers[response->tag] = *response->status;
        } else if (response->kind == Response::Kind::Continuation) {
            Result<Command> line = answer(response->challenge);
            if (!line) {
                m_stream->write("*\r\n");
                return broken(line.failure());
            }
            line->text("\r\n");
            m_stream->write(line->parts().front());
        }
    }
    return finish(*tag, nobody);
}

Status Connection::compress()
{
    if (m_lexer.hasBuffered()) {
        return broken({Kind::ProtocolError, m_host, QStringLiteral("data behind the answer to COMPRESS")});
    }
    m_stream = deflated(std::move(m_stream));
    return Done{};
}

Status Connection::startTls(std::chrono::milliseconds patience)
{
    if (m_lexer.hasBuffered()) {
        return broken({Kind::TlsFailed, m_host, QStringLiteral("the server sent data behind its answer to STARTTLS")});
    }
    Patience handshake = this->patience();
    handshake.silence = patience;
    if (Status encrypted = m_stream->encrypt(handshake); !encrypted) {
        return broken(encrypted.failure());
    }
    return Done{};
}

QString printable(const StatusLine& status)
{
    QString text = QString::fromUtf8(status.text.left(longestServerText));
    for (QChar& letter : text) {
        if (!letter.isPrint()) {
            letter = QLatin1Char('?');
        }
    }
    return status.code.isEmpty() ? text
                                 : QStringLiteral("[%1] %2").arg(QString::fromLatin1(status.code.left(40)), text);
}

Failure refusal(const StatusLine& status, Kind otherwise, const QString& subject)
{
    struct Meaning
    {
        const char* code;
        Kind kind;
    };
    // RFC 5530
    static constexpr Meaning meanings[] = {
        {"AUTHENTICATIONFAILED", Kind::LoginRefused},
        {"AUTHORIZATIONFAILED", Kind::NotPermitted},
        {"EXPIRED", Kind::PasswordExpired},
        {"PRIVACYREQUIRED", Kind::NoEncryption},
        {"NOPERM", Kind::NotPermitted},
        {"NONEXISTENT", Kind::FolderGone},
        {"UNAVAILABLE", Kind::ServerRefused},
        {"CONTACTADMIN", Kind::ServerRefused},
        {"SERVERBUG", Kind::ServerRefused},
        {"INUSE", Kind::ServerRefused},
        {"LIMIT", Kind::ServerRefused},
        {"EXPUNGEISSUED", Kind::MessageGone},
    };
    if (status.kind == StatusLine::Kind::Bad) {
        return {Kind::ProtocolError, subject, printable(status)};
    }
    for (const Meaning& meaning : meanings) {
        if (status.code == meaning.code) {
            return {meaning.kind, subject, printable(status)};
        }
    }
    return {otherwise, subject, printable(status)};
}

} // namespace staffelstab::mail::imap
