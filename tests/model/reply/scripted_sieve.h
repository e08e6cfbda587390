// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/stream.h"

#include <QByteArrayList>

#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace staffelstab::tests {

/** Says what no real ManageSieve server says: answers by the beginning of a command, one after the other. */
class ScriptedSieve
{
public:
    QByteArray greeting = "\"IMPLEMENTATION\" \"x\"\r\n\"SIEVE\" \"fileinto vacation\"\r\n\"STARTTLS\"\r\nOK\r\n";
    /** Sent in the clear behind the OK to STARTTLS. */
    QByteArray behindStartTls;
    QByteArray greetingInTls = "\"SASL\" \"PLAIN\"\r\n\"SIEVE\" \"vacation date relational\"\r\nOK \"TLS\"\r\n";
    std::map<QByteArray, std::deque<QByteArray>> answers;
    /** Bytes per read. */
    qsizetype chunk = 7;

    /** Every line that came, the password's as "AUTHENTICATE". */
    QByteArrayList log;

    mail::imap::StreamFactory streams()
    {
        return [this](const JobContext&) -> Result<std::unique_ptr<mail::imap::Stream>> {
            return std::unique_ptr<mail::imap::Stream>(std::make_unique<Conversation>(*this));
        };
    }

private:
    class Conversation : public mail::imap::Stream
    {
    public:
        explicit Conversation(ScriptedSieve& server) : m_server(server), m_out(server.greeting) {}

        Result<QByteArray> read(const mail::imap::Patience& patience) override
        {
            if (patience.job->isCancelled()) {
                return Failure{Failure::Kind::Cancelled, {}, {}};
            }
            if (m_out.isEmpty()) {
                return Failure{Failure::Kind::TimedOut, {}, {}};
            }
            const QByteArray bytes = m_out.left(m_server.chunk);
            m_out.remove(0, bytes.size());
            return bytes;
        }
        void write(QByteArrayView bytes) override
        {
            const QByteArray line = bytes.toByteArray().trimmed();
            m_server.log << (line.startsWith("AUTHENTICATE") ? QByteArray("AUTHENTICATE") : line);
            m_out += line == "STARTTLS" ? startTlsAnswer() : m_server.answerTo(line);
        }
        Status encrypt(const mail::imap::Patience&) override
        {
            // As the socket does: what is still unread came unprotected.
            if (!m_out.isEmpty()) {
                return Failure{Failure::Kind::TlsFailed, {}, {}};
            }
            m_isTls = true;
            m_out = m_server.greetingInTls;
            return Done{};
        }
        [[nodiscard]] bool isEncrypted() const override { return m_isTls; }

    private:
        QByteArray startTlsAnswer()
        {
            return m_server.answers.contains("STARTTLS") ? m_server.answerTo("STARTTLS")
                                                         : "OK\r\n" + m_server.behindStartTls;
        }

        ScriptedSieve& m_server;
        QByteArray m_out;
        bool m_isTls = false;
    };

    QByteArray answerTo(const QByteArray& line)
    {
        for (auto& [prefix, replies] : answers) {
            if (line.startsWith(prefix) && !replies.empty()) {
                const QByteArray reply = replies.front();
                if (replies.size() > 1) {
                    replies.pop_front();
                }
                return reply;
            }
        }
        return line == "LOGOUT"       ? QByteArray()
               : line == "CAPABILITY" ? "\"SASL\" \"\"\r\n\"SIEVE\" \"vacation date relational envelope\"\r\nOK\r\n"
                                      : QByteArray("OK \"done\"\r\n");
    }
};

} // namespace staffelstab::tests
