// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk.h"
#include "model/receipt/sample_receipts.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace staffelstab;

/** HR's register from the command line: entered once, completed later, refused if altered, due dates as calendar. */
class TestRegisterCommand : public QObject
{
    Q_OBJECT

private:
    static QByteArray drawn()
    {
        receipt::ReceiptRecord record = receipt::sampleRecord(QStringLiteral("en"));
        return *receipt::drawReceipt(record);
    }
    [[nodiscard]] Outcome enter(const Desk& desk, const QStringList& more) const
    {
        return desk.call(QStringList{QStringLiteral("register"), desk.path(QStringLiteral("register.sqlite")),
                                     QStringLiteral("--json"), QStringLiteral("--lang"), QStringLiteral("en")} +
                         more);
    }
    static QString outcome(const Outcome& call)
    {
        const auto events = call.of(QStringLiteral("receipt"));
        return events.size() == 1 ? events.front()[QStringLiteral("outcome")].toString() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_once = *receipt::signedBy(drawn(), receipt::leaverRequest());
        m_twice = *receipt::signedBy(m_once, receipt::supervisorRequest());
    }

    void aReceiptIsEnteredOnceAndCompletedWhenItIsCountersigned()
    {
        const Desk desk;
        const QString pending = desk.write(QStringLiteral("a.pending.pdf"), m_once);
        QCOMPARE(outcome(enter(desk, {pending})), QStringLiteral("added"));
        QCOMPARE(outcome(enter(desk, {pending})), QStringLiteral("already_there"));
        const QString whole = desk.write(QStringLiteral("a.pdf"), m_twice);
        const Outcome completed = enter(desk, {whole});
        QCOMPARE(outcome(completed), QStringLiteral("completed"));
        QCOMPARE(completed.exitCode, 0);
        QCOMPARE(completed.summary()[QStringLiteral("receipts")].toInt(), 1);
        QCOMPARE(outcome(enter(desk, {whole})), QStringLiteral("already_there"));
    }

    void anAlteredReceiptIsRefusedAndTheOthersAreEntered()
    {
        const Desk desk;
        QByteArray altered = m_twice;
        altered[altered.size() / 2] = static_cast<char>(altered[altered.size() / 2] ^ 1);
        const Outcome call = enter(desk, {desk.write(QStringLiteral("altered.pdf"), altered),
                                          desk.write(QStringLiteral("good.pdf"), m_twice),
                                          desk.write(QStringLiteral("none.pdf"), "no receipt")});
        QCOMPARE(call.exitCode, 1);
        QCOMPARE(call.summary()[QStringLiteral("refused")].toInt(), 2);
        QCOMPARE(call.summary()[QStringLiteral("receipts")].toInt(), 1);
    }

    void whatIsDueIsListedAndWrittenAsACalendar()
    {
        const Desk desk;
        const QString calendar = desk.path(QStringLiteral("due.ics"));
        const Outcome call =
            enter(desk, {desk.write(QStringLiteral("a.pdf"), m_twice), QStringLiteral("--calendar"), calendar});
        QCOMPARE(call.exitCode, 0);
        const QJsonArray due = call.summary()[QStringLiteral("due")].toArray();
        QVERIFY(!due.isEmpty());
        for (const QJsonValue each : due) {
            QCOMPARE(each[QStringLiteral("case")].toString(), QStringLiteral("2026-0042"));
            QVERIFY(QDate::fromString(each[QStringLiteral("day")].toString(), Qt::ISODate).isValid());
        }
        QFile file(calendar);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray ics = file.readAll();
        QVERIFY(ics.startsWith("BEGIN:VCALENDAR\r\n"));
        QCOMPARE(ics.count("BEGIN:VEVENT"), due.size());
    }

    void aRegisterThatIsNoDatabaseIsLeftAlone()
    {
        const Desk desk;
        const QString other = desk.write(QStringLiteral("register.sqlite"), "something else, not a database at all");
        const Outcome call = enter(desk, {desk.write(QStringLiteral("a.pdf"), m_twice)});
        QCOMPARE(call.exitCode, 2);
        QFile file(other);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("something else, not a database at all"));
    }

private:
    QByteArray m_once;
    QByteArray m_twice;
};

QTEST_MAIN(TestRegisterCommand)
#include "tst_register_command.moc"
