// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/settings/server_records.h"

#include "mail/settings/server_settings.h"

#include <QUrl>

namespace staffelstab::mail {

namespace {

struct Service
{
    const char* name;
    MailboxSource::Security security;
};
constexpr Service services[] = {{"_imaps._tcp.", MailboxSource::Security::Tls},
                                {"_imap._tcp.", MailboxSource::Security::StartTls}};
constexpr int serviceCount = 2;

} // namespace

ServerRecords::ServerRecords(const QHostAddress& nameserver, QObject* parent) : QObject(parent), m_lookup(this)
{
    m_lookup.setType(QDnsLookup::SRV);
    m_lookup.setNameserver(nameserver);
    connect(&m_lookup, &QDnsLookup::finished, this, &ServerRecords::take);
}

void ServerRecords::ask(const QString& address)
{
    m_lookup.abort();
    m_address = address.trimmed();
    m_name = 0;
    if (splitAddress(m_address).domain.isEmpty()) {
        Q_EMIT found(std::nullopt);
        return;
    }
    look();
}

void ServerRecords::look()
{
    const QByteArray domain = QUrl::toAce(splitAddress(m_address).domain);
    m_lookup.setName(QLatin1String(services[m_name].name) + QString::fromLatin1(domain));
    m_lookup.lookup();
}

void ServerRecords::take()
{
    if (m_lookup.error() == QDnsLookup::OperationCancelledError) {
        return;
    }
    // Qt sorts them by priority and draws lots by weight (RFC 2782).
    const QList<QDnsServiceRecord> records = m_lookup.serviceRecords();
    const bool hasServer = m_lookup.error() == QDnsLookup::NoError && !records.isEmpty() &&
                           !records.first().target().isEmpty() && records.first().target() != QLatin1String(".");
    if (!hasServer) {
        if (++m_name < serviceCount) {
            look();
        } else {
            Q_EMIT found(std::nullopt);
        }
        return;
    }
    MailboxSource source;
    source.kind = StoreKind::Imap;
    source.host = records.first().target().toLower();
    source.port = records.first().port();
    source.security = services[m_name].security;
    source.user = m_address;
    Q_EMIT found(source);
}

bool isInDomain(const QString& host, const QString& address)
{
    const QString domain = splitAddress(address).domain;
    return !domain.isEmpty() && (host == domain || host.endsWith(QLatin1Char('.') + domain));
}

} // namespace staffelstab::mail
