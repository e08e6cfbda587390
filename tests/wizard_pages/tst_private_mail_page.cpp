// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/result_checks.h"
#include "wizard_pages/window_fixture.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;

/** Taking private mail along and removing it, through the page. */
class TestPrivateMailPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesFirstAndRemovesOnlyAfterASecondYes()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.type("takeawayTarget", target(fixture));
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway().has_value() && !fixture.window->acts()->isRunning());
        QCOMPARE(handover.takeaway()->copied, 2U);
        QCOMPARE(mailInBox(fixture), 6);
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.find<QCheckBox>("removalUnderstood")->click();
        QVERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway()->removed.has_value() && !fixture.window->acts()->isRunning());
        QCOMPARE(*handover.takeaway()->removed, 2U);
        QCOMPARE(mailInBox(fixture), 4);
        QVERIFY(handover.isDone(Step::PrivateMail));
    }

    void tellsWhatIsProtectedAnywayFromWhatTheLeaverProtected()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const auto* line = fixture.find<QLabel>("protectedLine");
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().startsWith(QStringLiteral("1 message is protected (works council")),
                 qPrintable(line->text()));
        QVERIFY(handover.decide(separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"),
                                separation::Verdict::Protected));
        QVERIFY2(line->text().startsWith(QStringLiteral("3 messages are protected: 1 with the works council")),
                 qPrintable(line->text()));
        QVERIFY(line->text().contains(QStringLiteral("2 because you decided so")));
        QVERIFY(handover.decide(separation::Scope::Correspondent, QStringLiteral("betriebsrat@firma.example"),
                                separation::Verdict::Private));
        QCOMPARE(line->text(),
                 QStringLiteral("2 messages are protected because you decided so. Nobody receives what is "
                                "protected: it is in no copy and stays in the mailbox, untouched."));
    }

    void saysThatARemovalWasCutShortAndOffersToGoOnOrToLeaveTheRest()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("takeawayTarget", target(fixture));
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway().has_value() && !fixture.window->acts()->isRunning());
        QVERIFY(!fixture.find<QPushButton>("leaveRest")->isVisible());
        const QString copy = handover.takeaway()->path;
        handover::TakeawayOutcome stopped = *handover.takeaway();
        stopped.begun = 1;
        VERIFY_OK(handover.setTopic<handover::TakeawayOutcome>(std::move(stopped)));
        QTRY_VERIFY(fixture.find<QPushButton>("leaveRest")->isVisible());
        QVERIFY(!fixture.find<QPushButton>("chooseAgain")->isVisible());
        QVERIFY(fixture.find<QLabel>("copied")->text().contains(QStringLiteral("1 message is gone")));
        QVERIFY(fixture.find<QLabel>("copied")->text().contains(copy));
        fixture.click("leaveRest");
        QTRY_VERIFY(handover.isDone(Step::PrivateMail) && !fixture.window->acts()->isRunning());
        // Nothing was gone in truth.
        QCOMPARE(handover.takeaway()->removed, std::optional<quint32>(0));
        QVERIFY(handover.takeaway()->kept.empty());
        QVERIFY(fixture.find<QLabel>("removed")->text().contains(QStringLiteral("2 stay in the mailbox")));
        QCOMPARE(mailInBox(fixture), 6);
    }

    void offersAnotherTryForWhatStillLiesInTheMailbox()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("takeawayTarget", target(fixture));
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.takeaway().has_value() && !fixture.window->acts()->isRunning());
        handover::TakeawayOutcome outcome = *handover.takeaway();
        outcome.removed = 1;
        outcome.kept = {
            {0, QStringLiteral("INBOX"), "1.1", 100, {Failure::Kind::MessageChanged, QStringLiteral("INBOX"), {}}}};
        VERIFY_OK(handover.setTopic<handover::TakeawayOutcome>(handover::TakeawayOutcome(outcome)));
        QVERIFY(!fixture.find<QPushButton>("removeAgain")->isVisible());
        // Where nobody can see it, another try would not either.
        outcome.kept.front().why = {Failure::Kind::RemovalUnproven, QStringLiteral("INBOX"), {}};
        VERIFY_OK(handover.setTopic<handover::TakeawayOutcome>(handover::TakeawayOutcome(outcome)));
        QVERIFY(!fixture.find<QPushButton>("removeAgain")->isVisible());
        const QString unproven = fixture.find<QTreeWidget>("kept")->topLevelItem(0)->text(1);
        QVERIFY2(unproven.startsWith(QStringLiteral("INBOX: Whether this message is gone")), qPrintable(unproven));
        // It says what to do, so it can be read whole.
        QCOMPARE(fixture.find<QLabel>("keptReason")->text(), unproven);
        QVERIFY(fixture.find<QLabel>("keptReason")->isVisible());
        QCOMPARE(fixture.window->page()->title(), QStringLiteral("Not all private mail could be removed"));
        outcome.kept.front().why = {Failure::Kind::StillInMailbox, QStringLiteral("[Gmail]/Trash"), {}};
        VERIFY_OK(handover.setTopic<handover::TakeawayOutcome>(handover::TakeawayOutcome(outcome)));
        QTRY_VERIFY(fixture.find<QPushButton>("removeAgain")->isVisible());
        const QString why = fixture.find<QTreeWidget>("kept")->topLevelItem(0)->text(1);
        QVERIFY2(why.startsWith(QStringLiteral("[Gmail]/Trash: This message still lies")), qPrintable(why));
        fixture.click("removeAgain");
        QTRY_VERIFY(!fixture.window->acts()->isRunning() && handover.takeaway()->kept.empty());
        QCOMPARE(handover.takeaway()->removed, std::optional<quint32>(2));
        QVERIFY(!fixture.find<QPushButton>("removeAgain")->isVisible());
        QCOMPARE(mailInBox(fixture), 4);
    }

    void wantsAPassphraseTwiceBeforeItLocksTheCopy()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.type("takeawayTarget", target(fixture));
        fixture.find<QCheckBox>("takeawayEncrypt")->click();
        QVERIFY(!fixture.primary()->isEnabled());
    }

    void leavesEverythingWhereItIsOnDemand()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("actionLeave");
        QVERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(handover.isDone(Step::PrivateMail) && !fixture.window->acts()->isRunning());
        QCOMPARE(mailInBox(fixture), 6);
    }

    void saysInASentenceThatTheFolderCannotBeWritten()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        QFile file(fixture.sample.folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        fixture.type("takeawayTarget", file.fileName() + QStringLiteral("/below"));
        QTRY_VERIFY(fixture.primary()->isEnabled());
        fixture.primary()->click();
        QTRY_VERIFY(!fixture.window->acts()->isRunning());
        const auto sentences = fixture.window->page()->findChildren<QLabel*>(QStringLiteral("failureSentence"));
        QTRY_VERIFY(std::any_of(sentences.begin(), sentences.end(), [](const QLabel* sentence) {
            return sentence->isVisible() && !sentence->text().isEmpty();
        }));
        QVERIFY(!handover.takeaway().has_value());
        QCOMPARE(mailInBox(fixture), 6);
    }

private:
    static handover::HandoverCase& openPage(WindowFixture& fixture)
    {
        handover::HandoverCase& handover = fixture.openCase();
        fixture.fill(handover);
        WindowFixture::decideEverything(handover);
        if (!fixture.window->goTo(Step::PrivateMail)) {
            qFatal("the page cannot be entered");
        }
        return handover;
    }
    static QString target(const WindowFixture& fixture)
    {
        return fixture.sample.folder.filePath(QStringLiteral("private"));
    }
    static int mailInBox(const WindowFixture& fixture)
    {
        int count = 0;
        for (const char* folder : {"/cur", "/.Projekte/cur"}) {
            count +=
                static_cast<int>(QDir(fixture.sample.maildir() + QLatin1String(folder)).entryList(QDir::Files).size());
        }
        return count;
    }
};

QTEST_MAIN(TestPrivateMailPage)
#include "tst_private_mail_page.moc"
