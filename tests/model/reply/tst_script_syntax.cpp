// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/sieve/script_syntax.h"
#include "reply/vacation_script.h"
#include "support/result_checks.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::reply;

class TestScriptSyntax : public QObject
{
    Q_OBJECT
private:
    static OutOfOffice reply()
    {
        OutOfOffice reply;
        reply.from = QDate(2026, 12, 31);
        reply.until = QDate(2027, 1, 31);
        reply.addresses = {QStringLiteral("lea@firma.example")};
        reply.external = {QStringLiteral("Weg"), QStringLiteral("Ich bin \"weg\".\nC:\\")};
        return reply;
    }
    static QStringList extensions()
    {
        return {QStringLiteral("vacation"), QStringLiteral("date"), QStringLiteral("relational"),
                QStringLiteral("envelope")};
    }

private Q_SLOTS:
    void findsForwardsWhereverTheyStand()
    {
        const QByteArray script =
            "require [\"fileinto\", \"copy\"]; # redirect \"comment@x\";\n"
            "/* redirect \"block@x\"; */\n"
            "if header :is \"subject\" \"redirect \\\"string@x\\\";\" { redirect :copy \"a@privat.example\"; }\n"
            "elsif true { if not false { redirect text:\nb@privat.example\n.\n; } } else { keep; }\n"
            "notify :message \"x\" \"mailto:c@privat.example\";\ninclude :personal \"more\"; include :global \"all\";";
        const auto findings = findingsOf(QStringLiteral("old"), script);
        VERIFY_OK(findings);
        QCOMPARE(findings->forwards.size(), std::size_t{3});
        QCOMPARE(findings->forwards[0].target, QStringLiteral("a@privat.example"));
        QVERIFY(findings->forwards[0].keepsCopy);
        QCOMPARE(findings->forwards[1].target.trimmed(), QStringLiteral("b@privat.example"));
        QVERIFY(!findings->forwards[1].keepsCopy);
        QCOMPARE(findings->forwards[2].target, QStringLiteral("mailto:c@privat.example"));
        QCOMPARE(findings->includes, QStringList{QStringLiteral("more")});
        QVERIFY(!findings->hasVacation);
    }

    void refusesWhatIsNoSieve_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("a string without end") << QByteArray("redirect \"a@x;");
        QTest::newRow("a comment without end") << QByteArray("/* keep;");
        QTest::newRow("a block without end") << QByteArray("if true { keep;");
        QTest::newRow("a block too many") << QByteArray("keep; }");
        QTest::newRow("a block inside a command") << QByteArray("if true } keep;");
        QTest::newRow("a command without end") << QByteArray("keep");
        QTest::newRow("multi-line text without end") << QByteArray("vacation text:\nabc\n");
        QTest::newRow("other bytes") << QByteArray("\xff\xfe");
        QTest::newRow("levels without end") << QByteArray("if true {").repeated(100000);
    }
    void refusesWhatIsNoSieve()
    {
        QFETCH(QByteArray, script);
        const auto read = sieve::readScript(script);
        QVERIFY(!read);
        QCOMPARE(read.failure().kind, Failure::Kind::BadInput);
    }

    void keepsTheUsersFiltersAsTheyAre()
    {
        const QByteArray own = "require \"fileinto\";\r\n# Ablage\r\nif header :contains \"subject\" \"Rechnung\" "
                               "{\r\n  fileinto \"Rechnungen\";\r\n  stop;\r\n}\r\n";
        const auto script = vacationScript(reply(), QStringLiteral("mein \"altes\""), own, extensions());
        VERIFY_OK(script);
        QVERIFY(script->contains("\r\n# Ablage\r\nif header :contains \"subject\" \"Rechnung\" {\r\n  fileinto "
                                 "\"Rechnungen\";\r\n  stop;\r\n}\r\n"));
        QCOMPARE(script->count("require"), 2);
        QVERIFY(script->lastIndexOf("require") < script->indexOf("if allof"));
        QCOMPARE(previousScriptOf(*script), std::optional(QStringLiteral("mein \"altes\"")));
        VERIFY_OK(sieve::readScript(*script));
        QVERIFY(script->contains("\"Ich bin \\\"weg\\\".\r\nC:\\\\\""));
    }

    void letsOnlyOneVacationRun()
    {
        const auto script = vacationScript(
            reply(), QString(), "require \"vacation\";\nif true { vacation :days 3 \"Urlaub\"; keep; }", extensions());
        VERIFY_OK(script);
        const auto commands = sieve::readScript(*script);
        VERIFY_OK(commands);
        QCOMPARE(std::count_if(commands->begin(), commands->end(),
                               [](const auto& command) { return command.name == "vacation"; }),
                 1);
        QVERIFY(!script->contains("Urlaub"));
        QCOMPARE(previousScriptOf(*script), std::optional(QString()));
    }

    void asksTheEnvelopeWhoIsInternal()
    {
        OutOfOffice both = reply();
        both.internalDomains = {QStringLiteral("firma.example")};
        both.internal = {QStringLiteral("Intern"), QStringLiteral("Intern weg.")};
        const auto script = vacationScript(both, QString(), {}, extensions());
        VERIFY_OK(script);
        QVERIFY(script->contains("envelope :domain :is \"from\" [\"firma.example\"]"));
        const auto without = vacationScript(both, QString(), {}, extensions().mid(0, 3));
        VERIFY_OK(without);
        QVERIFY(without->contains("address :domain :is \"from\""));
    }

    void letsNoScriptNameBecomeACommand()
    {
        const auto script =
            vacationScript(reply(), QStringLiteral("a\r\nredirect \"x@evil.example\";"), {}, extensions());
        QVERIFY(!script);
        QCOMPARE(script.failure().kind, Failure::Kind::BadInput);
    }

    void saysWhatTheServerLacks()
    {
        const auto script = vacationScript(reply(), QString(), {}, {QStringLiteral("vacation")});
        QVERIFY(!script);
        QVERIFY(script.failure().detail.contains(QStringLiteral("date")));
    }

    void knowsNoPreviousScriptInOneOfOthers()
    {
        QVERIFY(!previousScriptOf("# previous script: \"x\"\r\nkeep;"));
        QVERIFY(!previousScriptOf("# Staffelstab out-of-office reply\r\n# previous script: oops\r\n"));
        QVERIFY(!previousScriptOf(""));
    }
};

QTEST_APPLESS_MAIN(TestScriptSyntax)
#include "tst_script_syntax.moc"
