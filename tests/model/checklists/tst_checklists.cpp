// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/consents.h"
#include "checklists/equipment.h"
#include "checklists/knowledge.h"
#include "policy/company_policy.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::checklists;

class TestChecklists : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_template_becomes_open_lines_in_the_asked_language();
    void a_thing_is_settled_when_it_is_said_what_becomes_of_it();
    void a_returned_thing_with_a_lock_is_noticed();
    void the_briefing_is_settled_by_a_day_or_a_place();
    void what_nobody_took_over_is_counted();
    void a_consent_is_open_until_it_is_answered();
    void a_yes_needs_the_address_it_asks_for_data();
    void a_yes_needs_the_address_it_asks_for();
    void the_leaver_may_grant_less_but_not_more();
    void answers_follow_the_offers();
};

void TestChecklists::the_template_becomes_open_lines_in_the_asked_language()
{
    policy::EquipmentItem item;
    item.name = {QStringLiteral("Schlüssel"), QStringLiteral("Keys")};
    item.locks = {EquipmentLine::Lock::SimPin};
    const auto lines = fromTemplate({item}, QStringLiteral("de"));
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().item, QStringLiteral("Schlüssel"));
    QVERIFY(!lines.first().isSettled());
    QCOMPARE(lines.first().locks.size(), 1);
    QVERIFY(!lines.first().locks.first().isRemoved);
    QCOMPARE(fromTemplate({item}, QStringLiteral("en")).first().item, QStringLiteral("Keys"));
}

void TestChecklists::a_thing_is_settled_when_it_is_said_what_becomes_of_it()
{
    EquipmentLine line;
    line.state = EquipmentLine::State::Returned;
    QVERIFY(line.isSettled());
    line.state = EquipmentLine::State::Missing;
    QVERIFY(line.isSettled());
    line.state = EquipmentLine::State::Stays;
    QVERIFY(!line.isSettled());
    line.agreement = QStringLiteral("Vereinbarung vom 12.11.2026");
    QVERIFY(line.isSettled());
}

void TestChecklists::a_returned_thing_with_a_lock_is_noticed()
{
    EquipmentLine line;
    line.locks = {{EquipmentLine::Lock::Activation, true}, {EquipmentLine::Lock::SimPin, false}};
    QVERIFY(!line.hasOpenLocks());
    line.state = EquipmentLine::State::Returned;
    QVERIFY(line.hasOpenLocks());
    line.locks.last().isRemoved = true;
    QVERIFY(!line.hasOpenLocks());
}

void TestChecklists::the_briefing_is_settled_by_a_day_or_a_place()
{
    KnowledgeNotes notes;
    notes.briefedOn = QDate(2026, 12, 1);
    QVERIFY(!notes.isBriefingSettled());
    notes.briefing = KnowledgeNotes::Briefing::Planned;
    QVERIFY(notes.isBriefingSettled());
    notes.briefing = KnowledgeNotes::Briefing::Written;
    QVERIFY(!notes.isBriefingSettled());
    notes.documentation = QStringLiteral("Wiki, Seite Übergabe");
    QVERIFY(notes.isBriefingSettled());
}

void TestChecklists::what_nobody_took_over_is_counted()
{
    KnowledgeNotes notes;
    notes.recurringTasks = {{QStringLiteral("Monatsabschluss"), QDate(2027, 1, 5), QStringLiteral("Nora")},
                            {QStringLiteral("Inventur"), QDate(2027, 1, 15), QStringLiteral(" ")}};
    notes.entries = {{KnowledgeNotes::Entry::Kind::EmergencyRole, QStringLiteral("Brandschutzhelferin"), {}}};
    QCOMPARE(notes.withoutOwner(), 2);
}

void TestChecklists::a_consent_is_open_until_it_is_answered()
{
    Consent consent;
    QVERIFY(!consent.isSettled());
    consent.answer.answer = ConsentAnswer::Answer::No;
    QVERIFY(consent.isSettled());
    consent.answer.answer = ConsentAnswer::Answer::Yes;
    QVERIFY(consent.isSettled());
}

void TestChecklists::a_yes_needs_the_address_it_asks_for_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isSettled");
    QTest::newRow("none") << "" << false;
    QTest::newRow("good") << "lea@privat.example" << true;
    QTest::newRow("blanks around") << " lea@privat.example " << true;
    QTest::newRow("no domain") << "lea@privat" << false;
    QTest::newRow("two") << "a@b.example, c@d.example" << false;
    QTest::newRow("with a name") << "Lea <lea@privat.example>" << false;
    QTest::newRow("line break") << "a@b.example\nBcc: x@y.example" << false;
}

void TestChecklists::a_yes_needs_the_address_it_asks_for()
{
    QFETCH(QString, address);
    QFETCH(bool, isSettled);
    Consent consent;
    consent.offer.asksAddress = true;
    consent.answer.answer = ConsentAnswer::Answer::Yes;
    consent.answer.address = address;
    QCOMPARE(consent.isSettled(), isSettled);
}

void TestChecklists::the_leaver_may_grant_less_but_not_more()
{
    Consent consent;
    consent.offer.days = 30;
    const QDate last(2026, 12, 31);
    QCOMPARE(consent.until(last), QDate(2027, 1, 30));
    consent.answer.days = 7;
    QCOMPARE(consent.until(last), QDate(2027, 1, 7));
    consent.answer.days = 300;
    QCOMPARE(consent.until(last), QDate(2027, 1, 30));
    QVERIFY(!consent.until({}).isValid());
}

void TestChecklists::answers_follow_the_offers()
{
    const auto offers = policy::builtInPolicy().consents;
    ConsentAnswer given;
    given.id = offers[1].id;
    given.answer = ConsentAnswer::Answer::No;
    ConsentAnswer stray;
    stray.id = QStringLiteral("gone");
    const auto consents = consentsOf(offers, {stray, given});
    QCOMPARE(consents.size(), offers.size());
    QCOMPARE(consents[0].answer.answer, ConsentAnswer::Answer::Open);
    QCOMPARE(consents[0].answer.id, offers[0].id);
    QCOMPARE(consents[1].answer.answer, ConsentAnswer::Answer::No);
}

QTEST_GUILESS_MAIN(TestChecklists)
#include "tst_checklists.moc"
