// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "reply/smtp/mail_sender.h"
#include "servers/server_process.h"

#include <QDir>
#include <QFile>

namespace staffelstab::tests {

/** A real Exim on 127.0.0.1 that takes mail from USER@firma.example; see exim.sh. Every mail lands in delivered(). */
class EximServer
{
public:
    explicit EximServer(const QString& user = QStringLiteral("lea"))
    {
        const QString address = QStringLiteral("127.0.0.1");
        const quint16 submission = ServerProcess::freePort(address);
        const quint16 submissions = ServerProcess::freePort(address);
        m_server = {address, submission, reply::SmtpServer::Security::StartTls, user,
                    m_process.folder() + QStringLiteral("/pki/ca.pem")};
        m_isRunning = submission != submissions &&
                      m_process.start(QStringLiteral(TEST_SOURCE_DIR "/tests/servers/exim.sh"),
                                      {m_process.folder(), QString::number(submission), QString::number(submissions),
                                       user, QString::fromLatin1(passwordText)},
                                      address, submissions);
    }

    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] QString errorText() const { return m_process.errorText(); }
    [[nodiscard]] const reply::SmtpServer& server() const { return m_server; }
    [[nodiscard]] static Secret password() { return Secret(QByteArrayView(passwordText)); }
    void freeze() { m_process.freeze(); }
    void thaw() { m_process.thaw(); }

    [[nodiscard]] QByteArrayList delivered() const
    {
        QByteArrayList messages;
        const QDir sink(m_process.folder() + QStringLiteral("/sink/new"));
        for (const QString& name : sink.entryList(QDir::Files)) {
            QFile file(sink.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                messages.append(file.readAll());
            }
        }
        return messages;
    }
    /** The one receiver of each, in the order of the alphabet. */
    [[nodiscard]] QStringList receivers() const
    {
        QStringList receivers;
        for (const QByteArray& message : delivered()) {
            static const QByteArray field = "Envelope-to: ";
            const qsizetype at = message.indexOf(field) + field.size();
            receivers.append(QString::fromUtf8(message.mid(at, message.indexOf('\n', at) - at)).trimmed());
        }
        receivers.sort();
        return receivers;
    }

private:
    static constexpr const char* passwordText = "geheim";
    ServerProcess m_process;
    reply::SmtpServer m_server;
    bool m_isRunning = false;
};

} // namespace staffelstab::tests
