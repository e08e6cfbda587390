// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/imap_store.h"

#include <QByteArrayList>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace staffelstab::tests {

/** What a scripted server says to one command; "%T" stands for its tag. */
struct Reply
{
    QByteArray text;
    /** The connection is cut behind the text. */
    bool isCut = false;
    /** The n times `fillerUnit` that follow `text` without ever being held in memory, and what comes behind them. */
    qint64 filler = 0;
    QByteArray behindFiller = {};
    QByteArray fillerUnit = QByteArrayLiteral("x");
};

/**
 * Says what no real server says. Replies are scripted by the beginning of the command, one after the other, the last
 * one again and again; everything else gets an answer that lets a login and an EXAMINE through. Where nothing is left
 * to say the server is silent, which a read() reports as TimedOut at once.
 */
class ScriptedServer
{
public:
    void on(const QByteArray& command, std::deque<Reply> replies) { m_replies[command] = std::move(replies); }
    void on(const QByteArray& command, const QByteArray& reply) { on(command, std::deque<Reply>{{reply}}); }
    void greet(const QByteArray& line) { m_greeting = line; }
    /** Bytes per read. */
    void setChunk(qsizetype bytes) { m_chunk = bytes; }

    /** Called for each command before it is answered. */
    std::function<void(const QByteArray&)> onCommand;
    /** Called before each read is answered. */
    std::function<void()> onRead;

    /** Every command but LOGOUT without its tag, literals included. */
    [[nodiscard]] const QByteArrayList& log() const { return m_log; }
    [[nodiscard]] int logouts() const { return m_logouts; }
    [[nodiscard]] int connections() const { return m_connections; }
    /** The commands that hold `part` anywhere. */
    [[nodiscard]] QByteArrayList said(const QByteArray& part) const
    {
        QByteArrayList found;
        std::copy_if(m_log.begin(), m_log.end(), std::back_inserter(found),
                     [&part](const QByteArray& line) { return line.contains(part); });
        return found;
    }
    [[nodiscard]] qsizetype count(const QByteArray& command) const
    {
        return std::count_if(m_log.begin(), m_log.end(),
                             [&](const QByteArray& line) { return line.startsWith(command); });
    }

    mail::imap::StreamFactory streams(bool isTls = true)
    {
        return [this, isTls](const JobContext&) -> Result<std::unique_ptr<mail::imap::Stream>> {
            ++m_connections;
            return std::unique_ptr<mail::imap::Stream>(std::make_unique<Conversation>(*this, isTls));
        };
    }

    /** Opens a store on this server. */
    Result<std::unique_ptr<mail::MailStore>> open(JobContext& job, const mail::MailboxSource& source,
                                                  const Secret& password = Secret(QByteArrayView("geheim")))
    {
        const bool isTls = source.security == mail::MailboxSource::Security::Tls;
        return mail::openImapStore(source, password, job, {}, streams(isTls));
    }
    Result<std::unique_ptr<mail::MailStore>> open(JobContext& job) { return open(job, source()); }

    static mail::MailboxSource source()
    {
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Imap;
        source.host = QStringLiteral("mail.firma.example");
        source.user = QStringLiteral("lea");
        return source;
    }

private:
    class Conversation : public mail::imap::Stream
    {
    public:
        Conversation(ScriptedServer& server, bool isTls) : m_server(server), m_isTls(isTls)
        {
            m_out.push_back({server.m_greeting});
        }

        Result<QByteArray> read(const mail::imap::Patience& patience) override
        {
            if (m_server.onRead) {
                m_server.onRead();
            }
            if (patience.job->isCancelled() && patience.afterCancel.count() == 0) {
                return Failure{Failure::Kind::Cancelled, {}, {}};
            }
            while (!m_out.empty()) {
                Reply& first = m_out.front();
                if (first.text.isEmpty() && first.filler > 0) {
                    const qint64 units = std::min<qint64>(first.filler, 1024 * 1024 / first.fillerUnit.size());
                    first.filler -= units;
                    return first.fillerUnit.repeated(static_cast<qsizetype>(units));
                }
                if (first.text.isEmpty() && !first.behindFiller.isEmpty()) {
                    first.text = std::exchange(first.behindFiller, {});
                }
                if (!first.text.isEmpty()) {
                    const QByteArray bytes = first.text.left(m_server.m_chunk);
                    first.text.remove(0, bytes.size());
                    return bytes;
                }
                if (first.isCut) {
                    return Failure{Failure::Kind::ConnectionLost, {}, {}};
                }
                m_out.pop_front();
            }
            return Failure{Failure::Kind::TimedOut, {}, {}};
        }

        void write(QByteArrayView bytes) override
        {
            m_in += bytes;
            for (;;) {
                const qsizetype end = m_in.indexOf("\r\n", m_literalEnd);
                if (end < 0) {
                    return;
                }
                const QByteArray line = m_in.left(end);
                if (const qsizetype brace = line.lastIndexOf('{'); line.endsWith('}') && brace >= m_literalEnd) {
                    QByteArray size = line.mid(brace + 1, line.size() - brace - 2);
                    if (size.endsWith('+')) {
                        size.chop(1);
                    } else {
                        m_out.push_back({"+ go on\r\n"});
                    }
                    m_literalEnd = end + 2 + size.toLongLong();
                    continue;
                }
                m_in.remove(0, end + 2);
                m_literalEnd = 0;
                answer(line);
            }
        }

        Status encrypt(const mail::imap::Patience&) override
        {
            m_isTls = true;
            return Done{};
        }
        [[nodiscard]] bool isEncrypted() const override { return m_isTls; }

    private:
        void answer(const QByteArray& line)
        {
            const qsizetype space = line.indexOf(' ');
            // A line without a tag continues AUTHENTICATE.
            const QByteArray tag = space < 0 ? m_lastTag : line.left(space);
            const QByteArray command = line.mid(space + 1);
            m_lastTag = tag;
            if (command == "LOGOUT") {
                ++m_server.m_logouts;
                return;
            }
            m_server.m_log << command;
            if (m_server.onCommand) {
                m_server.onCommand(command);
            }
            Reply reply = m_server.replyTo(space < 0 ? "(continued)" : command);
            reply.text.replace("%T", tag);
            reply.behindFiller.replace("%T", tag);
            m_out.push_back(std::move(reply));
        }

        ScriptedServer& m_server;
        bool m_isTls;
        QByteArray m_in;
        qsizetype m_literalEnd = 0;
        QByteArray m_lastTag;
        std::deque<Reply> m_out;
    };

    Reply replyTo(const QByteArray& command)
    {
        std::deque<Reply>* longest = nullptr;
        qsizetype length = -1;
        for (auto& [prefix, replies] : m_replies) {
            if (command.startsWith(prefix) && prefix.size() > length && !replies.empty()) {
                longest = &replies;
                length = prefix.size();
            }
        }
        if (longest == nullptr) {
            return {"%T OK done\r\n"};
        }
        Reply reply = longest->front();
        if (longest->size() > 1) {
            longest->pop_front();
        }
        return reply;
    }

    QByteArray m_greeting = "* OK ready\r\n";
    qsizetype m_chunk = 64 * 1024;
    QByteArrayList m_log;
    int m_connections = 0;
    int m_logouts = 0;
    std::map<QByteArray, std::deque<Reply>> m_replies{
        {"CAPABILITY", {{"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS\r\n%T OK done\r\n"}}},
        {"EXAMINE", {{"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] valid\r\n%T OK [READ-ONLY] done\r\n"}}},
        {"SELECT", {{"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] valid\r\n%T OK [READ-WRITE] done\r\n"}}},
    };
};

} // namespace staffelstab::tests
