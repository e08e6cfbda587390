// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/window_fixture.h"

#include "handover/topics/account_topics.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>

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

    void aDateThatIsNoneStaysToBeMended()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        fixture.type("leaverName", QStringLiteral("Lea"));
        fixture.type("supervisorName", QStringLiteral("Sven"));
        fixture.type("lastWorkingDay", QStringLiteral("30.02.2026"));
        fixture.type("endOfContract", QStringLiteral("31.12.2026"));
        fixture.find<QLineEdit>("leaverName")->setFocus();
        QTRY_COMPARE(handover.people().endOfContract, QDate(2026, 12, 31));
        QCOMPARE(fixture.find<QLineEdit>("lastWorkingDay")->text(), QStringLiteral("30.02.2026"));
        QTRY_COMPARE(fixture.find<QLabel>("missing")->text(), QStringLiteral("“30.02.2026” is not a date."));
        fixture.type("lastWorkingDay", QStringLiteral("28.02.2026"));
        QTRY_COMPARE(handover.people().lastWorkingDay, QDate(2026, 2, 28));
        QTRY_VERIFY(!fixture.find<QLabel>("missing")->isVisible());
    }

    void savesWhileSomebodyTypesOnAndOn()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        auto* name = fixture.find<QLineEdit>("leaverName");
        name->setFocus();
        QElapsedTimer timer;
        timer.start();
        // Never a pause as long as the one after which it is saved.
        while (handover.people().leaver.name.isEmpty() && timer.elapsed() < 5000) {
            QTest::keyClick(name, Qt::Key_A, {}, 20);
        }
        QVERIFY(!handover.people().leaver.name.isEmpty());
        QVERIFY(name->hasFocus());
    }

    void doubtsWhatIsProbablyAMistakeAndLetsItStand_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("a last day years ago") << "lastWorkingDay"
                                              << "2020-12-31"
                                              << "more than a year ago";
        QTest::newRow("a contract for ever") << "endOfContract"
                                             << "2126-12-31"
                                             << "years ahead";
        QTest::newRow("an address without a domain") << "supervisorEmail"
                                                     << "sven"
                                                     << "“sven” is not an e-mail address";
        QTest::newRow("two addresses in one") << "leaverEmail"
                                              << "lea@firma.example, sven@firma.example"
                                              << "is not an e-mail address";
        QTest::newRow("right") << "leaverEmail"
                               << "lea@firma.example" << QString();
    }
    void doubtsWhatIsProbablyAMistakeAndLetsItStand()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, said);
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.type(qPrintable(field), text);
        fixture.find<QLineEdit>("hrName")->setFocus();
        const auto* missing = fixture.find<QLabel>("missing");
        QTRY_COMPARE(missing->isVisible(), !said.isEmpty());
        QVERIFY2(missing->text().contains(said), qPrintable(missing->text()));
        QVERIFY(fixture.primary()->isEnabled());
    }

    void aNameIsNoLongerThanANameCanBe()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        auto* name = fixture.find<QLineEdit>("leaverName");
        name->setFocus();
        name->insert(QString(5000, QLatin1Char('x')));
        fixture.window->close();
        QCOMPARE(handover.people().leaver.name.size(), 200);
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

    void whatTheDirectorySaysCanBePutRight()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        auto* home = fixture.window->findChild<QLineEdit*>(QStringLiteral("homeFolder"));
        QVERIFY(!home->isVisible());
        QByteArray photo;
        QBuffer buffer(&photo);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(QImage(40, 60, QImage::Format_RGB32).save(&buffer, "JPEG"));
        handover::DirectoryEntry entry{QDateTime(QDate(2026, 11, 2), QTime(9, 0)),
                                       QStringLiteral("l.gehtbald"),
                                       QStringLiteral("\\\\files\\home\\lea"),
                                       QStringLiteral("\\\\files\\profile\\lea"),
                                       {QStringLiteral("CN=Netze,DC=firma"), QStringLiteral("CN=Fremd,DC=firma")},
                                       "dn: CN=Lea\n",
                                       photo};
        WindowFixture::check(handover.setTopic<handover::DirectoryEntry>(entry));
        QTRY_VERIFY(home->isVisible());
        QCOMPARE(home->text(), QStringLiteral("\\\\files\\home\\lea"));
        auto* groups = fixture.window->findChild<QPlainTextEdit*>(QStringLiteral("groups"));
        QCOMPARE(groups->toPlainText(), QStringLiteral("CN=Netze,DC=firma\nCN=Fremd,DC=firma"));
        QVERIFY(!fixture.window->findChild<QLabel*>(QStringLiteral("photo"))->pixmap().isNull());

        fixture.type("homeFolder", QStringLiteral("H:"));
        groups->setFocus();
        groups->selectAll();
        QTest::keyClicks(groups, QStringLiteral("CN=Netze,DC=firma"));
        QTest::mouseClick(fixture.window->findChild<QPushButton*>(QStringLiteral("dropPhoto")), Qt::LeftButton);
        const auto& known = handover.topicIfSet<handover::DirectoryEntry>();
        QTRY_COMPARE(known->homeFolder, QStringLiteral("H:"));
        QTRY_COMPARE(known->groups, QStringList{QStringLiteral("CN=Netze,DC=firma")});
        QTRY_VERIFY(known->photo.isEmpty());
        // The copy for the archive stays as it was read, and so does what nobody touched.
        QCOMPARE(known->ldif, entry.ldif);
        QCOMPARE(known->profileFolder, entry.profileFolder);
        QCOMPARE(handover::DirectoryEntry::fromJson(known->toJson()), *known);
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
