// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/server_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <algorithm>
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

bool areAllThreadsStopped(qint64 pid)
{
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    const QStringList names = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::all_of(names.begin(), names.end(), [&tasks](const QString& name) {
        QFile stat(tasks.filePath(name + QStringLiteral("/stat")));
        return stat.open(QFile::ReadOnly) && stat.readAll().contains(") T ");
    });
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

bool ServerProcess::waitFor(const QString& address, quint16 port)
{
    const QDeadlineTimer deadline(startTimeoutMs);
    bool isThere = takesConnections(address, port);
    while (!isThere && !deadline.hasExpired()) {
        QThread::msleep(pollMs);
        isThere = takesConnections(address, port);
    }
    return isThere;
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
    // The signal has its effect later, and on each thread for itself.
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!areAllThreadsStopped(m_process.processId()) && !deadline.hasExpired()) {
        QThread::msleep(1);
    }
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
