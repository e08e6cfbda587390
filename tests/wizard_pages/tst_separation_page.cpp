// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/separation_topics.h"
#include "handover/topics/takeaway_topics.h"
#include "receipt/receipt_record.h"
#include "receipt/sections/separation_check_section.h"
#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "wizard_pages/widgets/audit_panel.h"
#include "wizard_pages/widgets/group_line.h"
#include "wizard_pages/widgets/separation_counter.h"
#include "wizard_pages/window_fixture.h"

#include <QHeaderView>
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

    void undoShowsWhatCameBackAndMarksIt()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const QString first = rowText(groups(fixture), 0);
        QTest::keyClick(groups(fixture), Qt::Key_B);
        const std::vector<separation::Row> decided = handover.plan().freshRows();
        QVERIFY(!decided.empty());
        QVERIFY(lead(fixture).contains(QStringLiteral("Now business")));
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(lead(fixture).contains(QStringLiteral("Taken back")));
        // The same question stands there again, and its messages are marked for a moment.
        QCOMPARE(rowText(groups(fixture), groups(fixture)->currentIndex().row()), first);
        const QAbstractItemModel* shown = messages(fixture)->model();
        QCOMPARE(std::size_t(shown->rowCount()), decided.size());
        QVERIFY(shown->index(0, 0).data(separation::MessageListModel::IsFreshRole).toBool());
        QTRY_VERIFY(!shown->index(0, 0).data(separation::MessageListModel::IsFreshRole).toBool());
    }

    void whatWasTakenBackForMessagesIsAnsweredForThemAgain_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one message") << 1;
        QTest::newRow("marked together") << 2;
    }
    void whatWasTakenBackForMessagesIsAnsweredForThemAgain()
    {
        QFETCH(int, count);
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        QTreeView* list = messages(fixture);
        QVERIFY(list->model()->rowCount() > count);
        point(list, 0);
        for (int more = 1; more < count; ++more) {
            QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        }
        QTest::keyClick(list, Qt::Key_P);
        const std::vector<separation::Row> decided = handover.plan().freshRows();
        QCOMPARE(decided.size(), std::size_t(count));
        QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(fixture.find<GroupLine>("groupLine")->text().contains(QStringLiteral("selected message")));
        QTest::keyClick(list, Qt::Key_B);
        QCOMPARE(handover.plan().freshRows(), decided);
        QCOMPARE(handover.plan().tallies()[std::size_t(Verdict::Business)].messages, quint32(count));
        // An answer for the group is one for the group again.
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier);
        QTest::mouseClick(groups(fixture)->viewport(), Qt::LeftButton, {},
                          groups(fixture)->visualRect(groups(fixture)->currentIndex()).center());
        QTest::keyClick(groups(fixture), Qt::Key_B);
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!fixture.find<GroupLine>("groupLine")->text().contains(QStringLiteral("selected message")));
    }

    void anAnswerThatChangesNothingMarksNothing()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("scopeContacts");
        QTreeView* list = messages(fixture);
        point(list, 0);
        QTest::keyClick(list, Qt::Key_P);
        const auto isMarked = [&] {
            return list->model()->index(0, 0).data(separation::MessageListModel::IsFreshRole).toBool();
        };
        QVERIFY(isMarked());
        QTRY_VERIFY(!isMarked());
        point(list, 0);
        handover::TakeawayOutcome removing;
        removing.begun = 1;
        QVERIFY(handover.setTopic<handover::TakeawayOutcome>(removing));
        const quint32 answers = handover.plan().answers();
        QTest::keyClick(list, Qt::Key_B); // refused by now
        QCOMPARE(handover.plan().answers(), answers);
        QVERIFY(!isMarked());
    }

    void afterTheLastOpenGroupItIsSaidThatItIsDecided()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("scopeContacts");
        while (handover.plan().undecided() > 0) {
            QTest::keyClick(groups(fixture), Qt::Key_B);
        }
        const auto* line = fixture.find<GroupLine>("groupLine");
        QVERIFY2(line->text().contains(QStringLiteral("decided")) &&
                     !line->text().contains(QStringLiteral("undecided")),
                 qPrintable(line->text()));
        fixture.click("scopeQuestions");
        QVERIFY(!messages(fixture)->accessibleDescription().contains(QStringLiteral("Your answer")));
    }

    void aMessageWithoutASenderIsAskedAndDecidedLikeAnyOther()
    {
        WindowFixture fixture;
        fixture.sample.addMail({}, "n1", "", "Ohne Absender");
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("scopeContacts");
        int nameless = 0;
        while (nameless < groups(fixture)->model()->rowCount() &&
               groups(fixture)->model()->index(nameless, 0).data().toString() != QLatin1String("(no address)")) {
            ++nameless;
        }
        QVERIFY(nameless < groups(fixture)->model()->rowCount());
        QVERIFY(rowText(groups(fixture), nameless).startsWith(QStringLiteral("(no address), 1 message")));
        groups(fixture)->setCurrentIndex(groups(fixture)->model()->index(nameless, 0));
        QTest::keyClick(groups(fixture), Qt::Key_P);
        const auto isPrivate = [](const handover::HandoverCase& asked) {
            const separation::Row row = asked.plan().rowsOf(separation::Scope::Correspondent, QString()).at(0);
            return asked.plan().verdict(row) == Verdict::Private;
        };
        QVERIFY(isPrivate(handover));
        QVERIFY(isPrivate(fixture.openCase()));
    }

    void theCounterTellsWhatDecisionsCoverNotWhatIsProtectedAnyway()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const auto* counter = fixture.find<SeparationCounter>("counter");
        QVERIFY2(counter->text().startsWith(QStringLiteral("1 message protected")), qPrintable(counter->text()));
        WindowFixture::check(
            handover.decide(separation::Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        QVERIFY2(counter->text().startsWith(QStringLiteral("1 decision covers 2 messages")),
                 qPrintable(counter->text()));
    }

    void undoGoesOnAfterARestart()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        WindowFixture::check(
            handover.decide(separation::Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        fixture.sample.clock.advance(5);
        WindowFixture::check(handover.decide(separation::Scope::Correspondent,
                                             QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Private));
        fixture.sample.clock.advance(5);
        // The last answer corrects one before it.
        const std::vector<separation::Decision> rest{
            {separation::Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Business,
             fixture.sample.clock.now()},
            {separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business,
             fixture.sample.clock.now()}};
        WindowFixture::check(handover.decideAll(rest));
        handover::HandoverCase& again = fixture.openCase();
        QCOMPARE(again.plan().undecided(), 0U);
        QVERIFY(fixture.window->goTo(Step::Separation));
        QVERIFY(fixture.find<QPushButton>("undo")->isEnabled());
        QCOMPARE(groups(fixture)->model()->rowCount(), 0);
        fixture.click("undo");
        const auto verdictOf = [&again](const char* contact) {
            return again.plan().verdict(
                again.plan().rowsOf(separation::Scope::Correspondent, QLatin1String(contact)).at(0));
        };
        QCOMPARE(verdictOf("einkauf@kunde.example"), Verdict::Undecided);
        QCOMPARE(verdictOf("sven.vorgesetzt@firma.example"), Verdict::Private);
        QCOMPARE(groups(fixture)->model()->rowCount(), 1); // what is open again is asked again
        fixture.click("undo");
        QCOMPARE(verdictOf("sven.vorgesetzt@firma.example"), Verdict::Undecided);
        fixture.click("undo");
        QCOMPARE(verdictOf("anna@privat.example"), Verdict::Undecided);
        QVERIFY(!fixture.find<QPushButton>("undo")->isEnabled());
    }

    void undoInAListOfContactsGoesToTheContact()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("scopeContacts");
        QTest::keyClick(groups(fixture), Qt::Key_P);
        const separation::Row decided = handover.plan().freshRows().front();
        QVERIFY(handover.plan().keyOf(separation::Scope::Correspondent, decided) != currentKey(fixture));
        QTest::keyClick(groups(fixture), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(currentKey(fixture), handover.plan().keyOf(separation::Scope::Correspondent, decided));
    }

    void whatAnAnswerIsForStandsAboveTheMessages()
    {
        WindowFixture fixture;
        openPage(fixture);
        fixture.click("scopeContacts");
        QTreeView* list = messages(fixture);
        const auto* line = fixture.find<GroupLine>("groupLine");
        QVERIFY(line->text().contains(QStringLiteral("all 2 messages")));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(line->text().contains(QStringLiteral("the selected message only")));
        QTest::keyClick(list, Qt::Key_P);
        QTest::mouseClick(groups(fixture)->viewport(), Qt::LeftButton, {},
                          groups(fixture)->visualRect(groups(fixture)->currentIndex()).center());
        QVERIFY(line->text().contains(QStringLiteral("for 1 of these messages")));
        QVERIFY(line->text().contains(QStringLiteral("1 private · 1 undecided")));
        QCOMPARE(list->accessibleDescription(), line->text());
    }

    void questionsAreInNoColumnsOrderUntilOneIsChosen()
    {
        WindowFixture fixture;
        openPage(fixture);
        const QHeaderView* header = messages(fixture)->header();
        QCOMPARE(header->sortIndicatorSection(), -1);
        fixture.click("scopeContacts");
        QCOMPARE(header->sortIndicatorSection(), int(separation::MessageListModel::DateColumn));
        fixture.click("scopeQuestions");
        QCOMPARE(header->sortIndicatorSection(), -1);
        messages(fixture)->sortByColumn(separation::MessageListModel::SubjectColumn, Qt::AscendingOrder);
        const QAbstractItemModel* shown = messages(fixture)->model();
        for (int row = 1; row < shown->rowCount(); ++row) {
            QVERIFY(shown->index(row - 1, 1)
                        .data()
                        .toString()
                        .compare(shown->index(row, 1).data().toString(), Qt::CaseInsensitive) <= 0);
        }
    }

    void mAsksAContactInPartsAndIsOffWhereThereAreNone()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        const auto* mixed = fixture.find<QPushButton>("mixed");
        QVERIFY(!mixed->isEnabled()); // several contacts are asked about at once
        fixture.click("scopeFolders");
        QVERIFY(!mixed->isEnabled());
        fixture.click("scopeContacts");
        QVERIFY(mixed->isEnabled());
        const QString contact = currentKey(fixture);
        QTest::keyClick(groups(fixture), Qt::Key_M);
        QVERIFY(handover.plan().isSplit(separation::Scope::Correspondent,
                                        handover.plan().groupNumber(separation::Scope::Correspondent, contact)));
        // Its parts are asked about now, and one of them is shown.
        QVERIFY(fixture.find<QPushButton>("scopeQuestions")->isChecked());
        const QModelIndex shown = messages(fixture)->currentIndex();
        QCOMPARE(shown.data(separation::MessageListModel::AddressRole).toString(), contact);
        QVERIFY(lead(fixture).contains(QStringLiteral("in parts")));
    }

    void nothingIsTurnedToWhereAskingInPartsIsRefused()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.click("scopeContacts");
        handover::TakeawayOutcome removing;
        removing.begun = 1;
        QVERIFY(handover.setTopic<handover::TakeawayOutcome>(removing));
        QVERIFY(fixture.find<QPushButton>("mixed")->isEnabled());
        QTest::keyClick(groups(fixture), Qt::Key_M);
        QVERIFY(fixture.find<QPushButton>("scopeContacts")->isChecked());
    }

    void acceptingSuggestionsSaysHowManyMessagesItIsAbout()
    {
        WindowFixture fixture;
        handover::HandoverCase& handover = openPage(fixture);
        fixture.prompts.saysYes = false;
        const auto offered = handover.plan().suggestionsAsDecisions(0.8F, handover.clock().now());
        int messages = 0;
        for (const separation::Decision& decision : offered) {
            const bool isPrivate = decision.verdict == Verdict::Private;
            messages += isPrivate ? int(handover.plan().rowsOf(decision.scope, decision.key).size()) : 0;
        }
        QVERIFY(messages > 0);
        fixture.click("acceptSuggestions");
        QVERIFY(fixture.prompts.asked.last().contains(QStringLiteral("%1 messages would be private").arg(messages)));
        QVERIFY(handover.plan().decisions().empty());
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
    static void point(QTreeView* list, int row)
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
    static QString lead(const WindowFixture& fixture) { return fixture.find<QLabel>("pageLead")->text(); }
    static QString currentKey(const WindowFixture& fixture)
    {
        return groups(fixture)->currentIndex().data(separation::GroupListModel::KeyRole).toString();
    }
    static QString rowText(const QListView* list, int row)
    {
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
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
