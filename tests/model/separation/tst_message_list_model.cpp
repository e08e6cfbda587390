// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ten_contacts.h"

#include "separation/group_list_model.h"
#include "separation/message_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace made;

class TestMessageListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersMessages_data();
    void filtersMessages();
    void findsTheSameWhateverWasTypedBefore();
    void foldsLettersQuicklyAsSlowly();
    void foldsOtherLettersSlowly_data();
    void foldsOtherLettersSlowly();
    void sortsMessagesByDate();
    void sortsManySubjectsInTheAlphabet();
    void sortsMessagesByEveryColumn();
    void keepsGivenRowsInTheirOrderUntilSorted();
    void refreshesMessagesInPlace();
    void showsExactlyWhatIsUndecided();
    void startsAnewWhenTheTableIsFilledAnew();
    void showsNothingOfAnEmptyMailbox();
    void givesAllRolesOfAMessage();
};

void TestMessageListModel::filtersMessages_data()
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
    QTest::newRow("letters that no subject has") << QStringLiteral("Ωμέγα") << 0;
}

void TestMessageListModel::filtersMessages()
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

void TestMessageListModel::findsTheSameWhateverWasTypedBefore()
{
    Ten box;
    SeparationPlan plan(box.table, context());
    MessageListModel typed(plan);
    typed.showAll();
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

void TestMessageListModel::foldsLettersQuicklyAsSlowly()
{
    QString all;
    for (char16_t c = 0; c < 0x180; ++c) {
        all += QChar(c);
    }
    std::vector<char> room(static_cast<std::size_t>(all.size()) * 8);
    const QByteArray utf8 = all.toUtf8();
    const auto folded = FoldedTexts::foldedInto(room, viewOf(utf8));
    QVERIFY(folded);
    QCOMPARE(*folded, viewOf(FoldedTexts::folded(all)));
    // Letter by letter none needs more room than is asked for.
    for (const QChar c : std::as_const(all)) {
        const QByteArray letter = QString(c).toUtf8();
        QVERIFY(FoldedTexts::folded(QString(c)).size() <= letter.size() * 4);
    }
    QVERIFY(!FoldedTexts::foldedInto(std::span(room).first(8), "too long for it"));
}

void TestMessageListModel::foldsOtherLettersSlowly_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::newRow("Greek") << QByteArray("Ωμέγα");
    QTest::newRow("emoji") << QByteArray("Fest 🙂");
    QTest::newRow("broken at the end") << QByteArray("Gr\xC3");
    QTest::newRow("broken in the middle") << QByteArray("Gr\xC3"
                                                        "a");
    QTest::newRow("too long a form") << QByteArray("\xC0\x80");
    QTest::newRow("not UTF-8") << QByteArray("Gr\xFC\xDF");
}

void TestMessageListModel::foldsOtherLettersSlowly()
{
    QFETCH(QByteArray, utf8);
    std::array<char, 256> room{};
    QVERIFY(!FoldedTexts::foldedInto(room, viewOf(utf8)));
}

void TestMessageListModel::sortsMessagesByDate()
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

void TestMessageListModel::sortsManySubjectsInTheAlphabet()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    constexpr quint32 count = 45'000; // more than are sorted at a time
    for (quint32 i = 0; i < count; ++i) {
        const quint32 mixed = i * 7'919 % 30'000; // some twice
        box.add({0, QStringLiteral("a@x.example"), box.own, QStringLiteral("Übergabe %1").arg(mixed, 6), {}});
    }
    SeparationPlan plan(box.table, context());
    MessageListModel model(plan);
    model.showAll();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(MessageListModel::SubjectColumn, order);
        QCOMPARE(model.rowCount(), static_cast<int>(count));
        for (std::size_t i = 1; i < count; ++i) {
            const Row above = model.shown()[i - 1];
            const Row below = model.shown()[i];
            const int places = QString::compare(box.table.subject(above), box.table.subject(below));
            QVERIFY(order == Qt::AscendingOrder ? places <= 0 : places >= 0);
            QVERIFY(places != 0 || above < below); // what is equal stays in the table's order
        }
    }
}

void TestMessageListModel::sortsMessagesByEveryColumn()
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

void TestMessageListModel::keepsGivenRowsInTheirOrderUntilSorted()
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

void TestMessageListModel::refreshesMessagesInPlace()
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

void TestMessageListModel::showsExactlyWhatIsUndecided()
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

void TestMessageListModel::startsAnewWhenTheTableIsFilledAnew()
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

void TestMessageListModel::showsNothingOfAnEmptyMailbox()
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

void TestMessageListModel::givesAllRolesOfAMessage()
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

QTEST_GUILESS_MAIN(TestMessageListModel)
#include "tst_message_list_model.moc"
