// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/server_search.h"
#include "directory/tls_preflight.h"

#include <QDnsLookup>
#include <QEventLoop>
#include <QTimer>

namespace staffelstab::directory {

namespace {

using Kind = Failure::Kind;

constexpr int pollMs = 50;

/** One question, on an event loop of its own; a worker thread has no other one to disturb. */
Result<QList<QUrl>> ask(const QString& name, const JobContext& job, const QHostAddress& nameServer)
{
    QEventLoop loop;
    QDnsLookup lookup(QDnsLookup::SRV, name);
    if (!nameServer.isNull()) {
        lookup.setNameserver(nameServer);
    }
    QTimer deadline;
    QTimer poll;
    std::optional<Failure> failure;
    const auto end = [&](Kind kind) {
        failure = Failure{kind, name, {}};
        loop.quit();
    };
    QObject::connect(&lookup, &QDnsLookup::finished, &loop, &QEventLoop::quit);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] { end(Kind::TimedOut); });
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (job.isCancelled()) {
            end(Kind::Cancelled);
        }
    });
    deadline.start(stepTimeoutMs);
    poll.start(pollMs);
    lookup.lookup();
    if (!lookup.isFinished()) {
        loop.exec();
    }
    if (failure) {
        return *failure;
    }
    QList<QUrl> servers;
    const QList<QDnsServiceRecord> records = lookup.serviceRecords();
    for (const QDnsServiceRecord& record : records) {
        QUrl url;
        url.setScheme(QStringLiteral("ldap"));
        url.setHost(record.target());
        constexpr int usualPort = 389;
        if (record.port() != usualPort) {
            url.setPort(record.port());
        }
        // A record for "." says that there is no such service (RFC 2782).
        if (!url.host().isEmpty()) {
            servers.append(url);
        }
    }
    return servers;
}

} // namespace

Result<QList<QUrl>> findServers(const QString& domain, const JobContext& job, const QHostAddress& nameServer)
{
    const QString name = domain.trimmed().toLower();
    if (!name.contains(u'.')) {
        return Failure{Kind::HostNotFound, domain, {}};
    }
    for (const char* const service : {"_ldap._tcp.dc._msdcs.", "_ldap._tcp."}) {
        Result<QList<QUrl>> servers = ask(QLatin1String(service) + name, job, nameServer);
        if (!servers || !servers->isEmpty()) {
            return servers;
        }
    }
    return Failure{Kind::HostNotFound, name, QStringLiteral("no SRV record")};
}

QString domainOf(const QString& address)
{
    const QString domain = address.section(u'@', 1).trimmed();
    return domain.contains(u'@') ? QString() : domain;
}

} // namespace staffelstab::directory
