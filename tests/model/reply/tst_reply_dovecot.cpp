// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/reply_account.h"
#include "servers/dovecot_server.h"
#include "support/result_checks.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::reply;
using tests::DovecotServer;
using Kind = Failure::Kind;

/** Against Dovecot with Pigeonhole: mail comes in by LMTP, and what goes out is looked at. */
class TestReplyDovecot : public QObject
{
    Q_OBJECT
private:
    JobContext m_job;
    std::unique_ptr<DovecotServer> m_server;

    Result<std::unique_ptr<sieve::ScriptAccount>> open(const QString& caFile = {})
    {
        const SieveServer server{DovecotServer::host(), m_server->sievePort(), m_server->user(),
                                 caFile.isEmpty() ? m_server->caFile() : caFile};
        return sieve::ScriptAccount::open(server, m_server->password(), m_job);
    }
    /** Starts a fortnight ago: the server's own clock decides. */
    static OutOfOffice reply()
    {
        OutOfOffice reply;
        reply.from = QDate::currentDate().addDays(-14);
        reply.until = QDate::currentDate().addDays(14);
        reply.addresses = {QStringLiteral("lea@firma.example")};
        reply.internalDomains = {QStringLiteral("firma.example")};
        reply.external = {QStringLiteral("Nicht mehr da"),
                          QStringLiteral("Guten Tag,\n\nbitte schreiben Sie an Nils Neu. Grüße")};
        reply.internal = {QStringLiteral("Nicht mehr da (intern)"), QStringLiteral("Hallo, frag Nils.")};
        return reply;
    }
    static QByteArray mail(const QByteArray& from, const QByteArray& to, const QByteArray& more = {})
    {
        static int number = 0;
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: Angebot\r\nMessage-ID: <" +
               QByteArray::number(++number) + "@x>\r\n" + more + "\r\nHallo Lea\r\n";
    }
    /** The answers to one mail. */
    QByteArrayList repliesTo(const QByteArray& from, const QByteArray& message)
    {
        const qsizetype before = m_server->sent().size();
        if (!m_server->deliver(QString::fromLatin1(from), message)) {
            return {"not delivered: " + m_server->error().toUtf8()};
        }
        return m_server->sent().mid(before);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<DovecotServer>();
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    }

    void answersStrangersAndColleaguesEachWithTheirText()
    {
        auto account = open();
        VERIFY_OK(account);
        const auto installed = installReply(**account, reply());
        VERIFY_OK(installed);
        QVERIFY(installed->previousScript.isEmpty());
        QVERIFY(installed->found.forwards.empty());

        const QByteArrayList outside =
            repliesTo("kunde@aussen.example", mail("kunde@aussen.example", "lea@firma.example"));
        QCOMPARE(outside.size(), 1);
        QVERIFY(outside.first().contains("kunde@aussen.example"));
        QVERIFY(outside.first().contains("Nicht mehr da\n") || outside.first().contains("Nicht mehr da\r\n"));
        QVERIFY(outside.first().contains("Nils Neu"));
        QVERIFY(outside.first().contains("Auto-Submitted: auto-replied"));
        const QByteArrayList inside = repliesTo("sven@firma.example", mail("sven@firma.example", "lea@firma.example"));
        QCOMPARE(inside.size(), 1);
        QVERIFY(inside.first().contains("frag Nils"));
        const QByteArrayList below =
            repliesTo("ria@werk.firma.example", mail("ria@werk.firma.example", "lea@firma.example"));
        QVERIFY(below.value(0).contains("frag Nils"));
        // The mail itself is in the mailbox all the same.
        QCOMPARE(m_server
                     ->doveadm(
                         {QStringLiteral("search"), QStringLiteral("-u"), QStringLiteral("lea"), QStringLiteral("ALL")})
                     ->count('\n'),
                 3);
    }

    void doesNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("a mailing list") << QByteArray("chor@liste.example") << QByteArray("lea@firma.example")
                                        << QByteArray("List-Id: <chor.liste.example>\r\n");
        QTest::newRow("mass mail") << QByteArray("werbung@laden.example") << QByteArray("lea@firma.example")
                                   << QByteArray("Precedence: bulk\r\n");
        QTest::newRow("a newsletter") << QByteArray("news@laden.example") << QByteArray("lea@firma.example")
                                      << QByteArray("List-Unsubscribe: <https://laden.example>\r\n");
        QTest::newRow("another reply") << QByteArray("nina@aussen.example") << QByteArray("lea@firma.example")
                                       << QByteArray("Auto-Submitted: auto-replied\r\n");
        QTest::newRow("a mail that names somebody else")
            << QByteArray("kunde@aussen.example") << QByteArray("alle@firma.example") << QByteArray();
        QTest::newRow("a bounce") << QByteArray() << QByteArray("lea@firma.example") << QByteArray();
    }
    void doesNotAnswer()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, header);
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK(installReply(**account, reply()));
        QCOMPARE(repliesTo(from, mail(from.isEmpty() ? QByteArray("mailer-daemon@aussen.example") : from, to, header)),
                 QByteArrayList());
        // The server does answer at this moment.
        QCOMPARE(repliesTo("kundin@aussen.example", mail("kundin@aussen.example", "lea@firma.example")).size(), 1);
    }

    void answersOnlyWithinItsDays_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("until");
        QTest::addColumn<int>("replies");
        QTest::newRow("not yet") << 2 << 20 << 0;
        QTest::newRow("no longer") << -20 << -2 << 0;
        QTest::newRow("around today") << -1 << 1 << 1;
    }
    void answersOnlyWithinItsDays()
    {
        QFETCH(int, from);
        QFETCH(int, until);
        QFETCH(int, replies);
        OutOfOffice dated = reply();
        dated.from = QDate::currentDate().addDays(from);
        dated.until = QDate::currentDate().addDays(until);
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK(installReply(**account, dated));
        QCOMPARE(repliesTo("kunde@aussen.example", mail("kunde@aussen.example", "lea@firma.example")).size(), replies);
    }

    void keepsTheUsersFiltersAndGivesThemBack()
    {
        const QByteArray own =
            "require [\"fileinto\", \"mailbox\", \"copy\"];\r\nif header :contains \"subject\" \"Angebot\" {\r\n"
            "  fileinto :create \"Angebote\";\r\n  stop;\r\n}\r\nif header :contains \"subject\" \"nie\" { redirect "
            ":copy \"lea@privat.example\"; }\r\n";
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK((*account)->put(QStringLiteral("Ablage für Lea"), own));
        VERIFY_OK((*account)->activate(QStringLiteral("Ablage für Lea")));

        const auto installed = installReply(**account, reply());
        VERIFY_OK(installed);
        QCOMPARE(installed->previousScript, QStringLiteral("Ablage für Lea"));
        QCOMPARE(installed->found.forwards.size(), std::size_t{1});
        QCOMPARE(installed->found.forwards.front().target, QStringLiteral("lea@privat.example"));
        QCOMPARE(repliesTo("kunde@aussen.example", mail("kunde@aussen.example", "lea@firma.example")).size(), 1);
        const auto filed = m_server->doveadm({QStringLiteral("search"), QStringLiteral("-u"), QStringLiteral("lea"),
                                              QStringLiteral("mailbox"), QStringLiteral("Angebote")});
        QCOMPARE(filed.value_or(QByteArray()).count('\n'), 1);

        // Another text: the user's own script is still the one that comes back.
        OutOfOffice changed = reply();
        changed.external.body = QStringLiteral("Neuer Text");
        const auto again = installReply(**account, changed);
        VERIFY_OK(again);
        QVERIFY(again->found.isOurs);
        QCOMPARE(again->previousScript, QStringLiteral("Ablage für Lea"));
        QVERIFY(repliesTo("andere@aussen.example", mail("andere@aussen.example", "lea@firma.example"))
                    .value(0)
                    .contains("Neuer Text"));

        const auto taken = takeReplyBack(**account);
        VERIFY_OK(taken);
        QCOMPARE(taken->restoredScript, QStringLiteral("Ablage für Lea"));
        const auto script = (*account)->script(QStringLiteral("Ablage für Lea"));
        VERIFY_OK(script);
        QCOMPARE(*script, own);
        const auto scripts = (*account)->scripts();
        VERIFY_OK(scripts);
        QCOMPARE(scripts->size(), std::size_t{1});
        QVERIFY(scripts->front().isActive);
        QCOMPARE(repliesTo("dritte@aussen.example", mail("dritte@aussen.example", "lea@firma.example")).size(), 0);
    }

    void takesThePlaceOfAReplyOfTheUsersOwn()
    {
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK(
            (*account)->put(QStringLiteral("urlaub"), "require \"vacation\";\r\nvacation :days 1 \"Urlaub\";\r\n"));
        VERIFY_OK((*account)->activate(QStringLiteral("urlaub")));
        const auto installed = installReply(**account, reply());
        VERIFY_OK(installed);
        QVERIFY(installed->found.hasOwnVacation);
        const QByteArrayList replies =
            repliesTo("kunde@aussen.example", mail("kunde@aussen.example", "lea@firma.example"));
        QCOMPARE(replies.size(), 1);
        QVERIFY(replies.first().contains("Nils Neu"));
    }

    void findsForwardsInScriptsThatAreIncluded()
    {
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK((*account)->put(QStringLiteral("weiter"), "redirect \"lea@privat.example\";\r\n"));
        VERIFY_OK(
            (*account)->put(QStringLiteral("haupt"), "require \"include\";\r\ninclude :personal \"weiter\";\r\n"));
        VERIFY_OK((*account)->activate(QStringLiteral("haupt")));
        const auto found = inspectReplies(**account);
        VERIFY_OK(found);
        QCOMPARE(found->activeScript, QStringLiteral("haupt"));
        QCOMPARE(found->forwards,
                 (std::vector<FoundForward>{{QStringLiteral("weiter"), QStringLiteral("lea@privat.example"), false}}));
    }

    void leavesAloneWhatSomebodyMadeActiveSince()
    {
        auto account = open();
        VERIFY_OK(account);
        VERIFY_OK(installReply(**account, reply()));
        VERIFY_OK((*account)->put(QStringLiteral("neu"), "keep;\r\n"));
        VERIFY_OK((*account)->activate(QStringLiteral("neu")));
        const auto taken = takeReplyBack(**account);
        VERIFY_OK(taken);
        QCOMPARE(taken->restoredScript, QStringLiteral("neu"));
        QCOMPARE(takeReplyBack(**account).failure().kind, Kind::NoSuchEntry);
    }

    void refusesAServerItCannotProve_data()
    {
        QTest::addColumn<DovecotServer::Certificate>("certificate");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("untrusted") << DovecotServer::Certificate::Untrusted << Kind::CertificateUnknown;
        QTest::newRow("another name") << DovecotServer::Certificate::WrongHost << Kind::CertificateWrongName;
        QTest::newRow("expired") << DovecotServer::Certificate::Expired << Kind::CertificateExpired;
    }
    void refusesAServerItCannotProve()
    {
        QFETCH(DovecotServer::Certificate, certificate);
        QFETCH(Kind, kind);
        m_server = std::make_unique<DovecotServer>(certificate);
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
        const auto account = open();
        QVERIFY(!account);
        QCOMPARE(account.failure().kind, kind);
    }

    void refusesAWrongPassword()
    {
        const SieveServer server{DovecotServer::host(), m_server->sievePort(), m_server->user(), m_server->caFile()};
        const auto account = sieve::ScriptAccount::open(server, Secret(QByteArrayView("falsch")), m_job);
        QVERIFY(!account);
        QCOMPARE(account.failure().kind, Kind::LoginRefused);
    }
};

QTEST_GUILESS_MAIN(TestReplyDovecot)
#include "tst_reply_dovecot.moc"
