// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/step_list.h"
#include "wizard_pages/window_fixture.h"

#include <QLabel>
#include <QScreen>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

namespace {

bool isOn(const WindowFixture& fixture, const char* page)
{
    return QLatin1String(fixture.window->page()->metaObject()->className()).endsWith(QLatin1String(page));
}

} // namespace

/** The shell around the pages: going forth and back, stopping and going on, keys that do no harm. */
class TestHandoverWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void makesACaseFromTheStartPage()
    {
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->showStart();
        fixture.click("startHandover");
        QVERIFY(isOn(fixture, "PeoplePage"));
        QVERIFY(fixture.window->handoverCase()->file() != fixture.sample.file());
    }

    void goesOnWhereItWasStopped()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        fixture.window->showStart();
        QVERIFY(!fixture.window->handoverCase());
        // Next by Tab, and where Enter leads.
        QCOMPARE(fixture.find<QWidget>("startHandover")->nextInFocusChain(), fixture.find<QWidget>("resume0"));
        QCOMPARE(fixture.window->page()->firstFocus(), fixture.find<QWidget>("resume0"));
        fixture.click("resume0");
        QVERIFY(isOn(fixture, "MailboxPage"));
        QCOMPARE(fixture.window->handoverCase()->people().leaver.name, QStringLiteral("Lea Gehtbald"));
    }

    void jumpsToAFinishedStepFromTheListAndNotToAnOpenOne()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        fixture.fill(handover);
        QVERIFY(fixture.window->goTo(Step::Separation));
        auto* list = fixture.window->findChild<StepList*>();
        QVERIFY(list);
        Q_EMIT list->chosen(static_cast<int>(Step::People));
        QVERIFY(isOn(fixture, "PeoplePage"));
        Q_EMIT list->chosen(static_cast<int>(Step::PrivateMail));
        QVERIFY(isOn(fixture, "PeoplePage"));
        QVERIFY(!fixture.window->goTo(Step::LeaverSigns));
    }

    void aHeadingOfTheListLeadsToTheFirstOpenPageOfItsChapter()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        auto* list = fixture.window->findChild<StepList*>();
        const auto headings = list->findItems(QStringLiteral("Files, knowledge, equipment"), Qt::MatchExactly);
        QCOMPARE(headings.size(), 1);
        Q_EMIT list->itemClicked(headings.front());
        QVERIFY(isOn(fixture, "FilesPage"));
    }

    void nothingIsTickedThatCannotBeLookedAtYet()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        QVERIFY(fixture.window->goTo(Step::Mailbox));
        const auto* list = fixture.window->findChild<StepList*>();
        const auto successor = list->findItems(QStringLiteral("Successor"), Qt::MatchExactly);
        QCOMPARE(successor.size(), 1);
        QCOMPARE(successor.front()->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Successor, open"));
    }

    void isNoLargerThanTheScreen()
    {
        WindowFixture fixture;
        const HandoverWindow window(AppContext{*fixture.secrets, fixture.sample.clock, fixture.prompts,
                                               fixture.language, fixture.rules, fixture.sample.folder.path()});
        const QSize screen = window.screen()->availableSize();
        QVERIFY(window.width() < screen.width());
        QVERIFY(window.height() < screen.height());
        QVERIFY(window.minimumWidth() <= window.width());
        QVERIFY(window.minimumHeight() <= window.height());
    }

    void typingBeginsWhereThePageBegins()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        QCOMPARE(fixture.window->focusWidget(), fixture.find<QLineEdit>("leaverName"));
        fixture.fill(handover);
        QVERIFY(fixture.window->goTo(Step::Separation));
        QCOMPARE(fixture.window->focusWidget()->objectName(), QStringLiteral("groups"));
        // Of choices, at the one that is made.
        QVERIFY(fixture.window->goTo(Step::Password));
        QCOMPARE(fixture.window->focusWidget()->objectName(), QStringLiteral("wayIt"));
        fixture.window->showStart();
        QVERIFY(fixture.window->focusWidget());
        QCOMPARE(fixture.window->focusWidget()->objectName(), QStringLiteral("resume0"));
    }

    void returnPressesTheButtonThatHasTheFocusAndNoneFromAField()
    {
        WindowFixture fixture;
        fixture.openCase();
        QTest::keyClick(fixture.find<QLineEdit>("leaverName"), Qt::Key_Return);
        QVERIFY(isOn(fixture, "PeoplePage"));
        auto* exit = fixture.find<QPushButton>("saveAndExit");
        exit->setFocus();
        QTest::keyClick(exit, Qt::Key_Enter);
        QTRY_VERIFY(!fixture.window->isVisible());
    }

    void goesBackToThePageBefore()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        QVERIFY(fixture.window->goTo(Step::Policy));
        fixture.click("back");
        QVERIFY(isOn(fixture, "PeoplePage"));
    }

    void speaksTheOtherLanguageAtOnce()
    {
        WindowFixture fixture;
        fixture.openCase();
        const QString english = fixture.find<QLabel>("pageTitle")->text();
        fixture.language.use(QStringLiteral("de"));
        QTRY_COMPARE(fixture.find<QLabel>("pageTitle")->text(), QStringLiteral("Wer ist beteiligt?"));
        fixture.language.use(QStringLiteral("en"));
        QTRY_COMPARE(fixture.find<QLabel>("pageTitle")->text(), english);
    }

    void escapeClosesNothingAndReturnInAFieldPressesNothing()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        QVERIFY(fixture.primary()->isEnabled());
        auto* field = fixture.find<QLineEdit>("leaverName");
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Escape);
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(fixture.window->isVisible());
        QVERIFY(isOn(fixture, "PeoplePage"));
    }

    void f1SaysWhyThePageAsks()
    {
        WindowFixture fixture;
        fixture.openCase();
        QTest::keyClick(fixture.window.get(), Qt::Key_F1);
        QCOMPARE(fixture.prompts.told.size(), 1);
        QVERIFY(fixture.prompts.told.front().contains(fixture.window->page()->why()));
    }

    void eachPageIsReachedByTabAlone()
    {
        WindowFixture fixture;
        fixture.openCase();
        fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        QSet<QString> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget()->objectName());
        }
        for (const char* name : {"leaverName", "lastWorkingDay", "supervisorName", "dpoEmail"}) {
            QVERIFY2(reached.contains(QLatin1String(name)), name);
        }
    }

    void aCaseThatIsOpenElsewhereIsNotOpenedTwice()
    {
        WindowFixture fixture;
        fixture.openCase();
        const auto second = handover::HandoverCase::open(fixture.sample.file(), fixture.sample.clock);
        QVERIFY(!second);
        QCOMPARE(second.failure().kind, Failure::Kind::CaseInUse);
    }
};

QTEST_MAIN(TestHandoverWindow)
#include "tst_handover_window.moc"
