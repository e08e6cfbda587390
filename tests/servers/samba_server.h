// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/server_process.h"

#include <QUrl>

/**
 * An Active Directory domain controller (Samba) of the domain FIRMA.EXAMPLE on an address of its own. Needs the ports
 * 389 and 636: run the test through with_low_ports.sh. Users and policies: samba_domain.py.
 */
class SambaServer
{
public:
    /** `certificate`: good, wrong-name, unknown-ca, self-signed or expired. */
    bool start(const QString& certificate = QStringLiteral("good"));
    /** One where Kerberos tickets for ldapUrl() can be had. */
    bool startWithTickets();
    [[nodiscard]] QString errorText() const { return m_errorText.isEmpty() ? m_process.errorText() : m_errorText; }
    [[nodiscard]] ServerProcess& process() { return m_process; }

    [[nodiscard]] QUrl ldapsUrl() const { return QUrl(QStringLiteral("ldaps://") + m_address); }
    [[nodiscard]] QUrl ldapUrl() const { return QUrl(QStringLiteral("ldap://") + m_address); }
    [[nodiscard]] QString caFile() const { return m_process.folder() + QStringLiteral("/domain/tls/ca.pem"); }
    /** "l.gehtbald" as UPN. */
    [[nodiscard]] static QString upn(const QString& account) { return account + QStringLiteral("@firma.example"); }
    [[nodiscard]] const QString& address() const { return m_address; }
    static constexpr const char* firstPassword = "Erstes-Kennwort-1";

private:
    bool start(const QString& certificate, const QStringList& more);

    ServerProcess m_process;
    QString m_address;
    QString m_errorText;
};
