// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reply/scripted_sieve.h"
#include "reply/reply_account.h"
#include "support/result_checks.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::reply;
using tests::ScriptedSieve;
using Kind = Failure::Kind;

/** A ManageSieve server that lies, stutters and floods. */
class TestScriptAccount : public QObject
{
    Q_OBJECT
private:
    JobContext m_job;

    Result<std::unique_ptr<sieve::ScriptAccount>>
    open(ScriptedSieve& server, const QString& user = QStringLiteral("lea"), QByteArrayView password = "geheim")
    {
        return sieve::ScriptAccount::open({QStringLiteral("mail.firma.example"), 0, user, {}}, Secret(password), m_job,
                                          server.streams());
    }

private Q_SLOTS:
    void logsInBehindTlsAndBelievesOnlyWhatIsSaidThen()
    {
        ScriptedSieve server;
        auto account = open(server);
        VERIFY_OK(account);
        QCOMPARE(server.log, (QByteArrayList{"STARTTLS", "AUTHENTICATE", "CAPABILITY"}));
        QVERIFY((*account)->extensions().contains(QStringLiteral("envelope")));
        QVERIFY(!(*account)->extensions().contains(QStringLiteral("fileinto")));
    }

    void sendsNoPasswordToAServerThatCannotBeTrusted_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QByteArray>("startTls");
        QTest::addColumn<QByteArray>("inTls");
        QTest::addColumn<Kind>("kind");
        const ScriptedSieve good;
        QTest::newRow("no STARTTLS") << QByteArray("\"SASL\" \"PLAIN\"\r\nOK\r\n") << QByteArray("OK\r\n")
                                     << good.greetingInTls << Kind::NoEncryption;
        QTest::newRow("refused") << good.greeting << QByteArray("NO \"not now\"\r\n") << good.greetingInTls
                                 << Kind::NoEncryption;
        QTest::newRow("one byte behind the OK")
            << good.greeting << QByteArray("OK\r\n\"") << good.greetingInTls << Kind::TlsFailed;
        QTest::newRow("capabilities behind the OK")
            << good.greeting << QByteArray("OK\r\n\"SASL\" \"PLAIN\"\r\nOK\r\nOK\r\n") << good.greetingInTls
            << Kind::TlsFailed;
        QTest::newRow("greets with BYE") << QByteArray("BYE (REFERRAL \"sieve://evil.example\") \"go there\"\r\n")
                                         << QByteArray() << QByteArray() << Kind::ConnectionLost;
        QTest::newRow("speaks SMTP") << QByteArray("220 mail ESMTP\r\n") << QByteArray() << QByteArray()
                                     << Kind::ProtocolError;
        QTest::newRow("no PLAIN in TLS") << good.greeting << QByteArray("OK\r\n")
                                         << QByteArray("\"SASL\" \"GSSAPI\"\r\nOK\r\n") << Kind::LoginRefused;
    }
    void sendsNoPasswordToAServerThatCannotBeTrusted()
    {
        QFETCH(QByteArray, greeting);
        QFETCH(QByteArray, startTls);
        QFETCH(QByteArray, inTls);
        QFETCH(Kind, kind);
        for (const qsizetype chunk : {1, 5, 4096}) {
            ScriptedSieve server;
            server.greeting = greeting;
            server.answers["STARTTLS"] = {startTls};
            server.greetingInTls = inTls;
            server.chunk = chunk;
            auto account = open(server);
            QVERIFY(!account);
            QCOMPARE(account.failure().kind, kind);
            QVERIFY(!server.log.contains("AUTHENTICATE"));
        }
    }

    void refusesAnswersOutOfTheGrammar_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        const auto row = [](const char* name, const QByteArray& answer, Kind kind) {
            QTest::newRow(name) << answer << kind;
        };
        row("a number too large for 64 bits", "{99999999999999999999}\r\n", Kind::ProtocolError);
        row("a negative number", "{-5}\r\n", Kind::ProtocolError);
        row("a huge literal", "{2000000000}\r\n", Kind::LimitExceeded);
        row("quotes that never end", "\"abc\r\nOK\r\n", Kind::ProtocolError);
        row("a bare word first", "ACTIVE \"x\"\r\nOK\r\n", Kind::ProtocolError);
        row("no text behind the space", "OK \r\n", Kind::ProtocolError);
        row("a code that never ends", "NO (QUOTA \"x\"\r\n", Kind::ProtocolError);
        row("nested codes", "NO (" + QByteArray("A (").repeated(200) + "\r\n", Kind::LimitExceeded);
        row("two active scripts", "\"a\" ACTIVE\r\n\"b\" ACTIVE\r\nOK\r\n", Kind::ProtocolError);
        row("two names in a line", "\"a\" \"b\"\r\nOK\r\n", Kind::ProtocolError);
        row("scripts without end", QByteArray("\"a\"\r\n").repeated(3000) + "OK\r\n", Kind::ProtocolError);
        row("a line without end", "\"" + QByteArray(3 << 20, 'x'), Kind::LimitExceeded);
        row("silence", "", Kind::TimedOut);
    }
    void refusesAnswersOutOfTheGrammar()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Kind, kind);
        ScriptedSieve server;
        server.chunk = 4096;
        server.answers["LISTSCRIPTS"] = {answer};
        auto account = open(server);
        VERIFY_OK(account);
        const auto scripts = (*account)->scripts();
        QVERIFY(!scripts);
        QCOMPARE(scripts.failure().kind, kind);
        // Nothing more is said to such a server.
        QCOMPARE((*account)->scripts().failure().kind, Kind::ConnectionLost);
        account->reset();
        QVERIFY(!server.log.contains("LOGOUT"));
    }

    void readsWhatRealServersVary_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("literal names") << QByteArray("{3}\r\n\"a\\ ACTIVE\r\n\"b\"\r\nOK\r\n");
        QTest::newRow("escaped names") << QByteArray("\"\\\"a\\\\\" ACTIVE\r\n\"b\"\r\nOK \"done\"\r\n");
        QTest::newRow("lower case and a code")
            << QByteArray("\"\\\"a\\\\\" active\r\n\"b\"\r\nok (tag \"x\") {4}\r\ndone\r\n");
    }
    void readsWhatRealServersVary()
    {
        QFETCH(QByteArray, answer);
        ScriptedSieve server;
        server.answers["LISTSCRIPTS"] = {answer};
        auto account = open(server);
        VERIFY_OK(account);
        const auto scripts = (*account)->scripts();
        VERIFY_OK(scripts);
        QCOMPARE(scripts->size(), std::size_t{2});
        QCOMPARE(scripts->front().name, QStringLiteral("\"a\\"));
        QVERIFY(scripts->front().isActive && !scripts->back().isActive);
    }

    void letsNoNameEndItsCommand()
    {
        ScriptedSieve server;
        auto account = open(server);
        VERIFY_OK(account);
        const qsizetype before = server.log.size();
        QCOMPARE((*account)->remove(QStringLiteral("a\r\nDELETESCRIPT b")).failure().kind, Kind::BadInput);
        QCOMPARE(server.log.size(), before);
        VERIFY_OK((*account)->activate(QStringLiteral("a\" b\\")));
        QCOMPARE(server.log.last(), QByteArray("SETACTIVE \"a\\\" b\\\\\""));
    }

    void refusesANulInThePassword()
    {
        ScriptedSieve server;
        auto account = open(server, QStringLiteral("lea"), QByteArrayView("a\0b", 3));
        QVERIFY(!account);
        QCOMPARE(account.failure().kind, Kind::BadInput);
        QVERIFY(!server.log.contains("AUTHENTICATE"));
    }

    void tellsTheServersReason_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("quota") << QByteArray("NO (QUOTA/MAXSIZE) \"too large\"\r\n") << Kind::ServerRefused
                               << QStringLiteral("[QUOTA/MAXSIZE] too large");
        QTest::newRow("a literal with lines")
            << QByteArray("NO {12}\r\nline 1\r\nline\r\n") << Kind::ServerRefused << QStringLiteral("line 1 line");
        QTest::newRow("no such script") << QByteArray("NO (NONEXISTENT) \"?\"\r\n") << Kind::NoSuchEntry
                                        << QStringLiteral("[NONEXISTENT] ?");
    }
    void tellsTheServersReason()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Kind, kind);
        QFETCH(QString, detail);
        ScriptedSieve server;
        server.answers["PUTSCRIPT"] = {answer};
        auto account = open(server);
        VERIFY_OK(account);
        const Status put = (*account)->put(QStringLiteral("s"), "keep;");
        QVERIFY(!put);
        QCOMPARE(put.failure().kind, kind);
        QCOMPARE(put.failure().detail, detail);
        VERIFY_OK((*account)->activate(QString()));
    }

    void activatesNothingThatWasNotReadBackAsItWasSent()
    {
        ScriptedSieve server;
        server.answers["LISTSCRIPTS"] = {"OK\r\n"};
        server.answers["GETSCRIPT"] = {"{5}\r\nkeep;\r\nOK\r\n"};
        auto account = open(server);
        VERIFY_OK(account);
        OutOfOffice reply;
        reply.from = QDate(2026, 12, 31);
        reply.until = QDate(2027, 1, 31);
        reply.addresses = {QStringLiteral("lea@firma.example")};
        reply.external.body = QStringLiteral("Weg.");
        const auto installed = installReply(**account, reply);
        QVERIFY(!installed);
        QCOMPARE(installed.failure().kind, Kind::ReadBackDiffers);
        QVERIFY(std::none_of(server.log.begin(), server.log.end(),
                             [](const QByteArray& line) { return line.startsWith("SETACTIVE"); }));
    }
};

QTEST_APPLESS_MAIN(TestScriptAccount)
#include "tst_script_account.moc"
