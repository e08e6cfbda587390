// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/settings/autoconfig.h"
#include "mail/settings/server_records.h"
#include "servers/dns_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;
using Security = MailboxSource::Security;

namespace {

QByteArray server(const QByteArray& type, const QByteArray& socket, const QByteArray& host = "imap.%EMAILDOMAIN%",
                  const QByteArray& authentication = "password-cleartext")
{
    return "<incomingServer type=\"" + type + "\"><hostname>" + host + "</hostname><port>1993</port><socketType>" +
           socket + "</socketType><authentication>" + authentication +
           "</authentication><username>%EMAILLOCALPART%</username></incomingServer>";
}

QByteArray config(const QByteArray& servers, const QByteArray& domain = "firma.example")
{
    return "<?xml version=\"1.0\"?><clientConfig version=\"1.1\"><emailProvider id=\"x\"><domain>" + domain +
           "</domain>" + servers + "</emailProvider></clientConfig>";
}

} // namespace

class TestServerSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAutoconfigFiles_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("told");
        const QString tls = QStringLiteral("imap.firma.example:1993 tls lea");
        const QString startTls = QStringLiteral("imap.firma.example:1993 starttls lea");
        QTest::newRow("TLS") << config(server("imap", "SSL")) << tls;
        QTest::newRow("STARTTLS") << config(server("imap", "STARTTLS")) << startTls;
        QTest::newRow("the first that is encrypted")
            << config(server("pop3", "SSL") + server("imap", "plain") + server("imap", "STARTTLS")) << startTls;
        QTest::newRow("in the clear") << config(server("imap", "plain")) << QString();
        QTest::newRow("another domain") << config(server("imap", "SSL"), "fremd.example") << QString();
        QTest::newRow("not whole") << config(server("imap", "SSL")).chopped(30) << QString();
        QTest::newRow("no host") << config(server("imap", "SSL", "")) << QString();
        QTest::newRow("no XML") << QByteArray("imap.firma.example") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }
    void readsAutoconfigFiles()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, told);
        const auto source = readAutoconfig(xml, QStringLiteral(" lea@Firma.example"));
        QCOMPARE(source
                     ? QStringLiteral("%1:%2 %3 %4")
                           .arg(source->host, QString::number(source->port),
                                source->security == Security::Tls ? QStringLiteral("tls") : QStringLiteral("starttls"),
                                source->user)
                     : QString(),
                 told);
    }

    void knowsASignInByBrowser()
    {
        const auto source =
            readAutoconfig(config(server("imap", "SSL", "h.example", "OAuth2")), QStringLiteral("lea@firma.example"));
        QVERIFY(source);
        QCOMPARE(source->signIn, MailboxSource::SignIn::Browser);
    }

    void expandsNoEntities()
    {
        QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"" + QByteArray(1000, 'x') + "\">";
        for (char name = 'b'; name <= 'k'; ++name) {
            bomb += QByteArray("<!ENTITY ") + name + " \"" +
                    QByteArray("&" + QByteArray(1, char(name - 1)) + ";").repeated(10) + "\">";
        }
        const auto source = readAutoconfig(
            bomb + "]>" + config("<incomingServer type=\"imap\"><hostname>&k;</hostname></incomingServer>").mid(21),
            QStringLiteral("lea@firma.example"));
        QVERIFY(!source);
    }

    void asksTheDns()
    {
        DnsServer dns;
        QVERIFY2(dns.start({QStringLiteral("_imaps._tcp.firma.example,mail.firma.example,9993,10,1"),
                            QStringLiteral("_imap._tcp.firma.example,spare.firma.example,143,10,1"),
                            QStringLiteral("_imap._tcp.alt.example,imap.anbieter.example,143,0,1"),
                            QStringLiteral("_imaps._tcp.alt.example")}),
                 qPrintable(dns.errorText()));
        ServerRecords records(dns.address());
        std::optional<std::optional<MailboxSource>> answer;
        connect(&records, &ServerRecords::found, this,
                [&answer](const std::optional<MailboxSource>& source) { answer = source; });
        records.ask(QStringLiteral("lea@firma.example"));
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->host, QStringLiteral("mail.firma.example"));
        QCOMPARE((*answer)->port, quint16(9993));
        QCOMPARE((*answer)->security, Security::Tls);
        QCOMPARE((*answer)->user, QStringLiteral("lea@firma.example"));
        answer.reset();
        records.ask(QStringLiteral("lea@alt.example"));
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->host, QStringLiteral("imap.anbieter.example"));
        QCOMPARE((*answer)->security, Security::StartTls);
        QVERIFY(!isInDomain((*answer)->host, QStringLiteral("lea@alt.example")));
        answer.reset();
        records.ask(QStringLiteral("lea@ohne.example"));
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
        QVERIFY(!answer->has_value());
    }
};

QTEST_GUILESS_MAIN(TestServerSettings)
#include "tst_server_settings.moc"
