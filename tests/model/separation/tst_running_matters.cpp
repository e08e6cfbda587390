// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_mail.h"

#include "separation/running_matters.h"

#include <QTest>

using namespace made;

namespace {

const auto kim = QStringLiteral("kim@kunde.example");
const auto anna = QStringLiteral("anna@privat.example");

/** Mail on days of 2026, seen on the first of December. */
class Year : public Mailbox
{
public:
    Year()
    {
        addFolder(QStringLiteral("INBOX"));
        addFolder(QStringLiteral("Sent"), mail::SpecialUse::Sent);
    }
    void on(int month, int day, Mail mail, bool isInvitation = false)
    {
        mail.folder = mail.from == own ? 1 : 0;
        mail.id = mail.id.isEmpty() ? QByteArray::number(++m_ids) + "@y" : mail.id;
        MessageFacts facts = factsOf(mail);
        facts.date = QDateTime(QDate(2026, month, day), QTime(9, 0), Qt::UTC);
        facts.header.date = facts.date;
        facts.header.isCalendar = isInvitation;
        table.append(facts);
    }
    SeparationPlan& decide()
    {
        plan = std::make_unique<SeparationPlan>(table, context());
        for (const QString& one : {kim, QStringLiteral("sven@firma.example"), QStringLiteral("liste@x.example")}) {
            plan->decide(Scope::Correspondent, one, Verdict::Business, time(0));
        }
        plan->decide(Scope::Correspondent, anna, Verdict::Private, time(0));
        return *plan;
    }
    static QDateTime today() { return {QDate(2026, 12, 1), QTime(12, 0), Qt::UTC}; }
    std::unique_ptr<SeparationPlan> plan;

private:
    int m_ids = 0;
};

QStringList subjects(const auto& matters)
{
    QStringList list;
    for (const auto& matter : matters) {
        list.append(matter.subject);
    }
    return list;
}

} // namespace

/** What still runs when the leaver goes, as far as the mailbox tells. */
class TestRunningMatters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsConversationsThatWaitForAnAnswer()
    {
        Year year;
        year.on(11, 10, {0, kim, year.own, QStringLiteral("Angebot"), "a1@y"});
        year.on(11, 12, {0, year.own, kim, QStringLiteral("Re: Angebot"), "a2@y", {"a1@y"}});
        year.on(11, 20, {0, kim, year.own, QStringLiteral("AW: Re: Angebot"), "a3@y", {"a1@y", "a2@y"}});
        year.on(11, 25, {0, kim, year.own, QStringLiteral("Lieferung"), "b1@y"});
        const std::vector<OpenMatter> matters = openMatters(year.decide(), Year::today());
        QCOMPARE(subjects(matters), (QStringList{QStringLiteral("Lieferung"), QStringLiteral("Angebot")}));
        QCOMPARE(matters[1].since, QDate(2026, 11, 20));
        QCOMPARE(matters[1].from, kim);
    }

    void leavesOutWhatWaitsForNobody_data()
    {
        QTest::addColumn<int>("case_");
        QTest::newRow("answered") << 0;
        QTest::newRow("older than thirty days") << 1;
        QTest::newRow("by a list") << 2;
        QTest::newRow("an invitation") << 3;
        QTest::newRow("private") << 4;
        QTest::newRow("one private message in a business conversation") << 5;
        QTest::newRow("to the works council") << 6;
        QTest::newRow("not decided") << 7;
    }
    void leavesOutWhatWaitsForNobody()
    {
        QFETCH(int, case_);
        Year year;
        const QString own = year.own;
        const QString text = QStringLiteral("Marke4711");
        switch (case_) {
        case 0:
            year.on(11, 20, {0, kim, own, text, "a1@y"});
            year.on(11, 21, {0, own, kim, text, "a2@y", {"a1@y"}});
            break;
        case 1:
            year.on(10, 20, {0, kim, own, text, {}});
            break;
        case 2:
            year.on(11, 20, {0, QStringLiteral("liste@x.example"), own, text, {}, {}, "liste.x.example"});
            break;
        case 3:
            year.on(11, 20, {0, kim, own, text, {}}, true);
            break;
        case 4:
            year.on(11, 20, {0, anna, own, text, {}});
            break;
        case 5:
            year.on(11, 20, {0, anna, own, text, "a1@y"});
            year.on(11, 21, {0, kim, own, text, "a2@y", {"a1@y"}});
            break;
        case 6:
            year.on(11, 20, {0, QStringLiteral("betriebsrat@firma.example"), own, text, {}});
            break;
        default:
            year.on(11, 20, {0, QStringLiteral("neu@unbekannt.example"), own, text, {}});
        }
        QVERIFY(openMatters(year.decide(), Year::today()).empty());
    }

    void findsWhatComesAgain_data()
    {
        QTest::addColumn<QList<QDate>>("days");
        QTest::addColumn<bool>("isInvitation");
        QTest::addColumn<int>("every");
        QTest::addColumn<QDate>("next");
        QTest::newRow("a weekly appointment")
            << QList<QDate>{{2026, 11, 3}, {2026, 11, 10}, {2026, 11, 17}, {2026, 11, 24}} << true << 7
            << QDate(2026, 12, 1);
        QTest::newRow("a fortnight with a day's difference")
            << QList<QDate>{{2026, 10, 20}, {2026, 11, 4}, {2026, 11, 17}} << true << 14 << QDate(2026, 12, 1);
        QTest::newRow("a report at the end of each month")
            << QList<QDate>{{2026, 8, 31}, {2026, 9, 30}, {2026, 10, 31}} << false << 30 << QDate(2026, 12, 31);
        QTest::newRow("each quarter") << QList<QDate>{{2026, 3, 31}, {2026, 6, 30}, {2026, 9, 30}} << false << 91
                                      << QDate(2026, 12, 30);
        QTest::newRow("twice only") << QList<QDate>{{2026, 11, 17}, {2026, 11, 24}} << true << 0 << QDate();
        QTest::newRow("now and then") << QList<QDate>{{2026, 9, 1}, {2026, 9, 20}, {2026, 11, 24}} << true << 0
                                      << QDate();
        QTest::newRow("ended in summer") << QList<QDate>{{2026, 6, 2}, {2026, 6, 9}, {2026, 6, 16}} << true << 0
                                         << QDate();
    }
    void findsWhatComesAgain()
    {
        QFETCH(QList<QDate>, days);
        QFETCH(bool, isInvitation);
        QFETCH(int, every);
        QFETCH(QDate, next);
        Year year;
        for (const QDate& day : days) {
            const QString subject = QStringLiteral("Bericht %1").arg(QLocale(QLocale::German).monthName(day.month()));
            isInvitation ? year.on(day.month(), day.day(), {0, kim, year.own, subject, {}}, true)
                         : year.on(day.month(), day.day(), {0, year.own, kim, subject, {}});
        }
        const std::vector<RecurringMatter> matters = recurringMatters(year.decide(), Year::today());
        QCOMPARE(matters.size(), every == 0 ? std::size_t{0} : std::size_t{1});
        if (every != 0) {
            QCOMPARE(matters.front().everyDays, every);
            QCOMPARE(matters.front().last, days.back());
            QCOMPARE(matters.front().next, next);
        }
    }

    void tellsNothingOfPrivateAppointments()
    {
        Year year;
        for (const int day : {3, 10, 17, 24}) {
            year.on(11, day, {0, day == 17 ? anna : kim, year.own, QStringLiteral("Yoga"), {}}, true);
        }
        QVERIFY(recurringMatters(year.decide(), Year::today()).empty());
    }
};

QTEST_GUILESS_MAIN(TestRunningMatters)
#include "tst_running_matters.moc"
