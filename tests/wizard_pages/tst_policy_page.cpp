// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

/** The company's rules: read, confirmed once, and kept as confirmed. */
class TestPolicyPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOnOnlyAfterTheTextWasConfirmed()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        QVERIFY(fixture.window->goTo(Step::Policy));
        QVERIFY(!fixture.primary()->isEnabled());
        QVERIFY(!handover.isDone(Step::Policy));
        fixture.click("policyRead");
        QTRY_VERIFY(fixture.primary()->isEnabled());
        QVERIFY(handover.isDone(Step::Policy));
        fixture.primary()->click();
        QTRY_VERIFY(fixture.window->page()->findChild<QCheckBox*>(QStringLiteral("policyRead")) == nullptr);
    }

    void theTickOutlivesAnEndWithoutNextAndCanBeTakenBack()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        QVERIFY(fixture.window->goTo(Step::Policy));
        fixture.click("policyRead");
        handover::HandoverCase& again = fixture.openCase(); // as after a kill: nothing was pressed but the tick
        QVERIFY(again.isDone(Step::Policy));
        QVERIFY(fixture.window->goTo(Step::Policy));
        QVERIFY(fixture.find<QCheckBox>("policyRead")->isChecked());
        fixture.click("policyRead");
        QVERIFY(!again.isDone(Step::Policy));
        QVERIFY(!fixture.find<QCheckBox>("policyRead")->isChecked());
        QVERIFY(!fixture.primary()->isEnabled());
    }

    void staysConfirmedWhenTheCaseIsOpenedAgain()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = fixture.openCase();
        WindowFixture::check(handover.setPeople(handover::SampleCase::people()));
        WindowFixture::check(handover.confirmPolicy());
        fixture.window->showStart();
        WindowFixture::check(fixture.window->openCase(fixture.sample.file()));
        QVERIFY(fixture.window->goTo(Step::Policy));
        QVERIFY(fixture.find<QCheckBox>("policyRead")->isChecked());
    }
};

QTEST_MAIN(TestPolicyPage)
#include "tst_policy_page.moc"
