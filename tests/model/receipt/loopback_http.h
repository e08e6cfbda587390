// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <functional>
#include <memory>

namespace staffelstab::receipt {

/** An HTTP server on loopback, on a thread of its own: one request a connection, one answer. */
class LoopbackHttp
{
public:
    struct Reply
    {
        enum class Manner { Answers, Silent, HangsUp };
        /** An empty body becomes 404. */
        Reply(const QByteArray& content) : body(content), status(content.isEmpty() ? "404 No" : "200 OK") {}
        Reply(Manner how) : manner(how) {}

        QByteArray body;
        QByteArray status;
        Manner manner = Manner::Answers;
    };
    /** Runs on the server's thread. */
    using Answer = std::function<Reply(const QByteArray& path, const QByteArray& body)>;

    explicit LoopbackHttp(Answer answer) : m_answer(std::move(answer))
    {
        m_thread.start();
        m_owner.moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            &m_owner, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~LoopbackHttp()
    {
        QMetaObject::invokeMethod(
            &m_owner, [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    void listen()
    {
        m_server = std::make_unique<QTcpServer>();
        m_server->listen(QHostAddress::LocalHost);
        m_port = m_server->serverPort();
        QObject::connect(m_server.get(), &QTcpServer::newConnection, m_server.get(), [this] {
            QTcpSocket* const socket = m_server->nextPendingConnection();
            auto request = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request] {
                *request += socket->readAll();
                read(socket, *request);
            });
        });
    }
    void read(QTcpSocket* socket, const QByteArray& request)
    {
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype length = request.toLower().indexOf("content-length: ");
        const qsizetype size =
            length < 0 ? 0 : request.mid(length + 16, request.indexOf("\r\n", length) - length - 16).toInt();
        if (head < 0 || request.size() < head + 4 + size) {
            return;
        }
        const Reply reply = m_answer(request.split(' ').value(1), request.mid(head + 4));
        if (reply.manner == Reply::Manner::Answers) {
            socket->write("HTTP/1.1 " + reply.status + "\r\nConnection: close\r\nContent-Length: " +
                          QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
            socket->disconnectFromHost();
        } else if (reply.manner == Reply::Manner::HangsUp) {
            socket->abort();
        }
    }

    Answer m_answer;
    QThread m_thread;
    QObject m_owner;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
};

} // namespace staffelstab::receipt
