// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ten_contacts.h"

#include "separation/group_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace made;

namespace {

QStringList titles(const GroupListModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all += model.index(row).data().toString();
    }
    return all;
}

} // namespace

class TestGroupListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsWithTheirFacts();
    void keepsTheOrderOfGroupsWhileDeciding();
    void keepsTheSelectionWhenGroupsAreResorted();
    void filtersGroups();
    void walksToTheNextOpenGroup();
    void marksWhatTheLastAnswerChanged();
    void findsTheGroupOfAMessage();
};

void TestGroupListModel::listsGroupsWithTheirFacts()
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

void TestGroupListModel::keepsTheOrderOfGroupsWhileDeciding()
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

void TestGroupListModel::keepsTheSelectionWhenGroupsAreResorted()
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

void TestGroupListModel::filtersGroups()
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

void TestGroupListModel::walksToTheNextOpenGroup()
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

void TestGroupListModel::marksWhatTheLastAnswerChanged()
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

void TestGroupListModel::findsTheGroupOfAMessage()
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

QTEST_GUILESS_MAIN(TestGroupListModel)
#include "tst_group_list_model.moc"
