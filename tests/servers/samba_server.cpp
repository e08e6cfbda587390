// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/samba_server.h"

bool SambaServer::start(const QString& certificate)
{
    return start(certificate, {});
}

bool SambaServer::startWithTickets()
{
    return start(QStringLiteral("good"), {QStringLiteral("tickets")});
}

bool SambaServer::start(const QString& certificate, const QStringList& more)
{
    const QString script = QStringLiteral(TEST_SERVERS_DIR "/samba_ad.sh");
    const QString snapshot = QStringLiteral(SAMBA_SNAPSHOT_DIR);
    constexpr int snapshotTimeoutMs = 120'000;
    QProcess making;
    making.start(script, {QStringLiteral("snapshot"), snapshot});
    if (!making.waitForFinished(snapshotTimeoutMs) || making.exitCode() != 0) {
        m_errorText = making.errorString() + QString::fromUtf8(making.readAllStandardError());
        return false;
    }
    constexpr quint16 ldapsPort = 636;
    constexpr quint16 kerberosPort = 88;
    m_address = ServerProcess::freeAddress();
    return m_process.start(script,
                           QStringList{QStringLiteral("serve"), snapshot, m_process.folder(), m_address, certificate} +
                               more,
                           m_address, ldapsPort) &&
           ServerProcess::waitFor(m_address, kerberosPort);
}
