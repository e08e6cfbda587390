// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <deque>
#include <memory>

namespace staffelstab::bench {

/** Passes bytes on after a while, as a long line does; the line is wide, and carries `bytesPerSecond` if that is set.
 */
class DelayedLine : public QObject
{
    Q_OBJECT
public:
    DelayedLine(QTcpSocket* from, QTcpSocket* to, int delayMs, qint64 bytesPerSecond)
        : QObject(from), m_from(from), m_to(to), m_delayMs(delayMs), m_bytesPerSecond(bytesPerSecond)
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        connect(from, &QTcpSocket::readyRead, this, &DelayedLine::take);
        connect(from, &QTcpSocket::disconnected, to, [this] {
            m_isEnding = true;
            give();
        });
        connect(&m_timer, &QTimer::timeout, this, &DelayedLine::give);
    }

private:
    struct Piece
    {
        qint64 due = 0;
        QByteArray bytes;
    };

    void take()
    {
        const QByteArray bytes = m_from->readAll();
        qint64 due = m_clock.nsecsElapsed() + qint64{m_delayMs} * 1'000'000;
        if (m_bytesPerSecond > 0) {
            m_free = std::max(m_free, due) + bytes.size() * 1'000'000'000 / m_bytesPerSecond;
            due = m_free;
        }
        m_queue.push_back({due, bytes});
        give();
    }

    void give()
    {
        while (!m_queue.empty() && m_queue.front().due <= m_clock.nsecsElapsed()) {
            m_to->write(m_queue.front().bytes);
            m_queue.pop_front();
        }
        if (!m_queue.empty()) {
            m_timer.start(
                static_cast<int>(std::max<qint64>((m_queue.front().due - m_clock.nsecsElapsed()) / 1'000'000, 1)));
        } else if (m_isEnding) {
            m_to->disconnectFromHost();
        }
    }

    QTcpSocket* m_from;
    QTcpSocket* m_to;
    int m_delayMs;
    qint64 m_bytesPerSecond;
    qint64 m_free = 0;
    bool m_isEnding = false;
    QElapsedTimer m_clock;
    QTimer m_timer;
    std::deque<Piece> m_queue;
};

/** A port on this computer behind which `target` lies far away. Runs on a thread of its own. */
class DelayProxy
{
public:
    DelayProxy(quint16 target, int roundTripMs, qint64 bytesPerSecond = 0)
    {
        m_server = new QTcpServer;
        m_server->moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            m_server,
            [this, target, roundTripMs, bytesPerSecond] {
                m_server->listen(QHostAddress::LocalHost);
                QObject::connect(m_server, &QTcpServer::newConnection, m_server, [=, this] {
                    QTcpSocket* near = m_server->nextPendingConnection();
                    auto* far = new QTcpSocket(near);
                    far->connectToHost(QHostAddress::LocalHost, target);
                    near->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                    far->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                    new DelayedLine(near, far, roundTripMs / 2, bytesPerSecond);
                    new DelayedLine(far, near, roundTripMs / 2, bytesPerSecond);
                });
            },
            Qt::BlockingQueuedConnection);
    }
    ~DelayProxy()
    {
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.quit();
        m_thread.wait();
    }
    DelayProxy(const DelayProxy&) = delete;
    DelayProxy& operator=(const DelayProxy&) = delete;

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

private:
    QThread m_thread;
    QTcpServer* m_server;
};

} // namespace staffelstab::bench
