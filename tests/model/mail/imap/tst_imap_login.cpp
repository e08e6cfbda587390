// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"
#include "mail/oauth/oauth_tokens.h"
#include "model/mail/imap/collectors.h"
#include "model/mail/imap/scripted_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::MailboxSource;
using Kind = Failure::Kind;

Q_DECLARE_METATYPE(staffelstab::Failure::Kind)

namespace {

QByteArray capabilities(const QByteArray& words)
{
    return "* CAPABILITY IMAP4rev1 " + words + "\r\n%T OK done\r\n";
}

MailboxSource startTlsSource()
{
    MailboxSource source = ScriptedServer::source();
    source.security = MailboxSource::Security::StartTls;
    return source;
}

/** What the key store keeps for a mailbox whose token cannot be renewed. */
Secret accessTokenOnly(QByteArrayView token)
{
    mail::OAuthTokens tokens;
    tokens.access = Secret(token);
    return tokens.packed();
}

} // namespace

class TestImapLogin : public QObject
{
    Q_OBJECT

    TestJob m_job;

private Q_SLOTS:
    void usesTheBestWayTheServerOffers_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArrayList>("said");
        const QByteArray base64 = QByteArray("\0lea\0geheim", 11).toBase64();
        QTest::newRow("PLAIN at once") << QByteArray("AUTH=PLAIN SASL-IR LOGINDISABLED")
                                       << QByteArrayList{"AUTHENTICATE PLAIN " + base64};
        QTest::newRow("PLAIN in two steps") << QByteArray("AUTH=PLAIN") << QByteArrayList{"AUTHENTICATE PLAIN", base64};
        QTest::newRow("LOGIN") << QByteArray("AUTH=GSSAPI") << QByteArrayList{"LOGIN \"lea\" \"geheim\""};
    }
    void usesTheBestWayTheServerOffers()
    {
        QFETCH(QByteArray, offered);
        QFETCH(QByteArrayList, said);
        ScriptedServer server;
        server.on("CAPABILITY", capabilities(offered));
        if (said.size() > 1) {
            server.on("AUTHENTICATE", "+ \r\n");
            server.on("(continued)", "%T OK done\r\n");
        }
        QVERIFY(server.open(m_job.context));
        QCOMPARE(server.log(), QByteArrayList{"CAPABILITY"} + said + QByteArrayList{"CAPABILITY"});
    }

    void signsInByTheKindThatWasChosen_data()
    {
        using SignIn = MailboxSource::SignIn;
        QTest::addColumn<SignIn>("signIn");
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("standard token")
            << SignIn::Browser << QByteArray("AUTH=XOAUTH2 AUTH=OAUTHBEARER SASL-IR")
            << "AUTHENTICATE OAUTHBEARER " +
                   QByteArray("n,a=lea,\1host=mail.firma.example\1port=0\1auth=Bearer geheim\1\1").toBase64();
        QTest::newRow("older token") << SignIn::Browser << QByteArray("AUTH=PLAIN AUTH=XOAUTH2 SASL-IR")
                                     << "AUTHENTICATE XOAUTH2 " +
                                            QByteArray("user=lea\1auth=Bearer geheim\1\1").toBase64();
        QTest::newRow("certificate") << SignIn::Certificate << QByteArray("AUTH=PLAIN AUTH=EXTERNAL SASL-IR")
                                     << QByteArray("AUTHENTICATE EXTERNAL =");
    }
    void signsInByTheKindThatWasChosen()
    {
        QFETCH(MailboxSource::SignIn, signIn);
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, said);
        MailboxSource source = ScriptedServer::source();
        source.signIn = signIn;
        ScriptedServer server;
        server.on("CAPABILITY", capabilities(offered));
        const Secret token = accessTokenOnly("geheim");
        QVERIFY(server.open(m_job.context, source, token));
        QCOMPARE(server.log(), (QByteArrayList{"CAPABILITY", said, "CAPABILITY"}));
    }

    void sendsNoPasswordWhereATokenIsWanted()
    {
        MailboxSource source = ScriptedServer::source();
        source.signIn = MailboxSource::SignIn::Browser;
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=PLAIN SASL-IR"));
        const auto store = server.open(m_job.context, source, accessTokenOnly("geheim"));
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::SignInUnsupported);
        QCOMPARE(server.log(), QByteArrayList{"CAPABILITY"});
    }

    void hearsOutAServerThatRefusesAToken()
    {
        MailboxSource source = ScriptedServer::source();
        source.signIn = MailboxSource::SignIn::Browser;
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=XOAUTH2 SASL-IR"));
        server.on("AUTHENTICATE", "+ eyJzdGF0dXMiOiI0MDEifQ==\r\n");
        server.on("(continued)", "%T NO [AUTHENTICATIONFAILED] expired\r\n");
        const auto store = server.open(m_job.context, source, accessTokenOnly("alt"));
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::LoginRefused);
        QCOMPARE(server.log().last(), QByteArray());
    }

    void asksByPlainWhereScramIsRefused()
    {
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=PLAIN AUTH=SCRAM-SHA-256 SASL-IR"));
        server.on("AUTHENTICATE SCRAM-SHA-256", "%T NO [AUTHENTICATIONFAILED] no such secret\r\n");
        QVERIFY(server.open(m_job.context));
        QCOMPARE(server.said("AUTHENTICATE").size(), 2);
        QVERIFY(server.said("AUTHENTICATE").last().startsWith("AUTHENTICATE PLAIN "));
    }

    void doesNotAskAgainWhereTheAccountIsClosed()
    {
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=PLAIN AUTH=SCRAM-SHA-256 SASL-IR"));
        server.on("AUTHENTICATE SCRAM-SHA-256", "%T NO [EXPIRED] renew it\r\n");
        const auto store = server.open(m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::PasswordExpired);
        QCOMPARE(server.said("AUTHENTICATE").size(), 1);
    }

    void tellsNoPasswordToAServerThatCannotProveItself_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("OK at once") << QByteArray("%T OK welcome\r\n");
        QTest::newRow("a nonce of its own") << QByteArray("+ ") + QByteArray("r=abc,s=AAAA,i=4096").toBase64() + "\r\n";
        QTest::newRow("no Base64") << QByteArray("+ ***\r\n");
    }
    void tellsNoPasswordToAServerThatCannotProveItself()
    {
        QFETCH(QByteArray, answer);
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=PLAIN AUTH=SCRAM-SHA-256 SASL-IR"));
        server.on("AUTHENTICATE", answer);
        const auto store = server.open(m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::ProtocolError);
        QVERIFY(server.said("AUTHENTICATE PLAIN").isEmpty());
    }

    void switchesOnWhatTheServerOffers()
    {
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("AUTH=PLAIN SASL-IR ID ENABLE UTF8=ACCEPT"));
        server.on("ENABLE", "* ENABLED UTF8=ACCEPT\r\n%T OK done\r\n");
        server.on("LIST", "* LIST () \"/\" \"Entw\xc3\xbcrfe & mehr\"\r\n%T OK done\r\n");
        const auto store = server.open(m_job.context);
        QVERIFY(store);
        QCOMPARE(server.log().mid(3), (QByteArrayList{"ID (\"name\" \"Staffelstab\")", "ENABLE UTF8=ACCEPT"}));
        const auto folders = (*store)->folders(m_job.context);
        QVERIFY(folders);
        QCOMPARE(folders->front().path, QStringLiteral("Entwürfe & mehr"));
    }

    void sendsAnOddPasswordAsLiteral()
    {
        ScriptedServer server;
        server.on("CAPABILITY", capabilities(""));
        QVERIFY(server.open(m_job.context, ScriptedServer::source(), Secret(QByteArrayView("pä\"ss"))));
        QVERIFY(server.log().contains("LOGIN \"lea\" {6}\r\np\xc3\xa4\"ss"));
    }

    void saysWhyTheLoginWasRefused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("without a code") << QByteArray("NO wrong") << Kind::LoginRefused;
        QTest::newRow("wrong password") << QByteArray("NO [AUTHENTICATIONFAILED] wrong") << Kind::LoginRefused;
        QTest::newRow("expired") << QByteArray("NO [EXPIRED] renew") << Kind::PasswordExpired;
        QTest::newRow("not allowed") << QByteArray("NO [AUTHORIZATIONFAILED] no") << Kind::NotPermitted;
        QTest::newRow("out of order") << QByteArray("NO [UNAVAILABLE] later") << Kind::ServerRefused;
        QTest::newRow("not understood") << QByteArray("BAD what") << Kind::ProtocolError;
    }
    void saysWhyTheLoginWasRefused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Kind, kind);
        ScriptedServer server;
        server.on("AUTHENTICATE", "%T " + answer + "\r\n");
        const auto store = server.open(m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, kind);
        QCOMPARE(store.failure().subject, ScriptedServer::source().host);
    }

    void refusesABadGreeting_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<bool>("isTls");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("PREAUTH in the clear") << QByteArray("* PREAUTH welcome\r\n") << false << Kind::NoEncryption;
        QTest::newRow("PREAUTH inside TLS") << QByteArray("* PREAUTH welcome\r\n") << true << Kind::ProtocolError;
        QTest::newRow("BYE") << QByteArray("* BYE too many connections\r\n") << true << Kind::ServerRefused;
        QTest::newRow("silence") << QByteArray() << true << Kind::TimedOut;
        QTest::newRow("another protocol") << QByteArray("220 smtp ready\r\n") << true << Kind::ProtocolError;
        QTest::newRow("no status") << QByteArray("* 3 EXISTS\r\n") << true << Kind::ProtocolError;
    }
    void refusesABadGreeting()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(bool, isTls);
        QFETCH(Kind, kind);
        ScriptedServer server;
        server.greet(greeting);
        const auto store = server.open(m_job.context, isTls ? ScriptedServer::source() : startTlsSource());
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, kind);
        QVERIFY(server.said("LOGIN").isEmpty() && server.said("AUTHENTICATE").isEmpty());
    }

    void believesNothingThatWasSaidBeforeTls()
    {
        ScriptedServer server;
        server.greet("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] ready\r\n");
        QVERIFY(server.open(m_job.context, startTlsSource()));
        QCOMPARE(server.log().mid(0, 2), (QByteArrayList{"STARTTLS", "CAPABILITY"}));
    }

    void refusesStartTlsThatCannotBeTrusted_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("not offered") << QByteArray("%T BAD unknown command\r\n") << Kind::NoEncryption;
        QTest::newRow("refused") << QByteArray("%T NO not now\r\n") << Kind::NoEncryption;
        QTest::newRow("with answers behind it")
            << QByteArray("%T OK go\r\n* CAPABILITY IMAP4rev1\r\nS2 OK done\r\n") << Kind::TlsFailed;
        QTest::newRow("with one byte behind it") << QByteArray("%T OK go\r\n*") << Kind::TlsFailed;
        QTest::newRow("for another command") << QByteArray("X9 OK go\r\n") << Kind::ProtocolError;
    }
    void refusesStartTlsThatCannotBeTrusted()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Kind, kind);
        ScriptedServer server;
        server.on("STARTTLS", answer);
        const auto store = server.open(m_job.context, startTlsSource());
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, kind);
        QCOMPARE(server.log(), QByteArrayList{"STARTTLS"});
    }

    void refusesNamesThatWouldEndTheCommand_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::newRow("line break in the user") << QStringLiteral("lea\r\nS9 DELETE INBOX") << QByteArray("x");
        QTest::newRow("NUL in the user") << QString(QChar(0)) << QByteArray("x");
        QTest::newRow("NUL in the password") << QStringLiteral("lea") << QByteArray("a\0b", 3);
    }
    void refusesNamesThatWouldEndTheCommand()
    {
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        MailboxSource source = ScriptedServer::source();
        source.user = user;
        ScriptedServer server;
        const auto store = server.open(m_job.context, source, Secret(QByteArrayView(password)));
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::BadInput);
        QCOMPARE(server.log(), QByteArrayList{"CAPABILITY"});
    }

    void sendsNoPasswordWhereNoWayIsLeft()
    {
        ScriptedServer server;
        server.on("CAPABILITY", capabilities("LOGINDISABLED AUTH=GSSAPI"));
        const auto store = server.open(m_job.context);
        QVERIFY(!store);
        QCOMPARE(store.failure().kind, Kind::SignInUnsupported);
        QCOMPARE(store.failure().detail, QStringLiteral("AUTH=GSSAPI"));
        QCOMPARE(server.log(), QByteArrayList{"CAPABILITY"});
    }

    void saysLogoutAndNothingElseAtTheEnd()
    {
        ScriptedServer server;
        {
            const auto store = server.open(m_job.context);
            QVERIFY(store);
        }
        QCOMPARE(server.logouts(), 1);
        QCOMPARE(server.log().last(), QByteArray("CAPABILITY"));
    }
};

QTEST_APPLESS_MAIN(TestImapLogin)
#include "tst_imap_login.moc"
