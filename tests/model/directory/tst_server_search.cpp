// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/server_search.h"
#include "servers/dns_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

class TestServerSearch : public QObject
{
    Q_OBJECT

private:
    DnsServer m_server;
    JobContext m_job;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start({QStringLiteral("_ldap._tcp.dc._msdcs.firma.example,dc2.firma.example,389,20,100"),
                                 QStringLiteral("_ldap._tcp.dc._msdcs.firma.example,dc1.firma.example,389,10,100"),
                                 QStringLiteral("_ldap._tcp.firma.example,other.firma.example,389,0,0"),
                                 QStringLiteral("_ldap._tcp.plain.example,ldap.plain.example,3890,0,0")}),
                 qPrintable(m_server.errorText()));
    }

    void findsTheServersOfADomain_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QList<QUrl>>("servers");
        const QUrl first(QStringLiteral("ldap://dc1.firma.example"));
        const QUrl second(QStringLiteral("ldap://dc2.firma.example"));
        QTest::newRow("domain controllers, best one first")
            << QStringLiteral("firma.example") << QList<QUrl>{first, second};
        QTest::newRow("in capitals") << QStringLiteral(" FIRMA.EXAMPLE ") << QList<QUrl>{first, second};
        QTest::newRow("another directory on its own port")
            << QStringLiteral("plain.example") << QList<QUrl>{QUrl(QStringLiteral("ldap://ldap.plain.example:3890"))};
    }
    void findsTheServersOfADomain()
    {
        QFETCH(const QString, domain);
        const Result<QList<QUrl>> servers = findServers(domain, m_job, m_server.address());
        QVERIFY(servers.isOk());
        QTEST(*servers, "servers");
    }

    void saysThatADomainNamesNone_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::newRow("no record") << QStringLiteral("leer.example");
        QTest::newRow("empty") << QString();
        QTest::newRow("one word") << QStringLiteral("firma");
        QTest::newRow("a root") << QStringLiteral(".");
    }
    void saysThatADomainNamesNone()
    {
        QFETCH(const QString, domain);
        const Result<QList<QUrl>> servers = findServers(domain, m_job, m_server.address());
        QVERIFY(!servers);
        QCOMPARE(servers.failure().kind, Kind::HostNotFound);
    }

    void aSilentNameServerCanBeCancelled()
    {
        DnsServer silent;
        QVERIFY(silent.start({}));
        silent.process().freeze();
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        std::atomic<qint64> cancelledAt = 0;
        QElapsedTimer clock;
        clock.start();
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            cancelledAt = clock.elapsed();
            cancelled->store(true);
        });
        const Result<QList<QUrl>> servers =
            findServers(QStringLiteral("firma.example"), JobContext({}, cancelled), silent.address());
        const qint64 answeredAt = clock.elapsed();
        canceller.join();
        silent.process().thaw();
        QVERIFY(!servers);
        QCOMPARE(servers.failure().kind, Kind::Cancelled);
        QVERIFY2(answeredAt - cancelledAt < 300, qPrintable(QString::number(answeredAt - cancelledAt)));
    }

    void takesTheDomainOfAnAddress()
    {
        QCOMPARE(domainOf(QStringLiteral("lea@firma.example")), QStringLiteral("firma.example"));
        QCOMPARE(domainOf(QStringLiteral("lea")), QString());
        QCOMPARE(domainOf(QStringLiteral("a@b@c")), QString());
    }
};

QTEST_GUILESS_MAIN(TestServerSearch)
#include "tst_server_search.moc"
