// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/server_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace {

constexpr int startTimeoutMs = 30'000;
constexpr int pollMs = 20;

bool takesConnections(const QString& address, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(address, port);
    return socket.waitForConnected(pollMs);
}

} // namespace

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QString& program, const QStringList& arguments, const QString& address, quint16 port)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, arguments);
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!deadline.hasExpired()) {
        // Waiting for its end is how long one step takes.
        if (m_process.waitForFinished(pollMs) || m_process.state() == QProcess::NotRunning) {
            break;
        }
        if (takesConnections(address, port)) {
            return true;
        }
    }
    QFile log(m_folder.filePath(QStringLiteral("log")));
    m_errorText = m_process.errorString() + QString::fromUtf8(m_process.readAll());
    if (log.open(QFile::ReadOnly)) {
        m_errorText += QString::fromUtf8(log.readAll());
    }
    return false;
}

void ServerProcess::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void ServerProcess::freeze()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void ServerProcess::thaw()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

QString ServerProcess::freeAddress()
{
    static int started = 0;
    // Process numbers of running tests differ in their last 16 bit, as good as always.
    const qint64 pid = QCoreApplication::applicationPid();
    return QStringLiteral("127.%1.%2.%3").arg(64 + started++ % 128).arg(pid >> 8 & 0xff).arg(1 + pid % 250);
}

quint16 ServerProcess::freePort(const QString& address)
{
    QTcpServer server;
    server.listen(QHostAddress(address));
    return server.serverPort();
}
