// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/separation_topics.h"
#include "receipt/receipt_record.h"
#include "receipt/sections/separation_check_section.h"
#include "wizard_pages/widgets/audit_panel.h"
#include "wizard_pages/window_fixture.h"

#include <QLabel>
#include <QListView>
#include <QTreeView>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;
using handover::Step;
using separation::Verdict;

/** Deciding, marking and looking at a sample by keys alone. */
class TestSeparationPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneKeyAnswersForTheWholeGroupAndCtrlZTakesItBack()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const quint32 open = handover.plan().undecided();
        QVERIFY(open > 1);
        QTest::keyClick(groups(fixture), Qt::Key_B);
        QVERIFY(handover.plan().undecided() < open);
        QVERIFY(handover.plan().tallies()[std::size_t(Verdict::Business)].messages > 0);
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(handover.plan().undecided(), open);
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(handover.plan().undecided() < open);
    }

    void saysWhatToDoAtTheBeginningAndAtTheEnd()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const auto* hint = fixture.find<QLabel>("separationHint");
        QVERIFY(hint->isVisible());
        const QString first = hint->text();
        QTest::keyClick(groups(fixture), Qt::Key_B);
        QVERIFY(!hint->isVisible());
        while (handover.plan().undecided() > 0) {
            QTest::keyClick(groups(fixture), Qt::Key_B);
        }
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text() != first);
    }

    void messagesMarkedTogetherAreOneAnswer()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        QTreeView* list = messages(fixture);
        list->setFocus();
        list->selectAll();
        const auto selected = quint32(list->selectionModel()->selectedRows().size());
        QVERIFY(selected > 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          list->visualRect(list->model()->index(0, 0)).center());
        QTest::keyClick(list, Qt::Key_P);
        QCOMPARE(handover.plan().tallies()[std::size_t(Verdict::Private)].messages, selected - 1);
        QCOMPARE(handover.plan().answers(), 1U);
    }

    void lMarksPrivateLinesAndTheReceiptCountsThem()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::decideEverything(handover);
        const separation::Row business = firstOf(handover, Verdict::Business);
        showMessage(fixture, handover, business);
        QTest::keyClick(messages(fixture), Qt::Key_L);
        QCOMPARE(handover::MixedMessages::count(handover), 1U);
        const receipt::ReceiptRecord record = handover.record();
        QVERIFY(record.find<receipt::SeparationCheckSection>() != nullptr);
        QCOMPARE(record.find<receipt::SeparationCheckSection>()->mixed, 1U);
        // It stays business; called private, it is no longer handed over and not counted.
        QCOMPARE(handover.plan().verdict(business), Verdict::Business);
        QVERIFY(handover.decide(separation::Scope::Message, handover.messages().stableId(business), Verdict::Private));
        QCOMPARE(handover::MixedMessages::count(handover), 0U);
        QVERIFY(handover.decide(separation::Scope::Message, handover.messages().stableId(business), Verdict::Business));
        QTest::keyClick(messages(fixture), Qt::Key_L);
        QCOMPARE(handover::MixedMessages::count(handover), 0U);
    }

    void privateMailCannotContainPrivateLines()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::decideEverything(handover);
        showMessage(fixture, handover, firstOf(handover, Verdict::Private));
        QTest::keyClick(messages(fixture), Qt::Key_L);
        QVERIFY(handover.topic<handover::MixedMessages>().ids.isEmpty());
    }

    void aSampleThatFindsNothingStandsOnTheReceipt()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::decideEverything(handover);
        fixture.click("sampleAudit");
        auto* panel = fixture.find<AuditPanel>("auditPanel");
        QVERIFY(panel->isVisible());
        QVERIFY(!fixture.primary()->isEnabled());
        const auto drawn = quint32(panel->rows().size());
        QCOMPARE(drawn, handover.plan().tallies()[std::size_t(Verdict::Business)].messages);
        for (quint32 i = 0; i < drawn; ++i) {
            QTest::keyClick(messages(fixture), Qt::Key_Y);
        }
        QVERIFY(!panel->isVisible());
        const auto audited = handover::SampleAudit::valid(handover, Verdict::Business);
        QVERIFY(audited.has_value());
        QCOMPARE(audited->looked, drawn);
        QCOMPARE(audited->mostLeft(), 0U);
        QCOMPARE(handover.record().find<receipt::SeparationCheckSection>()->business.looked, drawn);
    }

    void aFindingIsPutRightAndItsContactAskedAgain()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::decideEverything(handover);
        fixture.click("sampleAudit");
        auto* panel = fixture.find<AuditPanel>("auditPanel");
        const separation::Row found = panel->rows().front();
        QTest::keyClick(messages(fixture), Qt::Key_N);
        fixture.click("auditEnd");
        QCOMPARE(handover.plan().verdict(found), Verdict::Private);
        const quint32 person = handover.plan().groupNumber(separation::Scope::Correspondent, found);
        for (const separation::Row row : handover.plan().groupRows(separation::Scope::Correspondent, person)) {
            QCOMPARE(handover.plan().verdict(row), row == found ? Verdict::Private : Verdict::Undecided);
        }
        QVERIFY(!handover::SampleAudit::valid(handover, Verdict::Business).has_value());
        QVERIFY(fixture.find<QLabel>("pageLead")->text().contains(QStringLiteral("moved 1 to the other pile")));
    }

    void searchShowsWhatWasTypedAndThenTheFirstGroupAgain()
    {
        WindowFixture fixture;
        openPage(fixture);
        const int before = messages(fixture)->model()->rowCount();
        auto* search = fixture.find<QLineEdit>("search");
        QTest::keyClick(groups(fixture), Qt::Key_Slash);
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("gibtesnicht"));
        QTRY_COMPARE(messages(fixture)->model()->rowCount(), 0);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(messages(fixture)->model()->rowCount(), before);
        QVERIFY(groups(fixture)->hasFocus());
    }

    void anAnswerAfterASearchIsForTheMessageThatWasFound()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.type("search", QStringLiteral("Rechnung"));
        QTRY_COMPARE(messages(fixture)->model()->rowCount(), 1);
        fixture.click("verdict_business");
        QTRY_COMPARE(handover.plan().decisions().size(), std::size_t(1));
        QCOMPARE(handover.plan().decisions().front().scope, separation::Scope::Message);
    }

    void everythingCanBeHeard()
    {
        WindowFixture fixture;
        openPage(fixture);
        for (const QWidget* list : std::initializer_list<QWidget*>{groups(fixture), messages(fixture)}) {
            QVERIFY(!list->accessibleName().isEmpty());
        }
        for (const QPushButton* button : fixture.window->page()->findChildren<QPushButton*>()) {
            QVERIFY2(!button->isVisible() || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }

private:
    static handover::HandoverCase& openPage(WindowFixture& fixture)
    {
        handover::HandoverCase& handover = fixture.openCase();
        fixture.fill(handover);
        if (!fixture.window->goTo(Step::Separation)) {
            qFatal("the page cannot be entered");
        }
        fixture.window->activateWindow();
        if (!QTest::qWaitForWindowActive(fixture.window.get())) {
            qFatal("keys go to the active window only");
        }
        return handover;
    }
    static QListView* groups(const WindowFixture& fixture) { return fixture.find<QListView>("groups"); }
    static QTreeView* messages(const WindowFixture& fixture) { return fixture.find<QTreeView>("messages"); }
    static separation::Row firstOf(const handover::HandoverCase& handover, Verdict verdict)
    {
        separation::Row row = 0;
        while (row < handover.messages().size() && handover.plan().verdict(row) != verdict) {
            ++row;
        }
        return row;
    }
    /** Finds the message by its group and makes it the current one. */
    static void showMessage(const WindowFixture& fixture, const handover::HandoverCase& handover, separation::Row row)
    {
        const QString subject = handover.messages().subject(row);
        fixture.type("search", subject);
        QTreeView* list = messages(fixture);
        const auto find = [&] {
            const QModelIndexList hits =
                list->model()->match(list->model()->index(0, 1), Qt::DisplayRole, subject, 1, Qt::MatchExactly);
            return hits.isEmpty() ? QModelIndex() : hits.front();
        };
        QTRY_VERIFY(find().isValid());
        list->setFocus();
        list->setCurrentIndex(find());
    }
};

QTEST_MAIN(TestSeparationPage)
#include "tst_separation_page.moc"
