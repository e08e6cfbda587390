// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/slapd_server.h"

bool SlapdServer::start(const QString& certificate)
{
    const QString address = QStringLiteral("127.0.0.1");
    const quint16 ldapPort = ServerProcess::freePort(address);
    quint16 ldapsPort = ServerProcess::freePort(address);
    while (ldapsPort == ldapPort) {
        ldapsPort = ServerProcess::freePort(address);
    }
    m_ldapUrl = QUrl(QStringLiteral("ldap://%1:%2").arg(address).arg(ldapPort));
    m_ldapsUrl = QUrl(QStringLiteral("ldaps://%1:%2").arg(address).arg(ldapsPort));
    return m_process.start(
        QStringLiteral(TEST_SERVERS_DIR "/slapd.sh"),
        {m_process.folder(), address, QString::number(ldapPort), QString::number(ldapsPort), certificate}, address,
        ldapsPort);
}
