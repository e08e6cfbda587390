// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/server_process.h"

#include <QUrl>

/** An OpenLDAP server with the ppolicy overlay on free ports. Users and policies: slapd.sh. */
class SlapdServer
{
public:
    /** `certificate`: good, wrong-name, unknown-ca, self-signed or expired. */
    bool start(const QString& certificate = QStringLiteral("good"));
    [[nodiscard]] QString errorText() const { return m_process.errorText(); }
    [[nodiscard]] ServerProcess& process() { return m_process; }

    [[nodiscard]] QUrl ldapsUrl() const { return m_ldapsUrl; }
    [[nodiscard]] QUrl ldapUrl() const { return m_ldapUrl; }
    [[nodiscard]] QString caFile() const { return m_process.folder() + QStringLiteral("/tls/ca.pem"); }
    [[nodiscard]] static QString dn(const QString& uid)
    {
        return QStringLiteral("uid=%1,ou=people,dc=firma,dc=example").arg(uid);
    }
    static constexpr const char* firstPassword = "Erstes-Kennwort-1";

private:
    ServerProcess m_process;
    QUrl m_ldapUrl;
    QUrl m_ldapsUrl;
};
