// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/calibration.h"

#include <QTest>

#include <cmath>

using namespace made;
using Kind = Reason::Kind;

namespace {

/** 40 strangers in one folder, 6 in another, one more message in that. */
struct TwoFolders : Mailbox
{
    TwoFolders()
    {
        addFolder(QStringLiteral("INBOX"));
        addFolder(QStringLiteral("Ablage"));
        for (int i = 0; i < 46; ++i) {
            add({i < 40 ? 0U : 1U,
                 QStringLiteral("fremd%1@ort%1.example").arg(i),
                 own,
                 {},
                 QByteArray::number(i) + "@f"});
        }
        last = add({1, QStringLiteral("kim@irgendwo.example"), own, {}, "last@f"});
    }
    void decide(SeparationPlan& plan, Row from, Row to, Verdict verdict) const
    {
        for (Row row = from; row < to; ++row) {
            plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), verdict, time(int(row)));
        }
    }
    Row last = 0;
};

} // namespace

/** What the suggestions learn from the leaver's answers. */
class TestLearning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsFromDecisionsAboutTheSameDomain();
    void takesNoFreeMailProviderForAFirm();
    void learnsFromSingleMessagesOfTheSamePerson();
    void learnsHowMuchOfTheMailboxIsPrivate();
    void learnsLessOfWordsWhileAllAnswersWereAlike();
    void takesNoFolderForOtherThanTheRestWhereAllIsDecidedAlike();
    void learnsWhereAFolderDiffersFromTheRest();
};

void TestLearning::learnsFromDecisionsAboutTheSameDomain()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 4; ++i) {
        box.add({0, QStringLiteral("person%1@kunde.example").arg(i), box.own, {}, QByteArray::number(i) + "@x"});
    }
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.suggestion(3).verdict, Verdict::Undecided);
    plan.decide(Scope::Correspondent, QStringLiteral("person0@kunde.example"), Verdict::Business, time(0));
    plan.decide(Scope::Correspondent, QStringLiteral("person1@kunde.example"), Verdict::Business, time(0));
    QCOMPARE(plan.suggestion(3).verdict, Verdict::Business);
    QVERIFY(hasReason(plan.suggestion(3), Kind::FormerDecisions));
    plan.undo();
    plan.undo();
    QCOMPARE(plan.suggestion(3).verdict, Verdict::Undecided);
    plan.decide(Scope::Correspondent, QStringLiteral("person0@kunde.example"), Verdict::Private, time(0));
    plan.decide(Scope::Correspondent, QStringLiteral("person1@kunde.example"), Verdict::Private, time(0));
    QCOMPARE(plan.suggestion(3).verdict, Verdict::Private);
}

void TestLearning::takesNoFreeMailProviderForAFirm()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 10; ++i) {
        box.add({0, QStringLiteral("person%1@gmx.de").arg(i), box.own, {}, QByteArray::number(i) + "@x"});
    }
    SeparationPlan plan(box.table, context());
    const float before = plan.suggestion(9).confidence;
    for (int i = 0; i < 9; ++i) {
        plan.decide(Scope::Correspondent, QStringLiteral("person%1@gmx.de").arg(i), Verdict::Business, time(0));
    }
    // Nine that were no friends make the next one a little less likely to be one, but not business.
    QVERIFY(plan.suggestion(9).confidence < before);
    QVERIFY(plan.suggestion(9).verdict != Verdict::Business);
    QVERIFY(!hasReason(plan.suggestion(9), Kind::FormerDecisions));
}

void TestLearning::learnsFromSingleMessagesOfTheSamePerson()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 4; ++i) {
        box.add({0, QStringLiteral("kim@gmx.de"), box.own, {}, QByteArray::number(i) + "@x"});
    }
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.suggestion(3).verdict, Verdict::Private);
    for (const Row row : {0U, 1U, 2U}) {
        plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), Verdict::Business, time(0));
    }
    QVERIFY(plan.suggestion(3).verdict != Verdict::Private);
    QCOMPARE(plan.suggestion(3).reasons.front().detail, QStringLiteral("kim@gmx.de"));
}

/** Of strangers one knows nothing; when all others were business, the next is less likely to be private. */
void TestLearning::learnsHowMuchOfTheMailboxIsPrivate()
{
    std::vector<DecidedExample> examples(40, DecidedExample{0.3F, 1, true});
    QVERIFY(baseRateShift(examples, 10) > 0.5F);
    examples.assign(40, DecidedExample{0.3F, 1, false});
    QVERIFY(baseRateShift(examples, 10) < -0.5F);
    examples.resize(20);
    examples.insert(examples.end(), 20, DecidedExample{-0.3F, 1, true});
    QVERIFY(std::abs(baseRateShift(examples, 10)) < 0.2F);
    QCOMPARE(baseRateShift({}, 10), 0.0F);
    examples.assign(10'000, DecidedExample{-50, 1, true});
    QVERIFY(std::isfinite(baseRateShift(examples, 10)));
}

void TestLearning::learnsLessOfWordsWhileAllAnswersWereAlike()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const auto add = [&box](int i, quint16 firstWord) {
        MessageFacts facts =
            box.factsOf({0, QStringLiteral("fremd%1@ort%1.example").arg(i), box.own, {}, QByteArray::number(i) + "@f"});
        for (quint16 word = 0; word < 10; ++word) {
            facts.text.words.push_back(firstWord + word);
        }
        facts.text.isRead = true;
        return box.table.append(facts);
    };
    for (int i = 0; i < 20; ++i) {
        add(i, i < 10 ? 100 : 200);
    }
    const Row likeTheFirst = add(20, 100);
    const Row likeTheOthers = add(21, 200);
    const Row unlikeBoth = add(22, 300);
    SeparationPlan plan(box.table, context());
    const auto decide = [&](Row from, Row to, Verdict verdict) {
        for (Row row = from; row < to; ++row) {
            plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), verdict, time(int(row)));
        }
    };
    // Nothing but private so far: that says as much of the mailbox as of the words.
    decide(0, 10, Verdict::Private);
    const float fromOneKind = plan.logOdds(unlikeBoth) - plan.logOdds(likeTheFirst);
    decide(10, 20, Verdict::Business);
    const float fromBoth = plan.logOdds(unlikeBoth) - plan.logOdds(likeTheFirst);
    QVERIFY2(fromOneKind > 0 && fromOneKind < 0.9F * fromBoth,
             qPrintable(QStringLiteral("%1 of %2").arg(fromOneKind).arg(fromBoth)));
    QVERIFY(plan.logOdds(likeTheOthers) > plan.logOdds(unlikeBoth));
}

void TestLearning::takesNoFolderForOtherThanTheRestWhereAllIsDecidedAlike()
{
    const TwoFolders box;
    SeparationPlan plan(box.table, context());
    box.decide(plan, 0, 46, Verdict::Private);
    QVERIFY(!hasReason(plan.suggestion(box.last), Kind::FolderDecisions));
}

void TestLearning::learnsWhereAFolderDiffersFromTheRest()
{
    const TwoFolders box;
    SeparationPlan plan(box.table, context());
    box.decide(plan, 0, 40, Verdict::Private);
    box.decide(plan, 40, 46, Verdict::Business);
    const float different = plan.logOdds(box.last);
    QCOMPARE(plan.suggestion(box.last).lean, Verdict::Business);
    QVERIFY(hasReason(plan.suggestion(box.last), Kind::FolderDecisions));
    box.decide(plan, 40, 46, Verdict::Private);
    QVERIFY(plan.logOdds(box.last) < different);
}

QTEST_GUILESS_MAIN(TestLearning)
#include "tst_learning.moc"
