// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

using namespace made;

namespace {

const auto anna = QStringLiteral("anna@privat.example");
const auto sven = QStringLiteral("sven@firma.example");
const auto council = QStringLiteral("betriebsrat@firma.example");

/** Rows: 0-2 a thread of Anna and Sven, 3 a list mail of Anna's, 4 of Sven, 5 to the works council, 6 Anna's in Privat.
 */
struct Small : Mailbox
{
    Small()
    {
        addFolder(QStringLiteral("INBOX"));
        addFolder(QStringLiteral("Sent"), mail::SpecialUse::Sent);
        addFolder(QStringLiteral("Ablage/Privat"));
        add({0, anna, own, QStringLiteral("Ausflug"), "1@x"});
        add({1, own, anna, QStringLiteral("Re: Ausflug"), "2@x", {"1@x"}});
        add({0, sven, own, QStringLiteral("Re: Ausflug"), "3@x", {"1@x", "2@x"}});
        add({0, anna, own, QStringLiteral("[Chor] Probe"), "4@x", {}, "chor.example"});
        add({0, sven, own, QStringLiteral("Angebot"), "5@x"});
        add({1, own, council, QStringLiteral("Frage"), "6@x"});
        add({2, anna, own, QStringLiteral("Foto"), "7@x"});
    }
};

std::vector<Verdict> verdictsOf(const SeparationPlan& plan)
{
    std::vector<Verdict> verdicts;
    for (Row row = 0; row < plan.table().size(); ++row) {
        verdicts.push_back(plan.verdict(row));
    }
    return verdicts;
}

} // namespace

class TestSeparationPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageInTwoMailboxesIsDecidedOnce();
    void whatOnlyLooksAlikeStaysTwo_data();
    void whatOnlyLooksAlikeStaysTwo();
    void namesVerdicts();
    void groupsEachMessageOnce_data();
    void groupsEachMessageOnce();
    void coversExactlyTheMessagesOfAGroup_data();
    void coversExactlyTheMessagesOfAGroup();
    void letsTheMoreParticularWin_data();
    void letsTheMoreParticularWin();
    void letsTheLatestOfTheSameKeyWin();
    void takesADecisionBack();
    void understandsAThreadByAnyOfItsMessages();
    void undoesAndRedoesWithoutLimit();
    void undoesManyDecisionsTogether();
    void protectsFromTheStart_data();
    void protectsFromTheStart();
    void neverMakesProtectedMailBusiness_data();
    void neverMakesProtectedMailBusiness();
    void keepsProtectedMailOutOfABusinessFolder();
    void letsTheLeaverTakeProtectedMailAsPrivate();
    void restoresWhatACaseKept();
    void tellsWhatTheLeaverProtectedByHand();
    void undoesWhatWasDecidedBeforeItWasRestored();
    void skipsDamagedDecisions();
    void keepsDecisionsWhenTheTableIsFilledAnew();
    void countsBytesAndGroups();
    void putsTheGroupThatSettlesMostFirst();
    void doesNotRecordADecisionInForceAgain();
    void worksOnAnEmptyMailbox();
    void tellsWhenSomethingChanged();
};

void TestSeparationPlan::namesVerdicts()
{
    for (const Verdict verdict : allVerdicts) {
        QCOMPARE(verdictFromName(QLatin1String(verdictName(verdict)).toString()), std::optional(verdict));
    }
    QVERIFY(!verdictFromName(u"Privat"));
}

void TestSeparationPlan::groupsEachMessageOnce_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<quint32>("groups");
    QTest::addColumn<std::size_t>("messages");
    QTest::newRow("message") << Scope::Message << 7U << std::size_t(7);
    QTest::newRow("thread") << Scope::Thread << 5U << std::size_t(7);
    QTest::newRow("list: list mail only") << Scope::List << 1U << std::size_t(1);
    QTest::newRow("correspondent") << Scope::Correspondent << 3U << std::size_t(7);
    QTest::newRow("folder") << Scope::Folder << 3U << std::size_t(7);
}

void TestSeparationPlan::groupsEachMessageOnce()
{
    QFETCH(Scope, scope);
    QFETCH(quint32, groups);
    QFETCH(std::size_t, messages);
    Small box;
    SeparationPlan plan(box.table, context());
    std::vector<Row> all;
    const std::vector<Group> found = plan.groups(scope);
    for (const Group& group : found) {
        const std::vector<Row> rows = plan.rowsOf(scope, group.key);
        QCOMPARE(static_cast<std::size_t>(group.messages), rows.size());
        for (const Row row : rows) {
            QCOMPARE(plan.keyOf(scope, row), group.key);
        }
        all.insert(all.end(), rows.begin(), rows.end());
    }
    QCOMPARE(static_cast<quint32>(found.size()), groups);
    QCOMPARE(all.size(), messages);
    QCOMPARE(std::set<Row>(all.begin(), all.end()).size(), messages);
}

void TestSeparationPlan::coversExactlyTheMessagesOfAGroup_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("correspondent, sent mail included") << Scope::Correspondent << anna << QList<int>{0, 1, 3, 6};
    QTest::newRow("address in other letters")
        << Scope::Correspondent << QStringLiteral(" Anna@Privat.example") << QList<int>{0, 1, 3, 6};
    QTest::newRow("folder") << Scope::Folder << QStringLiteral("0/INBOX") << QList<int>{0, 2, 3, 4};
    QTest::newRow("folder below another") << Scope::Folder << QStringLiteral("0/Ablage/Privat") << QList<int>{6};
    QTest::newRow("list") << Scope::List << QStringLiteral("chor.example") << QList<int>{3};
    QTest::newRow("unknown folder") << Scope::Folder << QStringLiteral("1/INBOX") << QList<int>{};
    QTest::newRow("unknown address") << Scope::Correspondent << QStringLiteral("privat.example") << QList<int>{};
    QTest::newRow("no message") << Scope::Message << QString() << QList<int>{};
}

void TestSeparationPlan::coversExactlyTheMessagesOfAGroup()
{
    QFETCH(Scope, scope);
    QFETCH(QString, key);
    QFETCH(QList<int>, rows);
    Small box;
    SeparationPlan plan(box.table, context());
    const std::vector<Verdict> before = verdictsOf(plan);
    QVERIFY(plan.decide(scope, key, Verdict::Private, time(0)));
    for (Row row = 0; row < box.table.size(); ++row) {
        const bool isCovered = rows.contains(static_cast<int>(row));
        QCOMPARE(plan.verdict(row), isCovered ? Verdict::Private : before[row]);
        QCOMPARE(plan.coveredBy(row), isCovered ? std::optional(scope) : std::nullopt);
    }
}

void TestSeparationPlan::letsTheMoreParticularWin_data()
{
    QTest::addColumn<Scope>("particular");
    QTest::addColumn<Scope>("general");
    constexpr std::array names{"message", "thread", "list", "correspondent", "folder"};
    for (std::size_t a = 0; a < names.size(); ++a) {
        for (std::size_t b = a + 1; b < names.size(); ++b) {
            QTest::addRow("%s before %s", names[a], names[b]) << static_cast<Scope>(a) << static_cast<Scope>(b);
        }
    }
}

void TestSeparationPlan::letsTheMoreParticularWin()
{
    QFETCH(Scope, particular);
    QFETCH(Scope, general);
    constexpr Row listMail = 3;
    Small box;
    for (const bool isParticularFirst : {true, false}) {
        SeparationPlan plan(box.table, context());
        const auto decideParticular = [&] {
            return plan.decide(particular, plan.keyOf(particular, listMail), Verdict::Private, time(0));
        };
        QVERIFY(!isParticularFirst || decideParticular());
        QVERIFY(plan.decide(general, plan.keyOf(general, listMail), Verdict::Business, time(1)));
        QVERIFY(isParticularFirst || decideParticular());
        QCOMPARE(plan.verdict(listMail), Verdict::Private);
        QCOMPARE(plan.coveredBy(listMail), std::optional(particular));
        QVERIFY(plan.decide(particular, plan.keyOf(particular, listMail), Verdict::Undecided, time(2)));
        QCOMPARE(plan.verdict(listMail), Verdict::Business);
    }
}

void TestSeparationPlan::letsTheLatestOfTheSameKeyWin()
{
    Small box;
    SeparationPlan plan(box.table, context());
    plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0));
    plan.decide(Scope::Correspondent, sven, Verdict::Business, time(1));
    plan.decide(Scope::Correspondent, anna.toUpper(), Verdict::Business, time(2));
    QCOMPARE(plan.verdict(0), Verdict::Business);
    QCOMPARE(plan.decisions().size(), std::size_t(2));
    QCOMPARE(plan.decisions().front().key, sven);
    plan.undo();
    QCOMPARE(plan.verdict(0), Verdict::Private);
    QCOMPARE(plan.decisions().size(), std::size_t(2));
}

void TestSeparationPlan::takesADecisionBack()
{
    Small box;
    SeparationPlan plan(box.table, context());
    const std::vector<Verdict> before = verdictsOf(plan);
    plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Business, time(0));
    plan.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Undecided, time(1));
    QCOMPARE(verdictsOf(plan), before);
    QVERIFY(plan.decisions().empty());
    plan.undo();
    QCOMPARE(plan.verdict(0), Verdict::Business);
}

void TestSeparationPlan::understandsAThreadByAnyOfItsMessages()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.keyOf(Scope::Thread, 2), box.table.stableId(0));
    plan.decide(Scope::Thread, box.table.stableId(2), Verdict::Private, time(0));
    plan.decide(Scope::Thread, box.table.stableId(0), Verdict::Business, time(1));
    for (const Row row : {0U, 1U, 2U}) {
        QCOMPARE(plan.verdict(row), Verdict::Business);
    }
    QCOMPARE(plan.verdict(4), Verdict::Undecided);
    QCOMPARE(plan.decisions().size(), std::size_t(1));
}

void TestSeparationPlan::undoesAndRedoesWithoutLimit()
{
    Small box;
    SeparationPlan plan(box.table, context());
    std::vector<std::vector<Verdict>> seen{verdictsOf(plan)};
    for (int i = 0; i < 500; ++i) {
        const auto scope = static_cast<Scope>(i % 5);
        const Row row = static_cast<Row>(i * 7 % 5);
        // Never the same verdict twice for one key, so that each one is a step.
        const Verdict verdict = (i / 5) % 2 == 0 ? Verdict::Private : Verdict::Protected;
        const std::size_t steps = plan.decisions().size();
        plan.decide(scope, plan.keyOf(scope, row), verdict, time(i));
        QVERIFY(plan.decisions().size() >= steps);
        seen.push_back(verdictsOf(plan));
    }
    std::vector<std::vector<Verdict>> undone;
    while (plan.mayUndo()) {
        undone.push_back(verdictsOf(plan));
        QVERIFY(plan.undo());
    }
    QVERIFY(!plan.undo());
    QCOMPARE(verdictsOf(plan), seen.front());
    QVERIFY(undone.size() > 100);
    for (auto expected = undone.rbegin(); expected != undone.rend(); ++expected) {
        QVERIFY(plan.redo());
        QCOMPARE(verdictsOf(plan), *expected);
    }
    QVERIFY(!plan.mayRedo());
    plan.undo();
    plan.decide(Scope::Correspondent, QStringLiteral("neu@privat.example"), Verdict::Private, time(0));
    QVERIFY(!plan.mayRedo());
}

void TestSeparationPlan::undoesManyDecisionsTogether()
{
    Small box;
    SeparationPlan plan(box.table, context());
    const std::vector<Verdict> before = verdictsOf(plan);
    plan.decideAll({{Scope::Correspondent, anna, Verdict::Private, time(0)},
                    {Scope::Correspondent, council, Verdict::Business, time(0)},
                    {Scope::Correspondent, sven, Verdict::Business, time(0)}});
    QCOMPARE(plan.undecided(), 0U);
    QCOMPARE(plan.decisions().size(), std::size_t(2));
    QVERIFY(plan.undo());
    QCOMPARE(verdictsOf(plan), before);
    QVERIFY(!plan.mayUndo());
    plan.decideAll({});
    QVERIFY(!plan.mayUndo());
}

void TestSeparationPlan::protectsFromTheStart_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isProtected");
    for (const char* local : {"betriebsrat",
                              "br",
                              "personalrat",
                              "datenschutz",
                              "dsb",
                              "datenschutzbeauftragter",
                              "datenschutzbeauftragte",
                              "betriebsarzt",
                              "sbv",
                              "schwerbehindertenvertretung",
                              "agg-beschwerde",
                              "personalrat.nord",
                              "gesamtbetriebsrat",
                              "works.council",
                              "company-doctor",
                              "occupational.health",
                              "data-protection.officer",
                              "disability.representative",
                              "complaints.body",
                              "gleichbehandlung",
                              "whistleblowing"}) {
        QTest::newRow(local) << QLatin1String(local) + QStringLiteral("@firma.example") << true;
    }
    QTest::newRow("below the company's domain") << QStringLiteral("br@werk2.firma.example") << true;
    QTest::newRow("in capitals") << QStringLiteral("Betriebsrat@Firma.Example") << true;
    QTest::newRow("by the policy's pattern") << QStringLiteral("vertrauen@kanzlei.example") << true;
    QTest::newRow("works council of another firm") << QStringLiteral("betriebsrat@kunde.example") << false;
    QTest::newRow("domain that only ends alike") << QStringLiteral("br@nichtfirma.example") << false;
    QTest::newRow("name that only begins alike") << QStringLiteral("bruno@firma.example") << false;
    QTest::newRow("no address") << QString() << false;
}

void TestSeparationPlan::protectsFromTheStart()
{
    QFETCH(QString, address);
    QFETCH(bool, isProtected);
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    box.add({0, address, box.own, {}, "1@x"});
    box.add({0, box.own, address, {}, "2@x"});
    box.add({0, sven, box.own + QLatin1Char(',') + address, {}, "3@x"});
    SeparationPlan plan(box.table, context());
    for (const Row row : {0U, 1U, 2U}) {
        QCOMPARE(plan.verdict(row), isProtected ? Verdict::Protected : Verdict::Undecided);
        QCOMPARE(plan.suggestion(row).verdict == Verdict::Protected && plan.suggestion(row).confidence > 0.99F,
                 isProtected);
    }
}

void TestSeparationPlan::neverMakesProtectedMailBusiness_data()
{
    QTest::addColumn<Scope>("scope");
    QTest::newRow("message") << Scope::Message;
    QTest::newRow("thread") << Scope::Thread;
    QTest::newRow("correspondent") << Scope::Correspondent;
    QTest::newRow("folder") << Scope::Folder;
}

void TestSeparationPlan::neverMakesProtectedMailBusiness()
{
    QFETCH(Scope, scope);
    Mailbox box;
    box.addFolder(QStringLiteral("Betriebsrat"));
    box.add({0, council, box.own, {}, "1@x"});
    SeparationPlan plan(box.table, context());
    const QString key = plan.keyOf(scope, 0);
    QVERIFY(!plan.decide(scope, key, Verdict::Business, time(0)));
    QCOMPARE(plan.verdict(0), Verdict::Protected);
    QVERIFY(!plan.mayUndo());
    plan.decideAll({{scope, key, Verdict::Business, time(0)}});
    QCOMPARE(plan.verdict(0), Verdict::Protected);
    plan.restore({{scope, key, Verdict::Business, time(0)}});
    QCOMPARE(plan.verdict(0), Verdict::Protected);
    QVERIFY(!plan.coveredBy(0));
    QCOMPARE(plan.tallies()[static_cast<std::size_t>(Verdict::Business)].messages, 0U);
}

void TestSeparationPlan::keepsProtectedMailOutOfABusinessFolder()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QVERIFY(plan.decide(Scope::Folder, QStringLiteral("0/Sent"), Verdict::Business, time(0)));
    QCOMPARE(plan.verdict(1), Verdict::Business);
    QCOMPARE(plan.verdict(5), Verdict::Protected);
}

void TestSeparationPlan::letsTheLeaverTakeProtectedMailAsPrivate()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QVERIFY(plan.decide(Scope::Correspondent, council, Verdict::Private, time(0)));
    QCOMPARE(plan.verdict(5), Verdict::Private);
    QVERIFY(plan.decide(Scope::Correspondent, council, Verdict::Undecided, time(1)));
    QCOMPARE(plan.verdict(5), Verdict::Protected);
}

void TestSeparationPlan::tellsWhatTheLeaverProtectedByHand()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QVERIFY(plan.tallies()[static_cast<std::size_t>(Verdict::Protected)].messages > 0);
    QCOMPARE(plan.protectedByHand(), 0U);
    // Calling protected what is so anyway changes nothing.
    plan.decide(Scope::Correspondent, council, Verdict::Protected, time(0));
    QCOMPARE(plan.protectedByHand(), 0U);
    plan.decide(Scope::Correspondent, anna, Verdict::Protected, time(1));
    const auto annas = static_cast<quint32>(plan.rowsOf(Scope::Correspondent, anna).size());
    QVERIFY(annas > 0);
    QCOMPARE(plan.protectedByHand(), annas);
}

void TestSeparationPlan::restoresWhatACaseKept()
{
    Small box;
    SeparationPlan first(box.table, context());
    first.decide(Scope::Folder, QStringLiteral("0/INBOX"), Verdict::Business, time(0));
    first.decide(Scope::Correspondent, anna, Verdict::Private, time(1));
    first.decide(Scope::Thread, first.keyOf(Scope::Thread, 0), Verdict::Business, time(2));
    SeparationPlan second(box.table, context());
    second.restore(first.history());
    QCOMPARE(verdictsOf(second), verdictsOf(first));
    QVERIFY(!second.mayRedo());
    QCOMPARE(second.decisions().size(), std::size_t(3));
    QCOMPARE(second.decisions()[1].at, time(1));
}

void TestSeparationPlan::undoesWhatWasDecidedBeforeItWasRestored()
{
    Small box;
    SeparationPlan first(box.table, context());
    std::vector<std::vector<Verdict>> seen{verdictsOf(first)};
    first.decideAll({{Scope::Correspondent, anna, Verdict::Private, time(1)},
                     {Scope::Correspondent, sven, Verdict::Business, time(1)}});
    seen.push_back(verdictsOf(first));
    first.decide(Scope::Correspondent, anna, Verdict::Business, time(2));
    seen.push_back(verdictsOf(first));
    first.decide(Scope::Correspondent, sven, Verdict::Undecided, time(3));
    seen.push_back(verdictsOf(first));
    first.askInParts(Scope::Correspondent, sven, time(4));
    seen.push_back(verdictsOf(first));
    QCOMPARE(first.history().size(), std::size_t(5)); // what was replaced, too
    QCOMPARE(first.decisions().size(), std::size_t(2));
    SeparationPlan second(box.table, context());
    second.restore(first.history());
    const quint32 contact = second.groupNumber(Scope::Correspondent, sven);
    QVERIFY(second.isSplit(Scope::Correspondent, contact));
    while (!seen.empty()) {
        QCOMPARE(verdictsOf(second), seen.back());
        seen.pop_back();
        QCOMPARE(second.undo(), !seen.empty());
        QVERIFY(!second.isSplit(Scope::Correspondent, contact));
    }
    QVERIFY(second.decisions().empty());
}

void TestSeparationPlan::skipsDamagedDecisions()
{
    Small box;
    SeparationPlan plan(box.table, context());
    plan.restore({{static_cast<Scope>(99), anna, Verdict::Private, time(0)},
                  {Scope::Correspondent, anna, static_cast<Verdict>(77), time(0)},
                  {Scope::Correspondent, sven, Verdict::Business, {}}});
    QCOMPARE(plan.decisions().size(), std::size_t(1));
    QVERIFY(plan.undo());
    plan.decideAll({{static_cast<Scope>(99), anna, Verdict::Private, time(0)}});
    QVERIFY(!plan.mayUndo());
}

void TestSeparationPlan::keepsDecisionsWhenTheTableIsFilledAnew()
{
    MessageTable table;
    SeparationPlan plan(table, context());
    plan.restore({{Scope::Correspondent, anna, Verdict::Private, time(0)}});
    Small box;
    table = std::move(box.table);
    QSignalSpy regrouped(&plan, &SeparationPlan::regrouped);
    plan.tableChanged();
    QCOMPARE(regrouped.count(), 1);
    QCOMPARE(plan.verdict(0), Verdict::Private);
    const QString thread = plan.keyOf(Scope::Thread, 2);
    plan.decide(Scope::Thread, thread, Verdict::Business, time(1));
    plan.undo();
    Small again;
    table = std::move(again.table);
    plan.tableChanged();
    QVERIFY(plan.redo());
    QCOMPARE(plan.verdict(2), Verdict::Business);
    SeparationContext strict = context();
    strict.protectedCorrespondents += anna;
    plan.setContext(strict);
    QCOMPARE(plan.verdict(0), Verdict::Protected);
}

void TestSeparationPlan::countsBytesAndGroups()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.undecided(), 6U);
    QCOMPARE(plan.undecidedGroups(), 2U);
    plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0));
    QCOMPARE(plan.undecidedGroups(), 1U);
    const auto tallies = plan.tallies();
    const Tally isPrivate = tallies[static_cast<std::size_t>(Verdict::Private)];
    QCOMPARE(isPrivate.messages, 4U);
    QCOMPARE(isPrivate.bytes, qint64(1001 + 1002 + 1004 + 1007));
    const quint32 all = std::accumulate(tallies.begin(), tallies.end(), 0U,
                                        [](quint32 sum, const Tally& tally) { return sum + tally.messages; });
    QCOMPARE(all, box.table.size());
}

void TestSeparationPlan::putsTheGroupThatSettlesMostFirst()
{
    Small box;
    SeparationPlan plan(box.table, context());
    const std::vector<Group> groups = plan.groups(Scope::Correspondent);
    QCOMPARE(groups[0].key, anna);
    QCOMPARE(groups[1].key, sven);
    QCOMPARE(groups[2].key, council);
    QCOMPARE(groups[2].verdict, std::optional(Verdict::Protected));
    plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0));
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 4), Verdict::Business, time(0));
    const std::vector<Group> after = plan.groups(Scope::Correspondent);
    QCOMPARE(after[0].key, sven);
    QVERIFY(!after[0].verdict);
    QCOMPARE(after[0].undecided, 1U);
    QCOMPARE(plan.groups(Scope::Thread).front().messages, 3U);
    QCOMPARE(plan.group(Scope::Folder, plan.groupNumber(Scope::Folder, QStringLiteral("0/Ablage/Privat"))).title,
             QStringLiteral("Ablage/Privat"));
}

void TestSeparationPlan::doesNotRecordADecisionInForceAgain()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QVERIFY(plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0)));
    QSignalSpy changed(&plan, &SeparationPlan::changed);
    QVERIFY(plan.decide(Scope::Correspondent, anna, Verdict::Private, time(1)));
    QVERIFY(plan.decide(Scope::Correspondent, sven, Verdict::Undecided, time(1)));
    QCOMPARE(changed.count(), 0);
    plan.undo();
    QVERIFY(!plan.mayUndo());
}

void TestSeparationPlan::worksOnAnEmptyMailbox()
{
    const MessageTable table;
    SeparationPlan plan(table, context());
    QCOMPARE(plan.undecided(), 0U);
    QVERIFY(plan.groups(Scope::Correspondent).empty());
    QVERIFY(plan.groups(Scope::Folder).empty());
    QVERIFY(plan.suggestionsAsDecisions(0, time(0)).empty());
    QVERIFY(plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0)));
    QVERIFY(!plan.decide(Scope::Correspondent, council, Verdict::Business, time(0)));
    QCOMPARE(plan.decisions().size(), std::size_t(1));
    QVERIFY(plan.undo());
    QVERIFY(plan.keyOf(Scope::List, 0).isEmpty());
}

void TestSeparationPlan::tellsWhenSomethingChanged()
{
    Small box;
    SeparationPlan plan(box.table, context());
    QSignalSpy changed(&plan, &SeparationPlan::changed);
    plan.decide(Scope::Correspondent, anna, Verdict::Private, time(0));
    plan.undo();
    plan.redo();
    plan.restore({});
    QCOMPARE(changed.count(), 4);
    QVERIFY(!plan.undo());
    QVERIFY(!plan.redo());
    QCOMPARE(changed.count(), 4);
}

void TestSeparationPlan::aMessageInTwoMailboxesIsDecidedOnce()
{
    Mailbox mailbox;
    const quint32 server = mailbox.addFolder(QStringLiteral("INBOX"));
    const quint32 pst = mailbox.addFolder(QStringLiteral("Posteingang"), mail::SpecialUse::None, 1);
    MessageFacts facts = mailbox.factsOf(
        {server, QStringLiteral("sven@firma.example"), mailbox.own, QStringLiteral("Budget"), "1@firma.example"});
    const Row first = mailbox.table.append(facts);
    // As Outlook keeps it: another size and key, the sender by his name in Exchange, no Message-ID.
    facts.mailbox = 1;
    facts.folder = pst;
    facts.key = "4711";
    facts.bytes += 300;
    facts.fingerprint = "other";
    facts.header.messageId.clear();
    facts.header.from = {person(QStringLiteral("/o=firma/cn=sven"), QStringLiteral("Sven"))};
    const Row second = mailbox.table.append(facts);
    SeparationPlan plan(mailbox.table, context());
    QCOMPARE(plan.copies(), 1U);
    QCOMPARE(plan.groups(Scope::Message).size(), std::size_t(1));
    QVERIFY(plan.decide(Scope::Correspondent, QStringLiteral("sven@firma.example"), Verdict::Business, time(1)));
    QCOMPARE(plan.verdict(second), Verdict::Business);
    QCOMPARE(plan.coveredBy(second), std::optional(Scope::Correspondent));
    QCOMPARE(plan.undecided(), 0U);
    QVERIFY(plan.decide(Scope::Message, plan.keyOf(Scope::Message, second), Verdict::Private, time(2)));
    QCOMPARE(plan.verdict(first), Verdict::Private);
    QVERIFY(plan.undo());
    QCOMPARE(plan.verdict(first), Verdict::Business);
}

void TestSeparationPlan::whatOnlyLooksAlikeStaysTwo_data()
{
    QTest::addColumn<QByteArray>("otherId");
    QTest::addColumn<QString>("otherSender");
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<quint16>("otherMailbox");
    const QString same = QStringLiteral("anna@privat.example");
    QTest::newRow("another Message-ID") << QByteArray("2@x") << same << 0 << quint16(1);
    QTest::newRow("another sender") << QByteArray("1@x") << QStringLiteral("bert@privat.example") << 0 << quint16(1);
    QTest::newRow("another second") << QByteArray("1@x") << same << 1 << quint16(1);
    QTest::newRow("no Message-ID in the same mailbox") << QByteArray() << same << 0 << quint16(0);
}

void TestSeparationPlan::whatOnlyLooksAlikeStaysTwo()
{
    QFETCH(QByteArray, otherId);
    QFETCH(QString, otherSender);
    QFETCH(int, secondsLater);
    QFETCH(quint16, otherMailbox);
    Mailbox mailbox;
    const quint32 folder = mailbox.addFolder(QStringLiteral("INBOX"));
    const quint32 other = mailbox.addFolder(QStringLiteral("Archiv"), mail::SpecialUse::None, otherMailbox);
    MessageFacts facts =
        mailbox.factsOf({folder, QStringLiteral("anna@privat.example"), mailbox.own, QStringLiteral("Hallo"), "1@x"});
    mailbox.table.append(facts);
    facts.folder = other;
    facts.mailbox = otherMailbox;
    facts.key = "other";
    facts.fingerprint = "other"; // as no two headers that differ have the same
    facts.header.messageId = otherId;
    facts.header.from = {person(otherSender)};
    facts.header.date = facts.header.date.addSecs(secondsLater);
    mailbox.table.append(facts);
    QCOMPARE(SeparationPlan(mailbox.table, context()).copies(), 0U);
}

QTEST_GUILESS_MAIN(TestSeparationPlan)
#include "tst_separation_plan.moc"
