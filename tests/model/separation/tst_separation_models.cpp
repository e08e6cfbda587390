// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/group_list_model.h"
#include "separation/message_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace made;

namespace {

/** Person i (0 to 9) wrote i + 1 messages, the newest first in time; one message has no date. */
struct Ten : Mailbox
{
    Ten()
    {
        addFolder(QStringLiteral("INBOX"));
        for (int i = 0; i < 10; ++i) {
            for (int j = 0; j <= i; ++j) {
                MessageFacts facts = factsOf(
                    {0, {}, own, QStringLiteral("Thema %1-%2").arg(i).arg(j), QByteArray::number(i * 100 + j) + "@x"});
                facts.header.from = {
                    person(QStringLiteral("p%1@kunde.example").arg(i), QStringLiteral("Person Nr%1").arg(i))};
                facts.date = time(1000 - i * 20 - j);
                facts.header.date = facts.date;
                table.append(facts);
            }
        }
        MessageFacts facts = factsOf({0, QStringLiteral("mueller@kunde.example"), own, {}, "9999@x"});
        facts.header.from[0].name = QStringLiteral("Jörg Müller-Weiß");
        facts.header.subject = QStringLiteral("Besuch in der Straße");
        facts.date = {};
        facts.header.date = {};
        table.append(facts);
    }
};

QStringList titles(const GroupListModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all += model.index(row).data().toString();
    }
    return all;
}

} // namespace

class TestSeparationModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsWithTheirFacts();
    void keepsTheOrderOfGroupsWhileDeciding();
    void keepsTheSelectionWhenGroupsAreResorted();
    void filtersGroups();
    void walksToTheNextOpenGroup();
    void filtersMessages_data();
    void filtersMessages();
    void findsTheSameWhateverWasTypedBefore();
    void sortsMessagesByDate();
    void sortsMessagesByEveryColumn();
    void refreshesMessagesInPlace();
    void keepsGivenRowsInTheirOrderUntilSorted();
    void marksWhatTheLastAnswerChanged();
    void findsTheGroupOfAMessage();
    void showsExactlyWhatIsUndecided();
    void startsAnewWhenTheTableIsFilledAnew();
    void showsNothingOfAnEmptyMailbox();
    void givesAllRolesOfAMessage();
};

void TestSeparationModels::listsGroupsWithTheirFacts()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 11);
    const QModelIndex first = model.index(0);
    QCOMPARE(first.data(GroupListModel::TitleRole).toString(), QStringLiteral("Person Nr9"));
    QCOMPARE(first.data(GroupListModel::KeyRole).toString(), QStringLiteral("p9@kunde.example"));
    QCOMPARE(first.data(GroupListModel::ScopeRole).toInt(), static_cast<int>(Scope::Correspondent));
    QCOMPARE(first.data(GroupListModel::MessagesRole).toInt(), 10);
    QCOMPARE(first.data(GroupListModel::UndecidedRole).toInt(), 10);
    QCOMPARE(first.data(GroupListModel::VerdictRole).toInt(), static_cast<int>(Verdict::Undecided));
    QVERIFY(first.data(GroupListModel::SuggestionRole).canConvert<Suggestion>());
    QCOMPARE(first.data(GroupListModel::SuggestedVerdictRole).toInt(), static_cast<int>(Verdict::Undecided));
    plan.decide(Scope::Message,
                plan.keyOf(Scope::Message, plan.rowsOf(Scope::Correspondent, QStringLiteral("p9@kunde.example"))[0]),
                Verdict::Private, time(0));
    QVERIFY(!first.data(GroupListModel::VerdictRole).isValid());
    QCOMPARE(first.data(GroupListModel::UndecidedRole).toInt(), 9);
    model.setScope(Scope::Folder);
    QCOMPARE(titles(model), QStringList{QStringLiteral("INBOX")});
    QCOMPARE(model.roleNames().value(GroupListModel::KeyRole), QByteArray("key"));
}

void TestSeparationModels::keepsTheOrderOfGroupsWhileDeciding()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    const QStringList before = titles(model);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    plan.decide(Scope::Correspondent, QStringLiteral("p9@kunde.example"), Verdict::Business, time(0));
    QCOMPARE(titles(model), before);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0).data(GroupListModel::VerdictRole).toInt(), static_cast<int>(Verdict::Business));
    model.resort();
    QCOMPARE(titles(model).last(), QStringLiteral("Person Nr9"));
    model.setOpenFirst(false);
    QCOMPARE(titles(model).first(), QStringLiteral("Person Nr9"));
}

void TestSeparationModels::keepsTheSelectionWhenGroupsAreResorted()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    const QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex first(model.index(0));
    plan.decide(Scope::Correspondent, QStringLiteral("p9@kunde.example"), Verdict::Business, time(0));
    model.resort();
    QCOMPARE(first.row(), 10);
    QCOMPARE(first.data().toString(), QStringLiteral("Person Nr9"));
    QCOMPARE(model.rowOf(QStringLiteral("p9@kunde.example")), 10);
    QCOMPARE(model.rowOf(QStringLiteral("fremd@kunde.example")), -1);
    QVERIFY(model.group(99).key.isEmpty());
}

void TestSeparationModels::filtersGroups()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(QStringLiteral("muller"));
    QCOMPARE(titles(model), QStringList{QStringLiteral("Jörg Müller-Weiß")});
    model.setFilter(QStringLiteral("P3@KUNDE person"));
    QCOMPARE(titles(model), QStringList{QStringLiteral("Person Nr3")});
    model.setFilter(QStringLiteral("gibt es nicht"));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 11);
    model.setScope(Scope::Thread);
    model.setFilter(QStringLiteral("thema 4-2"));
    QCOMPARE(model.rowCount(), 1);
}

void TestSeparationModels::walksToTheNextOpenGroup()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    QCOMPARE(model.nextOpen(-1), 0);
    plan.decide(Scope::Correspondent, model.group(1).key, Verdict::Business, time(0));
    QCOMPARE(model.nextOpen(0), 2);
    QCOMPARE(model.nextOpen(10), 0);
    plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Business, time(0));
    QCOMPARE(model.nextOpen(0), -1);
}

void TestSeparationModels::filtersMessages_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing") << QString() << 56;
    QTest::newRow("spaces only") << QStringLiteral("   ") << 56;
    QTest::newRow("subject") << QStringLiteral("Thema 7-3") << 1;
    QTest::newRow("in other letters") << QStringLiteral("tHEMA 7-3") << 1;
    QTest::newRow("name") << QStringLiteral("Person Nr5") << 6;
    QTest::newRow("address") << QStringLiteral("p5@kunde") << 6;
    QTest::newRow("word of the subject and word of the name") << QStringLiteral("nr5 5-4") << 1;
    QTest::newRow("umlaut by its letter") << QStringLiteral("jorg") << 1;
    QTest::newRow("umlaut by itself") << QStringLiteral("JÖRG MÜLLER") << 1;
    QTest::newRow("sharp s") << QStringLiteral("strasse") << 1;
    QTest::newRow("sharp s by itself") << QStringLiteral("Straße") << 1;
    QTest::newRow("not there") << QStringLiteral("nirgends") << 0;
    QTest::newRow("never over the end of a text") << QStringLiteral("0-0thema") << 0;
}

void TestSeparationModels::filtersMessages()
{
    QFETCH(QString, filter);
    QFETCH(int, count);
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    const QAbstractItemModelTester tester(&model);
    model.showAll();
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), count);
}

void TestSeparationModels::findsTheSameWhateverWasTypedBefore()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel typed(plan);
    typed.showAll();
    while (!typed.prepareSearch()) {
    }
    const auto is = [](const MessageListModel& model, const MessageListModel& other) {
        return std::ranges::equal(model.shown(), other.shown());
    };
    // Letter by letter, taken back, other words: few and many hits.
    for (const char* text : {"t", "th", "thema 9", "thema 9-3", "thema 9", "person", "person nr8", "nr8 thema",
                             "strasse", "", "nr1", "2", "24"}) {
        typed.setFilter(QString::fromUtf8(text));
        MessageListModel fresh(plan);
        fresh.showAll();
        fresh.setFilter(QString::fromUtf8(text));
        QVERIFY2(is(typed, fresh), text);
    }
    // Another order or other messages: what was found before is forgotten.
    typed.setFilter(QStringLiteral("thema 9"));
    typed.sort(MessageListModel::SubjectColumn, Qt::AscendingOrder);
    typed.setFilter(QStringLiteral("thema 9-3"));
    QCOMPARE(typed.rowCount(), 1);
    typed.setFilter(QStringLiteral("thema"));
    typed.showGroup(Scope::Correspondent, QStringLiteral("p4@kunde.example"));
    QCOMPARE(typed.rowCount(), 5);
}

void TestSeparationModels::sortsMessagesByDate()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    const QAbstractItemModelTester tester(&model);
    model.showAll();
    for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
        const QPersistentModelIndex kept(model.index(3, MessageListModel::SubjectColumn));
        const QString subject = kept.data().toString();
        model.sort(MessageListModel::DateColumn, order);
        QCOMPARE(kept.data().toString(), subject);
        for (int row = 1; row + 1 < model.rowCount(); ++row) {
            const qint64 above = box.table.date(model.tableRow(row - 1));
            const qint64 below = box.table.date(model.tableRow(row));
            QVERIFY(order == Qt::AscendingOrder ? above <= below : above >= below);
        }
        const QModelIndex last = model.index(model.rowCount() - 1, MessageListModel::DateColumn);
        QVERIFY(!last.data().isValid());
    }
}

void TestSeparationModels::sortsMessagesByEveryColumn()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    plan.decide(Scope::Correspondent, QStringLiteral("p4@kunde.example"), Verdict::Private, time(0));
    MessageListModel model(plan);
    model.showAll();
    model.sort(MessageListModel::SubjectColumn, Qt::AscendingOrder);
    QCOMPARE(model.index(0, MessageListModel::SubjectColumn).data().toString(), QStringLiteral("Besuch in der Straße"));
    model.sort(MessageListModel::CorrespondentColumn, Qt::DescendingOrder);
    QCOMPARE(model.index(0, MessageListModel::CorrespondentColumn).data().toString(), QStringLiteral("Person Nr9"));
    model.sort(MessageListModel::VerdictColumn, Qt::DescendingOrder);
    QCOMPARE(model.index(0, 0).data(MessageListModel::VerdictRole).toInt(), static_cast<int>(Verdict::Private));
    model.sort(17, Qt::AscendingOrder);
    QCOMPARE(model.rowCount(), 56);
}

void TestSeparationModels::keepsGivenRowsInTheirOrderUntilSorted()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    const QAbstractItemModelTester tester(&model);
    const std::vector<Row> given{7, 3, 30, 12};
    model.showRows(given);
    QVERIFY(std::ranges::equal(model.shown(), given));
    model.sort(MessageListModel::DateColumn, Qt::DescendingOrder);
    for (int row = 1; row < model.rowCount(); ++row) {
        QVERIFY(box.table.date(model.tableRow(row - 1)) >= box.table.date(model.tableRow(row)));
    }
    model.sort(-1, Qt::AscendingOrder);
    QVERIFY(std::ranges::equal(model.shown(), given));
    // Elsewhere there is no order to go back to.
    model.showAll();
    const std::vector<Row> before(model.shown().begin(), model.shown().end());
    model.sort(-1, Qt::AscendingOrder);
    QVERIFY(std::ranges::equal(model.shown(), before));
}

void TestSeparationModels::marksWhatTheLastAnswerChanged()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    const auto isFresh = [&](int row) { return model.index(row).data(GroupListModel::IsFreshRole).toBool(); };
    plan.decide(Scope::Correspondent, model.group(2).key, Verdict::Private, time(1));
    QVERIFY(!isFresh(2));
    model.setFreshShown(true);
    QVERIFY(isFresh(2));
    QVERIFY(!isFresh(1));
    model.setFreshShown(false);
    QVERIFY(!isFresh(2));
    // Of questions those whose suggestion is another one than before.
    model.showQuestions();
    model.setFreshShown(true);
    const auto fresh = [&] {
        int count = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            count += isFresh(row) ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(fresh(), 0);
    const Verdict before = model.question(0).suggestion.verdict;
    for (int i = 0; i < 8; ++i) {
        plan.decide(Scope::Correspondent, QStringLiteral("p%1@kunde.example").arg(i), Verdict::Business, time(2 + i));
    }
    model.resort();
    QVERIFY(model.question(0).suggestion.verdict != before);
    QCOMPARE(fresh(), model.rowCount());
}

void TestSeparationModels::findsTheGroupOfAMessage()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel model(plan, Scope::Correspondent);
    for (Row row = 0; row < box.table.size(); ++row) {
        QCOMPARE(model.group(model.placeOf(row)).key, plan.keyOf(Scope::Correspondent, row));
    }
    model.setFilter(QStringLiteral("mueller"));
    QCOMPARE(model.placeOf(0), -1);
    model.setFilter({});
    model.showQuestions();
    for (Row row = 0; row < box.table.size(); ++row) {
        const std::vector<Row>& rows = model.question(model.placeOf(row)).rows;
        QVERIFY(std::find(rows.begin(), rows.end(), row) != rows.end());
    }
}

void TestSeparationModels::refreshesMessagesInPlace()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    model.showGroup(Scope::Correspondent, QStringLiteral("p4@kunde.example"));
    QCOMPARE(model.rowCount(), 5);
    const QPersistentModelIndex second(model.index(1, 0));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(plan.decide(Scope::Message, second.data(MessageListModel::KeyRole).toString(), Verdict::Private, time(0)));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(second.row(), 1);
    QCOMPARE(second.data(MessageListModel::VerdictRole).toInt(), static_cast<int>(Verdict::Private));
    QCOMPARE(second.data(MessageListModel::CoveredByRole).toInt(), static_cast<int>(Scope::Message));
    QVERIFY(!model.index(0, 0).data(MessageListModel::CoveredByRole).isValid());
}

void TestSeparationModels::showsExactlyWhatIsUndecided()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Business, time(0));
    plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Undecided, time(1));
    for (int i = 0; i < 9; ++i) {
        plan.decide(Scope::Correspondent, QStringLiteral("p%1@kunde.example").arg(i), Verdict::Business, time(2));
    }
    MessageListModel model(plan);
    model.showUndecided();
    QCOMPARE(static_cast<quint32>(model.rowCount()), plan.undecided());
    QCOMPARE(model.undecidedShown(), plan.undecided());
    plan.decide(Scope::Message, model.index(0, 0).data(MessageListModel::KeyRole).toString(), Verdict::Private,
                time(3));
    QCOMPARE(static_cast<quint32>(model.rowCount()), plan.undecided() + 1);
    QCOMPARE(model.undecidedShown(), plan.undecided());
    model.showUndecided();
    QCOMPARE(static_cast<quint32>(model.rowCount()), plan.undecided());
}

void TestSeparationModels::startsAnewWhenTheTableIsFilledAnew()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    GroupListModel groups(plan, Scope::Correspondent);
    MessageListModel messages(plan);
    const QAbstractItemModelTester groupTester(&groups);
    const QAbstractItemModelTester messageTester(&messages);
    messages.showGroup(Scope::Correspondent, QStringLiteral("p4@kunde.example"));
    messages.setFilter(QStringLiteral("thema"));
    box.table.clear();
    box.addFolder(QStringLiteral("INBOX"));
    box.add({0, QStringLiteral("p4@kunde.example"), box.own, QStringLiteral("Thema neu"), "1@x"});
    plan.tableChanged();
    QCOMPARE(groups.rowCount(), 1);
    QCOMPARE(messages.rowCount(), 1);
}

void TestSeparationModels::showsNothingOfAnEmptyMailbox()
{
    const MessageTable table;
    SeparationPlan plan(table, context());
    GroupListModel groups(plan, Scope::Thread);
    MessageListModel messages(plan);
    groups.setFilter(QStringLiteral("x"));
    groups.resort();
    messages.showAll();
    messages.setFilter(QStringLiteral("x"));
    messages.sort(MessageListModel::SubjectColumn, Qt::AscendingOrder);
    messages.showUndecided();
    QCOMPARE(groups.rowCount(), 0);
    QCOMPARE(groups.nextOpen(-1), -1);
    QCOMPARE(messages.rowCount(), 0);
    plan.decide(Scope::Correspondent, QStringLiteral("a@b.example"), Verdict::Private, time(0));
}

void TestSeparationModels::givesAllRolesOfAMessage()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    model.showGroup(Scope::Correspondent, QStringLiteral("p0@kunde.example"));
    model.setColumnTitles({QStringLiteral("Datum"), QStringLiteral("Betreff")});
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Betreff"));
    QVERIFY(!model.headerData(3, Qt::Horizontal, Qt::DisplayRole).isValid());
    const QModelIndex index = model.index(0, MessageListModel::DateColumn);
    QCOMPARE(index.data().toDateTime().toUTC(), time(1000));
    QCOMPARE(index.data(MessageListModel::TableRowRole).toUInt(), 0U);
    QCOMPARE(index.data(MessageListModel::AddressRole).toString(), QStringLiteral("p0@kunde.example"));
    QCOMPARE(index.data(MessageListModel::BytesRole).toLongLong(), qint64(1001));
    QVERIFY(!index.data(MessageListModel::IsOutgoingRole).toBool());
    QVERIFY(index.data(MessageListModel::SuggestionRole).canConvert<Suggestion>());
    QCOMPARE(model.rowOf(0), 0);
    QCOMPARE(model.rowOf(55), -1);
    QVERIFY(!model.roleNames().isEmpty());
    model.showNothing();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestSeparationModels)
#include "tst_separation_models.moc"
