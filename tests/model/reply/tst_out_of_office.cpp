// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/letter.h"
#include "reply/out_of_office.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::reply;

class TestOutOfOffice : public QObject
{
    Q_OBJECT
private:
    static People people()
    {
        People people;
        people.leaver = {QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example"), {}, {}};
        people.successor = {QStringLiteral("Nils Neu"), QStringLiteral("nils@firma.example"), {}, {}};
        people.lastWorkingDay = QDate(2026, 11, 30);
        return people;
    }
    static OutOfOffice proposal() { return proposeReply(people(), {}, {}, QStringLiteral("de"), {}); }

private Q_SLOTS:
    void proposesOneMonthFromTheLastWorkingDay_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("de") << QStringLiteral("de");
        QTest::newRow("en") << QStringLiteral("en");
    }
    void proposesOneMonthFromTheLastWorkingDay()
    {
        QFETCH(QString, language);
        const OutOfOffice reply = proposeReply(people(), {QStringLiteral("firma.example")}, {}, language, {});
        QCOMPARE(reply.from, QDate(2026, 11, 30));
        QCOMPARE(reply.until, QDate(2026, 12, 30));
        QCOMPARE(reply.addresses, QStringList{QStringLiteral("lea@firma.example")});
        QVERIFY(faultsOf(reply, {}).empty());
        for (const ReplyText& text : {reply.internal, reply.external}) {
            QVERIFY(text.body.contains(QStringLiteral("Nils Neu, nils@firma.example")));
            QVERIFY(text.body.contains(QStringLiteral("2026")));
            QVERIFY(text.body.endsWith(QStringLiteral("Lea Gehtbald")));
            QVERIFY(!text.subject.isEmpty());
        }
    }

    void saysNothingAboutASuccessorWhoIsNotKnown()
    {
        People alone = people();
        alone.successor = {};
        const OutOfOffice reply =
            proposeReply(alone, {}, {QStringLiteral("info@firma.example"), {}}, QStringLiteral("de"), {});
        QVERIFY(reply.external.body.contains(QStringLiteral("info@firma.example")));
        QVERIFY(faultsOf(reply, {}).empty());
        const OutOfOffice nobody = proposeReply(alone, {}, {}, QStringLiteral("de"), {});
        QVERIFY(!nobody.external.body.contains(QStringLiteral("dienstlichen")));
        QVERIFY(!nobody.external.body.contains(QStringLiteral("\n\n\n")));
    }

    void saysWhereToWritePrivately()
    {
        const OutOfOffice named =
            proposeReply(people(), {}, {{}, QStringLiteral("lea@privat.example")}, QStringLiteral("de"), {});
        QVERIFY(named.external.body.contains(QStringLiteral("lea@privat.example")));
        QVERIFY(!named.external.body.contains(QStringLiteral("keine privaten Nachrichten")));
        QVERIFY(proposal().external.body.contains(QStringLiteral("keine privaten Nachrichten")));
    }

    void findsEachFault_data()
    {
        QTest::addColumn<ReplyFault>("fault");
        QTest::addColumn<OutOfOffice>("reply");
        const auto row = [](const char* name, ReplyFault fault, auto change) {
            OutOfOffice reply = proposal();
            change(reply);
            QTest::newRow(name) << fault << reply;
        };
        row("no start", ReplyFault::NoStart, [](OutOfOffice& reply) { reply.from = {}; });
        row("no end", ReplyFault::NoEnd, [](OutOfOffice& reply) { reply.until = {}; });
        row("ends before it starts", ReplyFault::EndsBeforeItStarts,
            [](OutOfOffice& reply) { reply.until = reply.from.addDays(-1); });
        row("a day more than three months", ReplyFault::EndsTooLate,
            [](OutOfOffice& reply) { reply.until = reply.from.addMonths(3).addDays(1); });
        row("no address", ReplyFault::NoAddress, [](OutOfOffice& reply) { reply.addresses.clear(); });
        row("an address with quotes", ReplyFault::BadAddress,
            [](OutOfOffice& reply) { reply.addresses << QStringLiteral("a\"b@c"); });
        row("an address as domain", ReplyFault::BadDomain,
            [](OutOfOffice& reply) { reply.internalDomains << QStringLiteral("a@b"); });
        row("no text", ReplyFault::NoExternalText,
            [](OutOfOffice& reply) { reply.external.body = QStringLiteral(" \n"); });
        row("no text for colleagues", ReplyFault::NoInternalText, [](OutOfOffice& reply) {
            reply.internalDomains << QStringLiteral("b");
            reply.internal.body.clear();
        });
        row("a text too long", ReplyFault::TextTooLong,
            [](OutOfOffice& reply) { reply.external.body = QString(9000, u'x'); });
        row("a place not filled", ReplyFault::UnfilledPlace,
            [](OutOfOffice& reply) { reply.external.body += QStringLiteral("{successor}"); });
    }
    void findsEachFault()
    {
        QFETCH(ReplyFault, fault);
        QFETCH(OutOfOffice, reply);
        QCOMPARE(faultsOf(reply, {}), std::vector<ReplyFault>{fault});
    }

    void threeMonthsAreAllowed()
    {
        OutOfOffice reply = proposal();
        reply.until = reply.from.addMonths(3);
        QVERIFY(faultsOf(reply, {}).empty());
    }
};

QTEST_APPLESS_MAIN(TestOutOfOffice)
#include "tst_out_of_office.moc"
