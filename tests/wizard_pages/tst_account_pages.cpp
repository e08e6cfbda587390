// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/window_fixture.h"

#include "handover/journal.h"
#include "handover/topics/account_topics.h"
#include "wizard_pages/account_plan_page.h"
#include "wizard_pages/password_page.h"
#include "wizard_pages/widgets/rotation_table.h"

#include <QAbstractButton>
#include <QLabel>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

/** Password and account plan: what a policy allows is offered, and what is chosen stands in the case. */
class TestAccountPages : public QObject
{
    Q_OBJECT

    struct Desk
    {
        handover::SampleCase sample;
        std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
        std::unique_ptr<handover::HandoverActs> acts;
        AnsweringPrompts prompts;

        explicit Desk(const policy::CompanyPolicy& rules = handover::SampleCase::policy()) : sample(rules)
        {
            WindowFixture::check(sample.handover->setPeople(handover::SampleCase::people()));
            WindowFixture::check(sample.handover->confirmPolicy());
            acts = std::make_unique<handover::HandoverActs>(*sample.handover, *secrets);
        }
        [[nodiscard]] handover::HandoverCase& theCase() const { return *sample.handover; }
    };

    static QAbstractButton* button(const QWidget& page, const char* name)
    {
        return page.findChild<QAbstractButton*>(QLatin1String(name));
    }
    static void type(const QWidget& page, const char* name, const QString& text)
    {
        page.findChild<QLineEdit*>(QLatin1String(name))->setText(text);
    }

private Q_SLOTS:
    void whereThePolicyLeavesItOpenNobodyIsLedIntoTypingAPassword()
    {
        Desk desk;
        const PasswordPage page(desk.theCase(), *desk.acts, desk.prompts);
        QVERIFY(button(page, "wayIt")->isChecked());
    }

    void thePolicysFirstWayIsChosen()
    {
        policy::CompanyPolicy rules = handover::SampleCase::policy();
        rules.account.passwordWays = {policy::PasswordWay::Helpdesk, policy::PasswordWay::Outside};
        Desk desk(rules);
        const PasswordPage page(desk.theCase(), *desk.acts, desk.prompts);
        QVERIFY(button(page, "wayHelpdesk")->isChecked());
        QVERIFY(!page.isPrimaryReady());
    }

    void aResetByItLiesInNoEarlierYear()
    {
        Desk desk;
        const PasswordPage page(desk.theCase(), *desk.acts, desk.prompts);
        type(page, "itName", QStringLiteral("IT"));
        type(page, "itDate", QStringLiteral("2020-12-31"));
        QVERIFY(!page.isPrimaryReady());
        QVERIFY2(page.missing().contains(QStringLiteral("before this handover began")), qPrintable(page.missing()));
        type(page, "itDate", QStringLiteral("2026-12-31"));
        QVERIFY(page.isPrimaryReady());
    }

    void whatIsTypedForItIsInTheCaseWithinMoments()
    {
        WindowFixture fixture;
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        QVERIFY(fixture.window->goTo(Step::Password));
        fixture.type("itName", QStringLiteral("IT-Betrieb"));
        QTRY_COMPARE(handover.passwordChoice().itName, QStringLiteral("IT-Betrieb"));
        QVERIFY(!handover.isDone(Step::Password));
    }

    void aHelpdeskNeedsAnAccountAndASignIn()
    {
        Desk desk;
        const PasswordPage page(desk.theCase(), *desk.acts, desk.prompts);
        button(page, "wayHelpdesk")->setChecked(true);
        type(page, "helpdeskAccount", QStringLiteral("l.gehtbald"));
        type(page, "helpdeskUser", QStringLiteral("h.help@firma.example"));
        QVERIFY(!page.isPrimaryReady());
        page.findChild<QLineEdit*>(QStringLiteral("helpdeskPassword"))->insert(QStringLiteral("x"));
        QVERIFY(page.isPrimaryReady());
        button(page, "helpdeskTicket")->setChecked(true);
        QVERIFY(page.isPrimaryReady());
    }

    void afterAnInterruptedChangeTheNotedCodeIsAskedFor()
    {
        Desk desk;
        handover::PasswordChoice choice;
        choice.way = handover::PasswordChoice::Way::Directory;
        choice.sealTarget = desk.sample.folder.path();
        WindowFixture::check(desk.theCase().setPasswordChoice(choice));
        WindowFixture::check(desk.theCase().journal().write(QStringLiteral("password_change_begins"), {}));
        PasswordPage page(desk.theCase(), *desk.acts, desk.prompts);
        page.show();
        QVERIFY(button(page, "wayDirectory")->isChecked());
        QVERIFY(button(page, "showSecret")->isHidden() || !button(page, "showSecret")->isVisible());
        auto* code = page.findChild<QLineEdit*>(QStringLiteral("earlierCode"));
        QVERIFY(code->isVisible());
        type(page, "directoryUser", QStringLiteral("lea@firma.example"));
        page.findChild<QLineEdit*>(QStringLiteral("directoryPassword"))->insert(QStringLiteral("x"));
        QVERIFY(!page.isPrimaryReady());
        code->insert(QStringLiteral("7KQ2-M9XA-0000-0000"));
        QVERIFY(page.isPrimaryReady());
    }

    void thePlanIsFilledFromThePolicyAndWrittenForIt()
    {
        Desk desk;
        AccountPlanPage page(desk.theCase(), *desk.acts, desk.prompts);
        QVERIFY(button(page, "planHelpdesk") == nullptr); // no delegated rights in this policy
        button(page, "planFiles")->setChecked(true);
        type(page, "planTarget", desk.sample.folder.filePath(QStringLiteral("it")));
        QVERIFY(page.isPrimaryReady());
        page.act();
        QTRY_VERIFY(desk.theCase().isDone(Step::AccountPlan));
        const handover::AccountPlan& plan = desk.theCase().topic<handover::AccountPlan>();
        QCOMPARE(plan.disableOn, QDate(2026, 12, 31));
        QCOMPARE(plan.deleteOn, QDate(2027, 3, 31));
        QCOMPARE(desk.theCase().topic<handover::AccountPlanOutcome>().files.size(), 2);
        // Of files that were not written nothing is explained, and of a return that was not agreed to neither.
        QFile text(
            desk.sample.folder.filePath(QStringLiteral("it/%1-account-plan.txt").arg(desk.theCase().caseNumber())));
        QVERIFY(text.open(QIODevice::ReadOnly));
        const QByteArray plain = text.readAll();
        QVERIFY(!plain.contains("LDIF"));
        QVERIFY(!plain.contains("brought back"));
    }

    void aDeletionBeforeTheEndIsNoPlan()
    {
        Desk desk;
        const AccountPlanPage page(desk.theCase(), *desk.acts, desk.prompts);
        type(page, "planTarget", desk.sample.folder.filePath(QStringLiteral("it")));
        type(page, "deleteOn", QStringLiteral("2026-12-30"));
        QVERIFY(!page.isPrimaryReady());
        QVERIFY2(page.missing().contains(QStringLiteral("after the day on which it is disabled")),
                 qPrintable(page.missing()));
        type(page, "deleteOn", QString());
        QVERIFY(page.isPrimaryReady());
    }

    void leavingItOpenIsSaidOnTheReceipt()
    {
        Desk desk;
        AccountPlanPage page(desk.theCase(), *desk.acts, desk.prompts);
        button(page, "planLater")->setChecked(true);
        page.act();
        QVERIFY(desk.theCase().isDone(Step::AccountPlan));
        const auto open = desk.theCase().openPoints();
        QVERIFY(std::any_of(open.begin(), open.end(),
                            [](const auto& point) { return point.code == QLatin1String("no_account_plan"); }));
    }

    void aLineIsKeptAtOnceAndASecretIsNot()
    {
        Desk desk;
        const AccountPlanPage page(desk.theCase(), *desk.acts, desk.prompts);
        type(page, "rotationName", QStringLiteral("WLAN"));
        type(page, "rotationOwner", QStringLiteral("Ida Technik"));
        button(page, "rotationAdd")->click();
        QCOMPARE(desk.theCase().topic<handover::RotationList>().lines.size(), std::size_t(1));
        type(page, "rotationName", QStringLiteral("Sommer2024!"));
        button(page, "rotationAdd")->click();
        QCOMPARE(desk.theCase().topic<handover::RotationList>().lines.size(), std::size_t(1));
        QVERIFY(page.findChild<QLineEdit*>(QStringLiteral("rotationName"))->text().isEmpty());
        QVERIFY(!page.findChild<QLabel*>(QStringLiteral("rotationFault"))->text().isEmpty());
    }
};

QTEST_MAIN(TestAccountPages)
#include "tst_account_pages.moc"
