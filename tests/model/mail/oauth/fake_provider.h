// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sign_in_provider.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace staffelstab::tests {

/** A token endpoint on 127.0.0.1, on a thread of its own: keeps what it was asked and says what it is told. */
class FakeProvider
{
public:
    struct Answer
    {
        QByteArray status = "200 OK";
        QByteArray body;
    };

    explicit FakeProvider(std::function<Answer(const QUrlQuery&)> answer) : m_answer(std::move(answer))
    {
        m_server = new QTcpServer;
        m_server->moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                m_server->listen(QHostAddress::LocalHost);
                QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { serve(); });
            },
            Qt::BlockingQueuedConnection);
    }
    ~FakeProvider()
    {
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.quit();
        m_thread.wait();
    }
    FakeProvider(const FakeProvider&) = delete;
    FakeProvider& operator=(const FakeProvider&) = delete;

    [[nodiscard]] SignInProvider settings() const
    {
        const QString base = QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort());
        return {base + QStringLiteral("/authorize"), base + QStringLiteral("/token"), QStringLiteral("staffelstab"),
                QString(), QStringLiteral("imap offline_access")};
    }

private:
    void serve()
    {
        QTcpSocket* socket = m_server->nextPendingConnection();
        auto request = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request] {
            *request += socket->readAll();
            const qsizetype head = request->indexOf("\r\n\r\n");
            const qsizetype length = request->toLower().indexOf("content-length:");
            if (head < 0 || length < 0) {
                return;
            }
            const qsizetype end = request->indexOf("\r\n", length);
            const qsizetype size = request->mid(length + 15, end - length - 15).trimmed().toLongLong();
            if (request->size() < head + 4 + size) {
                return;
            }
            QByteArray body = request->mid(head + 4);
            const Answer answer = m_answer(QUrlQuery(QString::fromLatin1(body.replace('+', "%20"))));
            socket->write("HTTP/1.1 " + answer.status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                          QByteArray::number(answer.body.size()) + "\r\nConnection: close\r\n\r\n" + answer.body);
            socket->disconnectFromHost();
        });
    }

    QThread m_thread;
    QTcpServer* m_server;
    std::function<Answer(const QUrlQuery&)> m_answer;
};

} // namespace staffelstab::tests
