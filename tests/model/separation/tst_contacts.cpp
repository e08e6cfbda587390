// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/contacts.h"

#include <QTest>

using namespace made;

namespace {

const auto anna = QStringLiteral("anna@privat.example");
const auto kunde = QStringLiteral("kim@kunde.example");
const auto rare = QStringLiteral("rosa@selten.example");
const auto both = QStringLiteral("bert@kunde.example");
const auto trusted = QStringLiteral("vertrauen@firma.example");
const auto union_ = QStringLiteral("ute@gewerkschaft.example");

/** Anna is private, Kim and Rosa are business, Bert is both; the rest must never be named. */
struct Everybody : Mailbox
{
    Everybody()
    {
        addFolder(QStringLiteral("INBOX"));
        addFolder(QStringLiteral("Sent"), mail::SpecialUse::Sent);
        add({0, anna, own, QStringLiteral("Ausflug"), "1@x"});
        add({0, rare, own, QStringLiteral("Angebot"), "2@x"});
        add({0, kunde, own, QStringLiteral("Angebot"), "3@x"});
        add({1, own, kunde, QStringLiteral("Rechnung"), "4@x"});
        add({0, both, own, QStringLiteral("Vertrag"), "5@x"});
        add({0, both, own, QStringLiteral("Fußball"), "6@x"});
        add({0, trusted, own, QStringLiteral("Frage"), "7@x"});
        add({0,
             QStringLiteral("liste@verteiler.example"),
             own,
             QStringLiteral("Rundbrief"),
             "8@x",
             {},
             "verteiler.example"});
        add({0, union_, own, QStringLiteral("Beratung"), "9@x"});
        add({0, QStringLiteral("sven@firma.example"), own, QStringLiteral("Projekt"), "10@x"});
        add({0, QStringLiteral("Systemdienst"), own, QStringLiteral("Bericht"), "11@x"});
        plan = std::make_unique<SeparationPlan>(table, context());
        decide(Scope::Correspondent, anna, Verdict::Private);
        for (const QString& address : {kunde, rare, both, QStringLiteral("sven@firma.example"),
                                       QStringLiteral("liste@verteiler.example"), QStringLiteral("systemdienst")}) {
            decide(Scope::Correspondent, address, Verdict::Business);
        }
        decide(Scope::Message, plan->keyOf(Scope::Message, 5), Verdict::Private);
        decide(Scope::Correspondent, union_, Verdict::Protected);
        // Even a wrong answer must not bring a protected address into a list.
        decide(Scope::Correspondent, trusted, Verdict::Private);
    }
    void decide(Scope scope, const QString& key, Verdict verdict) { plan->decide(scope, key, verdict, time(0)); }
    [[nodiscard]] std::vector<Contact> ask(Verdict verdict, const QDateTime& now = time(60)) const
    {
        return contactsOf(
            *plan, {verdict, {QStringLiteral("firma.example")}, {own, QStringLiteral("Sven@Firma.example")}, now});
    }
    std::unique_ptr<SeparationPlan> plan;
};

QStringList addresses(const std::vector<Contact>& contacts)
{
    QStringList list;
    for (const Contact& contact : contacts) {
        list.append(contact.address);
    }
    return list;
}

} // namespace

/** Who is told, and who never is. */
class TestContacts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesPeopleOfOneSideOnly()
    {
        const Everybody mail;
        QCOMPARE(addresses(mail.ask(Verdict::Private)), (QStringList{anna, both}));
        QCOMPARE(addresses(mail.ask(Verdict::Business)), (QStringList{kunde, both, rare}));
    }

    void marksThoseOfBothSides()
    {
        const Everybody mail;
        for (const Contact& contact : mail.ask(Verdict::Business)) {
            QCOMPARE(contact.isMixed, contact.address == both);
        }
    }

    void putsRecentTrafficFirst()
    {
        const Everybody mail;
        const std::vector<Contact> now = mail.ask(Verdict::Business);
        QCOMPARE(now.front().recent, 2U);
        QCOMPARE(now.front().last, time(0).date());
        // Two years on nothing is recent, and all of it still counts.
        const std::vector<Contact> later = mail.ask(Verdict::Business, time(0).addYears(2));
        QCOMPARE(later.front().address, kunde);
        QCOMPARE(later.front().recent, 0U);
        QCOMPARE(later.front().messages, 2U);
    }

    void leavesOutTheLeaversOwnAddressesElsewhere_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("by the name of the address") << "lea.gehtbald77@frei.example" << false;
        QTest::newRow("the other way round") << "gehtbald-lea@frei.example" << false;
        QTest::newRow("somebody of the family") << "anna.gehtbald@frei.example" << true;
        QTest::newRow("somebody with the same first name") << "lea@kunde.example" << true;
    }
    void leavesOutTheLeaversOwnAddressesElsewhere()
    {
        QFETCH(QString, from);
        QFETCH(bool, isNamed);
        Mailbox box;
        box.addFolder(QStringLiteral("INBOX"));
        box.add({0, from, box.own, QStringLiteral("Notiz"), "1@x"});
        SeparationPlan plan(box.table, context());
        plan.decide(Scope::Correspondent, from, Verdict::Business, time(0));
        const ContactQuestion question{
            Verdict::Business, {QStringLiteral("firma.example")}, {box.own}, time(60), QStringLiteral("Lea Gehtbald")};
        QCOMPARE(contactsOf(plan, question).empty(), !isNamed);
    }

    void namesNobodyWhoIsProtectedWhateverWasDecided_data()
    {
        QTest::addColumn<int>("verdict");
        QTest::newRow("private") << static_cast<int>(Verdict::Private);
        QTest::newRow("business") << static_cast<int>(Verdict::Business);
    }
    void namesNobodyWhoIsProtectedWhateverWasDecided()
    {
        QFETCH(int, verdict);
        const QStringList found = addresses(Everybody().ask(static_cast<Verdict>(verdict)));
        QVERIFY(!found.isEmpty());
        QVERIFY(!found.contains(trusted) && !found.contains(union_));
    }
};

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
