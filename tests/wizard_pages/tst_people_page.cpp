// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/window_fixture.h"

#include <QLabel>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** The first page: what is typed stands in the case, and what is missing is said. */
class TestPeoplePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsTypedWithoutAButton()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        fixture.type("leaverName", QStringLiteral("  Lea   Gehtbald "));
        fixture.type("leaverEmail", QStringLiteral("lea@firma.example"));
        fixture.type("supervisorName", QStringLiteral("Sven Vorgesetzt"));
        fixture.type("lastWorkingDay", QStringLiteral("31.12.26"));
        QTRY_COMPARE(handover.people().lastWorkingDay, QDate(2026, 12, 31));
        QCOMPARE(handover.people().leaver.name, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(handover.people().leaver.email, QStringLiteral("lea@firma.example"));
        QVERIFY(fixture.primary()->isEnabled());
    }

    void keepsTheLastWordWhenTheWindowIsClosedAtOnce()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        fixture.type("leaverName", QStringLiteral("Lea"));
        fixture.window->close();
        QCOMPARE(handover.people().leaver.name, QStringLiteral("Lea"));
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QString>("leaver");
        QTest::addColumn<QString>("supervisor");
        QTest::addColumn<QDate>("lastDay");
        QTest::addColumn<QDate>("endOfContract");
        const QDate day(2026, 12, 31);
        QTest::newRow("no leaver") << ""
                                   << "Sven" << day << day;
        QTest::newRow("no supervisor") << "Lea"
                                       << "" << day << day;
        QTest::newRow("no last day") << "Lea"
                                     << "Sven" << QDate() << day;
        QTest::newRow("a contract that ends before the last day") << "Lea"
                                                                  << "Sven" << day << day.addDays(-1);
    }

    void saysWhatIsMissing()
    {
        QFETCH(QString, leaver);
        QFETCH(QString, supervisor);
        QFETCH(QDate, lastDay);
        QFETCH(QDate, endOfContract);
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        People people;
        people.leaver.name = leaver;
        people.supervisor.name = supervisor;
        people.lastWorkingDay = lastDay;
        people.endOfContract = endOfContract;
        WindowFixture::check(handover.setPeople(people));
        QVERIFY(!fixture.find<QLabel>("missing")->text().isEmpty());
        QVERIFY(!fixture.primary()->isEnabled());
    }

    void doesNotOverwriteTheFieldThatIsBeingTypedIn()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        auto* name = fixture.find<QLineEdit>("leaverName");
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("Lea "));
        QTRY_COMPARE(handover.people().leaver.name, QStringLiteral("Lea"));
        QCOMPARE(name->text(), QStringLiteral("Lea "));
    }
};

QTEST_MAIN(TestPeoplePage)
#include "tst_people_page.moc"
