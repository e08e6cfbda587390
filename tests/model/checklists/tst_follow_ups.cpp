// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/follow_ups.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::checklists;

using Kind = FollowUp::Kind;

class TestFollowUps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everything_that_ends_stands_in_order();
    void the_account_goes_by_the_policy();
    void a_page_the_company_does_without_brings_no_date();
    void without_dates_there_is_nothing_to_follow();

private:
    static FollowUpSources sources()
    {
        FollowUpSources all;
        all.policy = policy::builtInPolicy();
        all.lastWorkingDay = QDate(2026, 11, 30);
        all.endOfContract = QDate(2026, 12, 31);
        all.signedOn = QDate(2026, 11, 27);
        all.outOfOfficeUntil = QDate(2026, 12, 30);
        all.hasArchive = true;
        all.knowledge.briefing = KnowledgeNotes::Briefing::Planned;
        all.knowledge.briefedOn = QDate(2026, 11, 29);
        all.knowledge.recurringTasks = {{QStringLiteral("Inventur"), QDate(2027, 1, 15), {}}};
        all.consents =
            consentsOf(all.policy.consents, {{QStringLiteral("mailbox_open"), ConsentAnswer::Answer::Yes, {}, 10},
                                             {QStringLiteral("reactivation"), ConsentAnswer::Answer::No, {}, 0}});
        return all;
    }
    static const FollowUp* find(const std::vector<FollowUp>& list, Kind kind)
    {
        const auto found =
            std::find_if(list.begin(), list.end(), [&](const FollowUp& one) { return one.kind == kind; });
        return found == list.end() ? nullptr : &*found;
    }
};

void TestFollowUps::everything_that_ends_stands_in_order()
{
    const std::vector<FollowUp> expected{
        {Kind::BriefingPlanned, QDate(2026, 11, 29), {}},
        {Kind::AccountDisabled, QDate(2026, 11, 30), {}},
        {Kind::ConsentEnds, QDate(2026, 12, 10), QStringLiteral("mailbox_open")},
        {Kind::OutOfOfficeEnds, QDate(2026, 12, 30), {}},
        {Kind::TaskDue, QDate(2027, 1, 15), QStringLiteral("Inventur")},
        {Kind::AccountDeleted, QDate(2027, 2, 28), {}},
        {Kind::ReceiptRetentionEnds, QDate(2029, 12, 31), QStringLiteral("receipt")},
        {Kind::ArchiveRetentionEnds, QDate(2032, 12, 31), QStringLiteral("business_letter")},
    };
    const auto list = followUps(sources());
    QCOMPARE(list.size(), expected.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        QVERIFY2(list[i] == expected[i], qPrintable(QString::number(i) + list[i].on.toString(Qt::ISODate)));
    }
}

void TestFollowUps::the_account_goes_by_the_policy()
{
    FollowUpSources all = sources();
    all.policy.account.disableOn = policy::AccountRules::DisableOn::EndOfContract;
    all.policy.account.deleteAfterMonths = 6;
    const auto list = followUps(all);
    QCOMPARE(find(list, Kind::AccountDisabled)->on, QDate(2026, 12, 31));
    QCOMPARE(find(list, Kind::AccountDeleted)->on, QDate(2027, 6, 30));
    all.accountDisabledOn = QDate(2026, 12, 1);
    all.accountDeletedOn = QDate(2027, 5, 1);
    QCOMPARE(find(followUps(all), Kind::AccountDisabled)->on, QDate(2026, 12, 1));
    QCOMPARE(find(followUps(all), Kind::AccountDeleted)->on, QDate(2027, 5, 1));
    all.accountDisabledOn = all.accountDeletedOn = QDate();
    all.endOfContract = {};
    QCOMPARE(find(followUps(all), Kind::AccountDisabled)->on, QDate(2026, 11, 30));
}

void TestFollowUps::a_page_the_company_does_without_brings_no_date()
{
    using policy::OptionalPage;
    FollowUpSources all = sources();
    all.policy.pagesOff = {OptionalPage::Knowledge, OptionalPage::AccountPlan, OptionalPage::OutOfOffice,
                           OptionalPage::Consents};
    all.hasArchive = false;
    const auto list = followUps(all);
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list.front().kind, Kind::ReceiptRetentionEnds);
}

void TestFollowUps::without_dates_there_is_nothing_to_follow()
{
    FollowUpSources none;
    none.policy = policy::builtInPolicy();
    none.hasArchive = true;
    QVERIFY(followUps(none).empty());
}

QTEST_GUILESS_MAIN(TestFollowUps)
#include "tst_follow_ups.moc"
