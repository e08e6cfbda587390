// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/separation/made_mail.h"
#include "separation/questions.h"

#include <QTest>

#include <functional>
#include <set>

using namespace made;

namespace {

using Judge = std::function<Verdict(Row)>;

/** Answers until nothing is open, as a leaver with perfect answers would; returns the number of answers. */
int answerAll(SeparationPlan& plan, const Judge& truth)
{
    int answers = 0;
    while (plan.undecided() > 0 && answers < 10'000) {
        const Question question = questionsOf(plan).front();
        const Verdict rest = truth(question.rows.back());
        for (const Row row : question.rows) {
            if (truth(row) != rest) {
                plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), truth(row), time(++answers));
            }
        }
        plan.decideAll(answerOf(plan, question, rest, time(++answers)));
    }
    return answers;
}

std::set<Row> askedRows(const std::vector<Question>& questions)
{
    std::set<Row> rows;
    for (const Question& question : questions) {
        rows.insert(question.rows.begin(), question.rows.end());
    }
    return rows;
}

} // namespace

class TestQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForEachOpenMessageOnce();
    void asksALargeContactByItself();
    void asksSmallContactsTogether();
    void asksWhatMayBeProtectedByItself();
    void showsWhatStandsOutFirst();
    void asksInPartsWhatIsMixed();
    void keepsWhatWasSingledOut();
    void asksASplitConversationMessageByMessage();
    void takesASureRestForBusinessButNotWhatWasCalledMixed();
    void comesToAnEnd_data();
    void comesToAnEnd();
    void putsOnePersonsAddressesTogether();
    void leavesAColleaguesPrivateAddressApart();
    void learnsAndUnlearns();
    void remembersPartsAfterARestart();
    void countsAnAnswerOnce();
};

namespace {

/** 45 messages of a busy person, 30 single ones of strangers, one list. */
struct Office : Mailbox
{
    Office()
    {
        addFolder(QStringLiteral("INBOX"));
        for (int i = 0; i < 45; ++i) {
            add({0, QStringLiteral("sven@firma.example"), own, QStringLiteral("Projekt"),
                 QByteArray::number(i) + "@s"});
        }
        for (int i = 0; i < 30; ++i) {
            add({0, QStringLiteral("fremd%1@kunde%1.example").arg(i), own, {}, QByteArray::number(i) + "@f"});
        }
        for (int i = 0; i < 15; ++i) {
            add({0,
                 QStringLiteral("chor@listen.example"),
                 own,
                 {},
                 QByteArray::number(i) + "@l",
                 {},
                 "chor.listen.example"});
        }
    }
};

} // namespace

void TestQuestions::asksForEachOpenMessageOnce()
{
    Office box;
    SeparationPlan plan(box.table, context());
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 3), Verdict::Business, time(0));
    const std::vector<Question> questions = questionsOf(plan);
    std::size_t asked = 0;
    for (const Question& question : questions) {
        asked += question.rows.size();
    }
    QCOMPARE(asked, std::size_t(plan.undecided()));
    QCOMPARE(askedRows(questions).size(), asked);
    QVERIFY(!askedRows(questions).contains(3));
    QVERIFY(std::is_sorted(questions.begin(), questions.end(),
                           [](const Question& a, const Question& b) { return a.worth > b.worth; }));
}

void TestQuestions::asksALargeContactByItself()
{
    Office box;
    const SeparationPlan plan(box.table, context());
    const std::vector<Question> questions = questionsOf(plan);
    const auto sven = std::find_if(questions.begin(), questions.end(), [](const Question& question) {
        return question.isGroup() && question.parts.front().key == QStringLiteral("sven@firma.example");
    });
    QVERIFY(sven != questions.end());
    QCOMPARE(sven->rows.size(), std::size_t(45));
    QCOMPARE(sven->parts.front().scope, Scope::Correspondent);
    const auto list = std::find_if(questions.begin(), questions.end(), [](const Question& question) {
        return question.parts.front().scope == Scope::List;
    });
    QVERIFY(list != questions.end());
    QCOMPARE(list->suggestion.verdict, Verdict::Private);
}

void TestQuestions::asksSmallContactsTogether()
{
    Office box;
    const SeparationPlan plan(box.table, context());
    for (const Question& question : questionsOf(plan)) {
        QVERIFY(question.parts.size() <= screenful);
        if (!question.isGroup()) {
            QVERIFY(question.rows.size() >= question.parts.size());
        }
    }
    QVERIFY(questionsOf(plan).size() <= 4);
}

void TestQuestions::asksWhatMayBeProtectedByItself()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 20; ++i) {
        box.add({0, QStringLiteral("fremd%1@kunde%1.example").arg(i), box.own, QStringLiteral("Angebot"),
                 QByteArray::number(i) + "@f"});
    }
    const Row union_ = box.add({0, QStringLiteral("nord@dgb.de"), box.own, QStringLiteral("Anfrage"), "u@x"});
    const Row doctor =
        box.add({0, QStringLiteral("company.doctor@praxis.example"), box.own, QStringLiteral("Termin"), "d@x"});
    SeparationPlan plan(box.table, context());
    int alone = 0;
    for (const Question& question : questionsOf(plan)) {
        const bool isBody = question.rows.front() == union_ || question.rows.front() == doctor;
        QCOMPARE(question.suggestion.verdict == Verdict::Protected, isBody);
        alone += isBody && question.rows.size() == 1 ? 1 : 0;
    }
    QCOMPARE(alone, 2);
}

void TestQuestions::showsWhatStandsOutFirst()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (int i = 0; i < 20; ++i) {
        const QString subject = i == 13 ? QStringLiteral("Geburtstag") : QStringLiteral("Besprechung");
        box.add({0, QStringLiteral("sven@firma.example"), box.own, subject, QByteArray::number(i) + "@x"});
    }
    const SeparationPlan plan(box.table, context());
    QCOMPARE(questionsOf(plan).front().rows.front(), Row(13));
}

void TestQuestions::asksInPartsWhatIsMixed()
{
    Office box;
    SeparationPlan plan(box.table, context());
    plan.askInParts(Scope::Correspondent, QStringLiteral("sven@firma.example"), time(0));
    for (const Question& question : questionsOf(plan)) {
        for (const QuestionPart& part : question.parts) {
            QVERIFY(part.key != QStringLiteral("sven@firma.example"));
        }
    }
    QCOMPARE(askedRows(questionsOf(plan)).size(), std::size_t(plan.undecided()));
    plan.undo();
    QVERIFY(!plan.isSplit(Scope::Correspondent,
                          plan.groupNumber(Scope::Correspondent, QStringLiteral("sven@firma.example"))));
}

void TestQuestions::keepsWhatWasSingledOut()
{
    Office box;
    SeparationPlan plan(box.table, context());
    const std::vector<Question> questions = questionsOf(plan);
    const auto several =
        std::find_if(questions.begin(), questions.end(), [](const Question& question) { return !question.isGroup(); });
    QVERIFY(several != questions.end());
    const Row row = several->rows.front();
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, row), Verdict::Private, time(0));
    plan.decideAll(answerOf(plan, *several, Verdict::Business, time(1)));
    QCOMPARE(plan.verdict(row), Verdict::Private);
    for (const Row other : several->rows) {
        QVERIFY(other == row || plan.verdict(other) == Verdict::Business);
    }
}

void TestQuestions::asksASplitConversationMessageByMessage()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const auto add = [&](const QByteArray& id, const std::vector<QByteArray>& references) {
        return box.add({0, QStringLiteral("sven@firma.example"), box.own, QStringLiteral("Thema"), id, references});
    };
    const std::vector<Row> thread{add("1@x", {}), add("2@x", {"1@x"}), add("3@x", {"1@x"})};
    const Row other = add("9@x", {});
    SeparationPlan plan(box.table, context());
    plan.askInParts(Scope::Thread, plan.keyOf(Scope::Thread, thread[0]), time(1));
    // The contact's other message and the three are parts of one question; an answer for it reaches each as it stands.
    std::vector<Question> questions = questionsOf(plan);
    QCOMPARE(questions.size(), std::size_t(1));
    QCOMPARE(questions.front().parts.size(), std::size_t(4));
    // An answer for the contact alone leaves the conversation out.
    Question contact = questions.front();
    std::erase_if(contact.parts, [](const QuestionPart& part) { return part.scope == Scope::Message; });
    QCOMPARE(contact.parts.size(), std::size_t(1));
    plan.decideAll(answerOf(plan, contact, Verdict::Private, time(2)));
    QCOMPARE(plan.verdict(other), Verdict::Private);
    for (const Row row : thread) {
        QCOMPARE(plan.verdict(row), Verdict::Undecided);
    }
}

void TestQuestions::takesASureRestForBusinessButNotWhatWasCalledMixed()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    const auto add = [&](const QString& from, int count) {
        for (int i = 0; i < count; ++i) {
            box.add({0, from, box.own, {}, from.toLatin1() + QByteArray::number(i)});
        }
    };
    add(QStringLiteral("anna@gmx.de"), 300);
    add(QStringLiteral("sven@firma.example"), 8);
    add(QStringLiteral("kai@firma.example"), 8);
    SeparationPlan plan(box.table, context());
    QVERIFY(!sureRest(plan, questionsOf(plan)));
    plan.decide(Scope::Correspondent, QStringLiteral("anna@gmx.de"), Verdict::Private, time(1));
    const auto rest = sureRest(plan, questionsOf(plan));
    QVERIFY(rest.has_value());
    QCOMPARE(rest->rows.size(), std::size_t(16));
    QVERIFY(rest->privateExpected > 0 && rest->privateExpected < 3);
    plan.askInParts(Scope::Correspondent, QStringLiteral("sven@firma.example"), time(2));
    QVERIFY(!sureRest(plan, questionsOf(plan)));
    plan.undo();
    plan.decideAll(restOf(plan, *rest, time(3)));
    QCOMPARE(plan.undecided(), 0U);
    QCOMPARE(plan.tallies()[std::size_t(Verdict::Business)].messages, 16U);
}

void TestQuestions::comesToAnEnd_data()
{
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("privateEach");
    QTest::newRow("one message") << 1 << 1;
    QTest::newRow("all private") << 300 << 1;
    QTest::newRow("nothing private") << 300 << 0;
    QTest::newRow("every third") << 300 << 3;
    QTest::newRow("nothing at all") << 0 << 0;
}

/** People of 1 to 30 messages, 5,000 recipients, no sender, no date, references in a circle, the same three times. */
void TestQuestions::comesToAnEnd()
{
    QFETCH(int, messages);
    QFETCH(int, privateEach);
    Mailbox box;
    for (const char* folder : {"INBOX", "Ablage", "Papierkorb"}) {
        box.addFolder(QString::fromLatin1(folder));
    }
    for (int i = 0; i < messages; ++i) {
        const QByteArray id = QByteArray::number(i);
        MessageFacts facts = box.factsOf(
            {static_cast<quint32>(i % 3), {}, {}, {}, id + "@x", {QByteArray::number((i + 7) % 40) + "@x"}});
        if (i % 11 != 0) {
            facts.header.from = {person(QStringLiteral("p%1@kunde.example").arg(i % 31))};
        }
        if (i == 5) {
            for (int n = 0; n < 5'000; ++n) {
                facts.header.to.push_back(person(QStringLiteral("an%1@kunde.example").arg(n)));
            }
        }
        if (i % 13 == 0) {
            facts.date = facts.header.date = {};
        }
        box.table.append(facts);
        facts.folder = (facts.folder + 1) % 3;
        box.table.append(facts);
    }
    SeparationPlan plan(box.table, context());
    const auto truth = [privateEach](Row row) {
        return privateEach > 0 && (row / 2) % privateEach == 0 ? Verdict::Private : Verdict::Business;
    };
    const int answers = answerAll(plan, truth);
    QCOMPARE(plan.undecided(), 0U);
    QVERIFY(answers <= 2 * messages + 1);
    for (Row row = 0; row < box.table.size(); ++row) {
        QCOMPARE(plan.verdict(row), truth(row));
    }
}

void TestQuestions::putsOnePersonsAddressesTogether()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (const char* address : {"kim@gmx.de", "kim.beispiel@verein.example"}) {
        MessageFacts facts = box.factsOf({0, QString::fromLatin1(address), box.own, {}, QByteArray(address) + ".id"});
        facts.header.from[0].name =
            address[3] == '@' ? QStringLiteral("Kim Beispiel") : QStringLiteral("BEISPIEL, Kim");
        box.table.append(facts);
    }
    SeparationPlan plan(box.table, context());
    QCOMPARE(plan.groupCount(Scope::Correspondent), 1U);
    plan.decide(Scope::Correspondent, QStringLiteral("kim.beispiel@verein.example"), Verdict::Private, time(0));
    QCOMPARE(plan.undecided(), 0U);
    QCOMPARE(plan.keyOf(Scope::Correspondent, 1), QStringLiteral("kim@gmx.de"));
}

void TestQuestions::leavesAColleaguesPrivateAddressApart()
{
    Mailbox box;
    box.addFolder(QStringLiteral("INBOX"));
    for (const char* address : {"kim@gmx.de", "kim@firma.example"}) {
        MessageFacts facts = box.factsOf({0, QString::fromLatin1(address), box.own, {}, QByteArray(address) + ".id"});
        facts.header.from[0].name = QStringLiteral("Kim Beispiel");
        box.table.append(facts);
    }
    SeparationPlan plan(box.table, context());
    plan.decide(Scope::Correspondent, QStringLiteral("kim@firma.example"), Verdict::Business, time(0));
    QCOMPARE(plan.verdict(0), Verdict::Undecided);
    QCOMPARE(plan.verdict(1), Verdict::Business);
}

void TestQuestions::learnsAndUnlearns()
{
    Office box;
    SeparationPlan plan(box.table, context());
    const float before = plan.privateProbability(46);
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 45), Verdict::Private, time(0));
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 47), Verdict::Private, time(1));
    QVERIFY(plan.privateProbability(46) > before);
    plan.undo();
    plan.undo();
    QCOMPARE(plan.privateProbability(46), before);
}

void TestQuestions::remembersPartsAfterARestart()
{
    Office box;
    SeparationPlan first(box.table, context());
    first.askInParts(Scope::Correspondent, QStringLiteral("sven@firma.example"), time(0));
    first.decide(Scope::Message, first.keyOf(Scope::Message, 2), Verdict::Private, time(1));
    SeparationPlan second(box.table, context());
    second.restore(first.history());
    QVERIFY(second.isSplit(Scope::Correspondent,
                           second.groupNumber(Scope::Correspondent, QStringLiteral("sven@firma.example"))));
    QCOMPARE(second.verdict(2), Verdict::Private);
    QCOMPARE(second.privateProbability(5), first.privateProbability(5));
    QCOMPARE(questionsOf(second).size(), questionsOf(first).size());
}

void TestQuestions::countsAnAnswerOnce()
{
    Office box;
    SeparationPlan plan(box.table, context());
    plan.decideAll({{Scope::Message, plan.keyOf(Scope::Message, 0), Verdict::Private, time(1)},
                    {Scope::Message, plan.keyOf(Scope::Message, 1), Verdict::Private, time(1)}});
    plan.decide(Scope::Message, plan.keyOf(Scope::Message, 2), Verdict::Private, time(2));
    QCOMPARE(plan.answers(), 2U);
    QVERIFY(plan.isFresh(2));
    QVERIFY(!plan.isFresh(0));
}

QTEST_GUILESS_MAIN(TestQuestions)
#include "tst_questions.moc"
