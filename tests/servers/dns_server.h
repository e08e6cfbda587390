// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "servers/server_process.h"

#include <QHostAddress>

/** dnsmasq with the records it is told, on port 53 of an address of its own: run the test through with_low_ports.sh. */
class DnsServer
{
public:
    /** `services`: "_ldap._tcp.firma.example,dc1.firma.example,389,priority,weight", as dnsmasq writes them. */
    bool start(const QStringList& services)
    {
        m_address = ServerProcess::freeAddress();
        QStringList arguments{QStringLiteral("--keep-in-foreground"), QStringLiteral("--conf-file=/dev/null"),
                              QStringLiteral("--no-resolv"),          QStringLiteral("--no-hosts"),
                              QStringLiteral("--bind-interfaces"),    QStringLiteral("--listen-address=") + m_address,
                              QStringLiteral("--user=root"),          QStringLiteral("--pid-file="),
                              QStringLiteral("--local=/example/")};
        for (const QString& service : services) {
            arguments.append(QStringLiteral("--srv-host=") + service);
        }
        constexpr quint16 port = 53;
        return m_process.start(QStringLiteral("/usr/sbin/dnsmasq"), arguments, m_address, port);
    }
    [[nodiscard]] QHostAddress address() const { return QHostAddress(m_address); }
    [[nodiscard]] ServerProcess& process() { return m_process; }
    [[nodiscard]] QString errorText() const { return m_process.errorText(); }

private:
    ServerProcess m_process;
    QString m_address;
};
