// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/separation/made_mail.h"
#include "separation/audit.h"

#include <QTest>

#include <set>

using namespace made;

namespace {

/** 200 messages of 20 people, all called business. */
struct Pile
{
    Pile()
    {
        box.addFolder(QStringLiteral("INBOX"));
        for (int i = 0; i < 200; ++i) {
            box.add(
                {0, QStringLiteral("person%1@kunde.example").arg(i % 20), box.own, {}, QByteArray::number(i) + "@x"});
        }
        plan = std::make_unique<SeparationPlan>(box.table, context());
        for (int person = 0; person < 20; ++person) {
            plan->decide(Scope::Correspondent, QStringLiteral("person%1@kunde.example").arg(person), Verdict::Business,
                         time(person));
        }
    }
    Mailbox box;
    std::unique_ptr<SeparationPlan> plan;
};

} // namespace

class TestAudit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesTheBoundOfClopperAndPearson_data();
    void givesTheBoundOfClopperAndPearson();
    void drawsEachStratumOnce();
    void drawsTheSameForTheSameSeed();
    void drawsAllOfASmallPile();
    void knowsThatThePileHasChanged();
    void reopensTheContactOfAFinding();
    void keepsWhatWasDecidedByHandElsewhere();
    void putsEachOfTwoFindingsRight();
    void reopensOneContactOfAFolder();
    void holdsItsPromise();
};

void TestAudit::givesTheBoundOfClopperAndPearson_data()
{
    QTest::addColumn<quint32>("looked");
    QTest::addColumn<quint32>("found");
    QTest::addColumn<double>("bound");
    // qbeta(0.95, found + 1, looked - found)
    QTest::newRow("none of 59") << 59U << 0U << 0.049507;
    QTest::newRow("none of 10") << 10U << 0U << 0.258866;
    QTest::newRow("one of 20") << 20U << 1U << 0.216106;
    QTest::newRow("five of 100") << 100U << 5U << 0.102253;
    QTest::newRow("none of 300") << 300U << 0U << 0.009936;
    QTest::newRow("all") << 5U << 5U << 1.0;
    QTest::newRow("nothing looked at") << 0U << 0U << 1.0;
}

void TestAudit::givesTheBoundOfClopperAndPearson()
{
    QFETCH(quint32, looked);
    QFETCH(quint32, found);
    QFETCH(double, bound);
    QVERIFY2(std::abs(upperBound(looked, found) - bound) < 2e-6,
             qPrintable(QString::number(upperBound(looked, found), 'f', 8)));
}

void TestAudit::drawsEachStratumOnce()
{
    const Pile pile;
    const AuditSample sample = drawSample(*pile.plan, Verdict::Business, 50, 7);
    QCOMPARE(sample.population, 200U);
    QCOMPARE(sample.rows.size(), std::size_t(50));
    const std::set<Row> distinct(sample.rows.begin(), sample.rows.end());
    QCOMPARE(distinct.size(), std::size_t(50));
    QVERIFY(drawSample(*pile.plan, Verdict::Private, 50, 7).rows.empty());
}

void TestAudit::drawsTheSameForTheSameSeed()
{
    const Pile pile;
    QCOMPARE(drawSample(*pile.plan, Verdict::Business, 50, 7).rows,
             drawSample(*pile.plan, Verdict::Business, 50, 7).rows);
    QVERIFY(drawSample(*pile.plan, Verdict::Business, 50, 8).rows !=
            drawSample(*pile.plan, Verdict::Business, 50, 7).rows);
}

void TestAudit::drawsAllOfASmallPile()
{
    const Pile pile;
    QCOMPARE(drawSample(*pile.plan, Verdict::Business, 1'000, 7).rows.size(), std::size_t(200));
}

void TestAudit::knowsThatThePileHasChanged()
{
    const Pile pile;
    const QByteArray before = markOf(*pile.plan, Verdict::Business);
    QCOMPARE(markOf(*pile.plan, Verdict::Business), before);
    pile.plan->decide(Scope::Message, pile.plan->keyOf(Scope::Message, 3), Verdict::Private, time(30));
    QVERIFY(markOf(*pile.plan, Verdict::Business) != before);
    pile.plan->undo();
    QCOMPARE(markOf(*pile.plan, Verdict::Business), before);
}

void TestAudit::reopensTheContactOfAFinding()
{
    const Pile pile;
    SeparationPlan& plan = *pile.plan;
    plan.decideAll(reopened(plan, std::array{Finding{4, Verdict::Private}}, time(40)));
    QCOMPARE(plan.verdict(4), Verdict::Private);
    QCOMPARE(plan.verdict(24), Verdict::Undecided);
    QCOMPARE(plan.undecided(), 9U);
    QCOMPARE(plan.verdict(5), Verdict::Business);
    plan.undo();
    QCOMPARE(plan.undecided(), 0U);
    QCOMPARE(plan.verdict(4), Verdict::Business);
}

void TestAudit::keepsWhatWasDecidedByHandElsewhere()
{
    const Pile pile;
    SeparationPlan& plan = *pile.plan;
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 24), Verdict::Private, time(30));
    plan.decideAll(reopened(plan, std::array{Finding{4, Verdict::Private}}, time(40)));
    QCOMPARE(plan.verdict(24), Verdict::Private);
    QCOMPARE(plan.undecided(), 8U);
}

/** Both are of one contact, whose messages were decided one by one. */
void TestAudit::putsEachOfTwoFindingsRight()
{
    const Pile pile;
    SeparationPlan& plan = *pile.plan;
    plan.restore({});
    for (Row row = 0; row < plan.table().size(); ++row) {
        plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), Verdict::Business, time(30));
    }
    const std::array found{Finding{4, Verdict::Private}, Finding{24, Verdict::Protected}};
    plan.decideAll(reopened(plan, found, time(40)));
    QCOMPARE(plan.verdict(4), Verdict::Private);
    QCOMPARE(plan.verdict(24), Verdict::Protected);
    QCOMPARE(plan.undecided(), 8U);
}

void TestAudit::reopensOneContactOfAFolder()
{
    const Pile pile;
    SeparationPlan& plan = *pile.plan;
    plan.restore({});
    plan.decide(Scope::Folder, plan.keyOf(Scope::Folder, 4), Verdict::Business, time(30));
    QCOMPARE(plan.undecided(), 0U);
    plan.decideAll(reopened(plan, std::array{Finding{4, Verdict::Private}}, time(40)));
    QCOMPARE(plan.verdict(4), Verdict::Private);
    QCOMPARE(plan.verdict(24), Verdict::Undecided);
    QCOMPARE(plan.undecided(), 9U);
    QCOMPARE(plan.verdict(5), Verdict::Business);
}

/** Of piles with 8 % in the wrong place, no more than one sample in twenty may give a bound below that. */
void TestAudit::holdsItsPromise()
{
    const Pile pile;
    int broken = 0;
    constexpr int trials = 400;
    for (quint64 seed = 0; seed < trials; ++seed) {
        const AuditSample sample = drawSample(*pile.plan, Verdict::Business, 40, seed);
        const auto found = std::count_if(sample.rows.begin(), sample.rows.end(), [](Row row) { return row % 25 < 2; });
        broken += upperBound(40, static_cast<quint32>(found)) < 0.08 ? 1 : 0;
    }
    QVERIFY2(broken <= trials / 20, qPrintable(QString::number(broken)));
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
