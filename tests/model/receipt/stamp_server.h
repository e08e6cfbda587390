// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace staffelstab::receipt {

/** An RFC 3161 server on loopback: HTTP in front of `openssl ts -reply`, on a thread of its own. */
class StampServer
{
public:
    enum class Manner { Honest, WrongNonce, Garbage, Http500, Silent, HangsUpOnce };

    explicit StampServer(Manner manner) : m_manner(manner)
    {
        prepare();
        m_thread.start();
        m_owner.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_owner, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~StampServer()
    {
        QMetaObject::invokeMethod(
            &m_owner, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/").arg(m_port); }
    [[nodiscard]] QByteArray certificate() const { return m_bench.take(QStringLiteral("tsa.pem")); }
    [[nodiscard]] bool wasAsked() const { return m_isAsked; }

private:
    void prepare()
    {
        m_bench.put(QStringLiteral("tsa.cnf"), R"([req]
distinguished_name = dn
prompt = no
x509_extensions = ext
[dn]
CN = Beispiel TSA
[ext]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[tsa]
default_tsa = one
[one]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
)");
        m_bench.put(QStringLiteral("serial"), "01\n");
        run(QStringLiteral("openssl"),
            QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -config tsa.cnf "
                           "-keyout tsa.key -out tsa.pem")
                .split(QLatin1Char(' ')),
            m_bench.path());
    }

    void listen()
    {
        m_server = std::make_unique<QTcpServer>();
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
            QTcpSocket* socket = m_server->nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }

    void read(QTcpSocket* socket)
    {
        if (m_manner == Manner::HangsUpOnce && !m_isAsked.exchange(true)) {
            socket->abort();
            return;
        }
        m_isAsked = true;
        m_request += socket->readAll();
        const qsizetype head = m_request.indexOf("\r\n\r\n");
        const qsizetype length = m_request.toLower().indexOf("content-length: ");
        if (head < 0 || length < 0 || m_manner == Manner::Silent) {
            return;
        }
        const qsizetype size = m_request.mid(length + 16, m_request.indexOf("\r\n", length) - length - 16).toInt();
        if (m_request.size() < head + 4 + size) {
            return;
        }
        const QByteArray answer = reply(m_request.mid(head + 4));
        m_request.clear();
        socket->write((m_manner == Manner::Http500 ? "HTTP/1.1 500 No\r\n" : "HTTP/1.1 200 OK\r\n") +
                      QByteArray("Content-Type: application/timestamp-reply\r\nConnection: close\r\nContent-Length: ") +
                      QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
        socket->disconnectFromHost();
    }

    QByteArray reply(QByteArray query)
    {
        if (m_manner == Manner::Garbage) {
            return "not a time-stamp";
        }
        if (m_manner == Manner::WrongNonce) {
            // The nonce is the INTEGER of eight bytes near the end, before certReq.
            const qsizetype nonce = query.lastIndexOf(QByteArray("\x02\x08", 2));
            query[nonce + 5] = static_cast<char>(query.at(nonce + 5) ^ 1);
        }
        m_bench.put(QStringLiteral("query"), query);
        run(QStringLiteral("openssl"),
            QStringLiteral("ts -reply -config tsa.cnf -section one -queryfile query -out reply")
                .split(QLatin1Char(' ')),
            m_bench.path());
        return m_bench.take(QStringLiteral("reply"));
    }

    Manner m_manner;
    Workbench m_bench;
    QThread m_thread;
    QObject m_owner;
    std::unique_ptr<QTcpServer> m_server;
    QByteArray m_request;
    quint16 m_port = 0;
    std::atomic_bool m_isAsked = false;
};

} // namespace staffelstab::receipt
