// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_rules.h"

#include <QTest>

using namespace staffelstab;
using app::Answers;
using separation::Decision;
using separation::Scope;
using separation::Verdict;

class TestMessageRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void the_first_rule_that_matches_decides();
    void each_criterion_finds_its_messages_data();
    void each_criterion_finds_its_messages();
    void what_no_rule_names_takes_the_rest_or_stays_open();
    void a_rule_may_leave_messages_open();
    void protected_mail_stays_protected_unless_a_rule_takes_it_along();
    void one_decision_covers_a_correspondent_whose_mail_goes_one_way();
    void what_was_decided_before_stays();

private:
    separation::Row add(quint32 folder, const char* from, const char* messageId, const char* list = "");
    /** Decides and tells the verdicts row by row: "PBXU". */
    QString decided(const Answers::Separation& answers);
    static Answers::Rule rule(Answers::Rule::By by, const char* value, Verdict verdict)
    {
        return {by, QString::fromLatin1(value), verdict};
    }

    std::unique_ptr<separation::MessageTable> m_table;
    std::unique_ptr<separation::SeparationPlan> m_plan;
    std::vector<Decision> m_decisions;
};

using By = Answers::Rule::By;

void TestMessageRules::init()
{
    m_plan.reset();
    m_table = std::make_unique<separation::MessageTable>();
    mail::Folder inbox;
    inbox.path = QStringLiteral("INBOX");
    inbox.use = mail::SpecialUse::Inbox;
    mail::Folder own;
    own.path = QStringLiteral("Privat");
    const quint32 first = m_table->addFolder({0, inbox});
    const quint32 second = m_table->addFolder({0, own});
    add(first, "kai@firma.example", "1@x");
    add(first, "anna@familie.example", "2@x");
    add(second, "kai@firma.example", "3@x");
    add(first, "carla@chor.example", "4@x", "chor.example");
    add(first, "betriebsrat@firma.example", "5@x");
    separation::SeparationContext context;
    context.companyDomains = {QStringLiteral("firma.example")};
    context.protectedCorrespondents = {QStringLiteral("betriebsrat@*")};
    m_plan = std::make_unique<separation::SeparationPlan>(*m_table, context);
}

separation::Row TestMessageRules::add(quint32 folder, const char* from, const char* messageId, const char* list)
{
    separation::MessageFacts facts;
    facts.folder = folder;
    facts.key = QByteArray::number(m_table->size());
    facts.bytes = 100;
    facts.header.from = {{QString(), QString::fromLatin1(from)}};
    facts.header.messageId = messageId;
    facts.header.listId = list;
    return m_table->append(facts);
}

QString TestMessageRules::decided(const Answers::Separation& answers)
{
    m_decisions = app::decisionsFor(answers, *m_plan, QDateTime(QDate(2026, 12, 18), QTime(12, 0), Qt::UTC));
    m_plan->decideAll(m_decisions);
    QString verdicts;
    for (separation::Row row = 0; row < m_table->size(); ++row) {
        static constexpr char letters[] = "UPBX";
        verdicts += QLatin1Char(letters[static_cast<int>(m_plan->verdict(row))]);
    }
    return verdicts;
}

void TestMessageRules::the_first_rule_that_matches_decides()
{
    Answers::Separation answers;
    answers.rules = {rule(By::Folder, "Privat", Verdict::Private),
                     rule(By::Correspondent, "kai@firma.example", Verdict::Business)};
    QCOMPARE(decided(answers), QStringLiteral("BUPUX"));
    init();
    std::swap(answers.rules[0], answers.rules[1]);
    QCOMPARE(decided(answers), QStringLiteral("BUBUX"));
}

void TestMessageRules::each_criterion_finds_its_messages_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("verdicts");
    QTest::newRow("folder") << static_cast<int>(By::Folder) << QByteArray("Privat") << QStringLiteral("UUPUX");
    QTest::newRow("folder in another case")
        << static_cast<int>(By::Folder) << QByteArray("privat") << QStringLiteral("UUUUX");
    QTest::newRow("correspondent") << static_cast<int>(By::Correspondent) << QByteArray("kai@firma.example")
                                   << QStringLiteral("PUPUX");
    QTest::newRow("message") << static_cast<int>(By::MessageId) << QByteArray("2@x") << QStringLiteral("UPUUX");
    QTest::newRow("list") << static_cast<int>(By::List) << QByteArray("chor.example") << QStringLiteral("UUUPX");
    QTest::newRow("nothing") << static_cast<int>(By::List) << QByteArray("none.example") << QStringLiteral("UUUUX");
}

void TestMessageRules::each_criterion_finds_its_messages()
{
    QFETCH(int, by);
    QFETCH(QByteArray, value);
    QFETCH(QString, verdicts);
    Answers::Separation answers;
    answers.rules = {rule(static_cast<By>(by), value.constData(), Verdict::Private)};
    QCOMPARE(decided(answers), verdicts);
}

void TestMessageRules::what_no_rule_names_takes_the_rest_or_stays_open()
{
    Answers::Separation answers;
    answers.rules = {rule(By::Folder, "Privat", Verdict::Private)};
    QCOMPARE(decided(answers), QStringLiteral("UUPUX"));
    init();
    answers.rest = Verdict::Business;
    QCOMPARE(decided(answers), QStringLiteral("BBPBX"));
}

void TestMessageRules::a_rule_may_leave_messages_open()
{
    Answers::Separation answers;
    answers.rules = {rule(By::Correspondent, "anna@familie.example", Verdict::Undecided)};
    answers.rest = Verdict::Business;
    QCOMPARE(decided(answers), QStringLiteral("BUBBX"));
}

void TestMessageRules::protected_mail_stays_protected_unless_a_rule_takes_it_along()
{
    Answers::Separation answers;
    answers.rest = Verdict::Private;
    QCOMPARE(decided(answers).back(), QLatin1Char('X'));
    init();
    answers.rules = {rule(By::Correspondent, "betriebsrat@firma.example", Verdict::Business)};
    QCOMPARE(decided(answers).back(), QLatin1Char('X'));
    init();
    answers.rules = {rule(By::Correspondent, "betriebsrat@firma.example", Verdict::Private)};
    QCOMPARE(decided(answers).back(), QLatin1Char('P'));
}

void TestMessageRules::one_decision_covers_a_correspondent_whose_mail_goes_one_way()
{
    Answers::Separation answers;
    answers.rules = {rule(By::Correspondent, "kai@firma.example", Verdict::Business)};
    decided(answers);
    QCOMPARE(m_decisions.size(), std::size_t(1));
    QCOMPARE(m_decisions.front().scope, Scope::Correspondent);
}

void TestMessageRules::what_was_decided_before_stays()
{
    m_plan->decide(Scope::Message, m_plan->keyOf(Scope::Message, 0), Verdict::Private, QDateTime::currentDateTimeUtc());
    Answers::Separation answers;
    answers.rest = Verdict::Business;
    QCOMPARE(decided(answers), QStringLiteral("PBBBX"));
}

QTEST_GUILESS_MAIN(TestMessageRules)
#include "tst_message_rules.moc"
