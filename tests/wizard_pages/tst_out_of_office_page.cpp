// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/reply_topics.h"
#include "wizard_pages/window_fixture.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;
using Way = handover::ReplyChoice::Way;

/** What answers for the leaver: nothing is installed that is not whole, and what is said by hand is called so. */
class TestOutOfOfficePage : public QObject
{
    Q_OBJECT
private:
    static handover::HandoverCase& openPage(WindowFixture& fixture)
    {
        fixture.makeReady();
        handover::HandoverCase& handover = fixture.openCase();
        if (!fixture.window->goTo(Step::OutOfOffice)) {
            qFatal("the page cannot be entered");
        }
        return handover;
    }

private Q_SLOTS:
    void proposesDaysAndTexts()
    {
        WindowFixture fixture;
        openPage(fixture);
        QVERIFY(fixture.find<QLineEdit>("replyFrom")->text().contains(QStringLiteral("31")));
        QVERIFY(fixture.find<QPlainTextEdit>("externalText")->toPlainText().contains(QStringLiteral("Lea Gehtbald")));
        QVERIFY(fixture.find<QLabel>("replyFaults")->text().isEmpty());
    }

    void goesOnOnlyWithAReplyThatEnds_data()
    {
        QTest::addColumn<QString>("until");
        QTest::addColumn<bool>("isReady");
        QTest::newRow("no end") << QString() << false;
        QTest::newRow("before the start") << QStringLiteral("2026-12-30") << false;
        QTest::newRow("three months") << QStringLiteral("2027-03-31") << true;
        QTest::newRow("a day too long") << QStringLiteral("2027-04-01") << false;
    }
    void goesOnOnlyWithAReplyThatEnds()
    {
        QFETCH(QString, until);
        QFETCH(bool, isReady);
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("replyPasted");
        fixture.type("replyUntil", until);
        QCOMPARE(fixture.primary()->isEnabled(), isReady);
        QCOMPARE(fixture.find<QLabel>("replyFaults")->text().isEmpty(), isReady);
    }

    void asksForAServerBeforeItInstalls()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("replyServer");
        QVERIFY(!fixture.primary()->isEnabled());
        fixture.type("sieveHost", QStringLiteral("mail.firma.example"));
        fixture.type("sieveUser", QStringLiteral("lea"));
        QVERIFY(fixture.primary()->isEnabled());
    }

    void copiesTheTextToPaste()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("replyPasted");
        fixture.click("copyReply");
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 fixture.find<QPlainTextEdit>("externalText")->toPlainText().trimmed());
    }

    void recordsWhatWasSetUpByHandAndForgetsItAgain()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("replyPasted");
        fixture.primary()->click();
        QTRY_VERIFY(handover.isDone(Step::OutOfOffice));
        QCOMPARE(handover.topicIfSet<handover::ReplyOutcome>()->way, Way::Pasted);
        fixture.click("takeReplyBack");
        QTRY_VERIFY(!handover.isDone(Step::OutOfOffice));
    }

    void namesThePrivateAddressInTheTextButNotOnTheReceipt()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("replyPasted");
        fixture.type("replyPrivateAddress", QStringLiteral("lea@zuhause.example"));
        fixture.click("proposeReply");
        QVERIFY(fixture.find<QPlainTextEdit>("externalText")
                    ->toPlainText()
                    .contains(QStringLiteral("lea@zuhause.example")));
        fixture.primary()->click();
        QTRY_VERIFY(handover.isDone(Step::OutOfOffice));
        const QByteArray record = receipt::toJson(handover.record());
        QVERIFY(record.contains("out_of_office"));
        QVERIFY(!record.contains("zuhause"));
    }
};

QTEST_MAIN(TestOutOfOfficePage)
#include "tst_out_of_office_page.moc"
