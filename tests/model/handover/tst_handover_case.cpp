// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "handover/case_list.h"
#include "handover/journal.h"
#include "handover/topics/separation_topics.h"
#include "receipt/sections/archive_section.h"
#include "receipt/sections/mail_section.h"

#include "support/result_checks.h"

#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using separation::Scope;
using separation::Verdict;

namespace {

separation::MessageFacts messageFrom(const QString& address, const QByteArray& id)
{
    separation::MessageFacts facts;
    facts.key = id;
    facts.fingerprint = QByteArray(32, id.at(0));
    facts.bytes = 100;
    facts.header.from = {{QString(), address}};
    facts.header.messageId = id;
    return facts;
}

/** Two people's mail as a scan would bring it. */
Status scanTwo(HandoverCase& handover)
{
    separation::MessageTable table;
    table.setOwnAddresses({handover.people().leaver.email});
    mail::Folder inbox;
    inbox.path = QStringLiteral("INBOX");
    table.addFolder({0, inbox});
    table.append(messageFrom(QStringLiteral("anna@privat.example"), "a"));
    table.append(messageFrom(QStringLiteral("einkauf@kunde.example"), "b"));
    ScanReport report;
    report.at = handover.clock().now();
    report.folders.push_back({FolderCount{QStringLiteral("INBOX"), mail::SpecialUse::Inbox, 2, 200, 0, {}, {}}});
    return handover.recordScan(std::move(report), std::move(table));
}

std::size_t countOf(const HandoverCase& handover, Verdict verdict)
{
    return handover.plan().tallies()[static_cast<std::size_t>(verdict)].messages;
}

} // namespace

class TestHandoverCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensOneStepAfterTheOther()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        QVERIFY(handover.mayEnter(Step::People));
        QVERIFY(!handover.mayEnter(Step::Policy));
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        QVERIFY(handover.mayEnter(Step::Policy));
        QVERIFY(!handover.mayEnter(Step::Mailbox));
        VERIFY_OK(handover.confirmPolicy());
        QVERIFY(handover.mayEnter(Step::Mailbox));
        QVERIFY(!handover.mayEnter(Step::Separation));
        QCOMPARE(handover.currentStep(), Step::Mailbox);
    }

    void saysWhatIsMissingOnThePeoplePage_data()
    {
        QTest::addColumn<People>("people");
        QTest::addColumn<Blocker::Kind>("expected");
        People people = SampleCase::people();
        people.leaver.name = QStringLiteral("  ");
        QTest::newRow("leaver") << people << Blocker::Kind::LeaverMissing;
        people = SampleCase::people();
        people.supervisor = {};
        QTest::newRow("supervisor") << people << Blocker::Kind::SupervisorMissing;
        people = SampleCase::people();
        people.lastWorkingDay = {};
        QTest::newRow("last day") << people << Blocker::Kind::LastDayMissing;
        people = SampleCase::people();
        people.endOfContract = people.lastWorkingDay.addDays(-1);
        QTest::newRow("contract ends before the last day") << people << Blocker::Kind::ContractBeforeLastDay;
    }
    void saysWhatIsMissingOnThePeoplePage()
    {
        QFETCH(People, people);
        QFETCH(Blocker::Kind, expected);
        SampleCase sample;
        VERIFY_OK(sample.handover->setPeople(people));
        const std::vector<Blocker> blockers = sample.handover->blockers(Step::People);
        QCOMPARE(blockers.size(), std::size_t(1));
        QCOMPARE(blockers.front().kind, expected);
    }

    void comesBackAsItWasAfterAKill()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("lea.case"));
        const FixedClock clock;
        QString number;
        {
            auto handover = HandoverCase::create(file, SampleCase::policy(), QStringLiteral("de"), clock);
            VERIFY_OK((*handover)->setPeople(SampleCase::people()));
            VERIFY_OK((*handover)->confirmPolicy());
            mail::MailboxSource source;
            source.path = folder.path();
            VERIFY_OK((*handover)->addMailbox(source));
            VERIFY_OK(scanTwo(**handover));
            QVERIFY((*handover)
                        ->decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private)
                        .isOk());
            number = (*handover)->caseNumber();
        }
        const auto handover = HandoverCase::open(file, clock);
        VERIFY_OK(handover);
        QCOMPARE((*handover)->caseNumber(), number);
        QVERIFY((*handover)->people() == SampleCase::people());
        QCOMPARE((*handover)->policy().companyName, QStringLiteral("Beispiel GmbH"));
        QCOMPARE((*handover)->messages().size(), separation::Row(2));
        QCOMPARE(countOf(**handover, Verdict::Private), std::size_t(1));
        QCOMPARE((*handover)->plan().undecided(), 1u);
        QCOMPARE((*handover)->currentStep(), Step::Separation);
    }

    void undoesAndRedoesDecisionsInTheFileToo()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(scanTwo(handover));
        VERIFY_OK(handover.decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        VERIFY_OK(handover.undo());
        QCOMPARE(countOf(handover, Verdict::Private), std::size_t(0));
        VERIFY_OK(handover.redo());
        QCOMPARE(countOf(handover, Verdict::Private), std::size_t(1));
        VERIFY_OK(handover.undo());
        const QString file = handover.file();
        sample.handover.reset();
        const auto reopened = HandoverCase::open(file, sample.clock);
        QCOMPARE(countOf(**reopened, Verdict::Private), std::size_t(0));
    }

    void forgetsCopiesThatNoLongerFitTheDecisions()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(scanTwo(handover));
        ArchiveOutcome archive;
        archive.at = sample.clock.now();
        archive.messages = 1;
        VERIFY_OK(handover.setTopic<ArchiveOutcome>(archive));
        QSignalSpy changes(&handover, &HandoverCase::changed);
        QVERIFY(
            handover.decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Private).isOk());
        QVERIFY(!handover.archive().has_value());
        QVERIFY(handover.journal().has(QStringLiteral("copies_void")).value());
        QVERIFY(changes.count() >= 2);
    }

    void refusesDecisionsAfterTheRemoval()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(scanTwo(handover));
        TakeawayOutcome outcome;
        outcome.removed = 1;
        VERIFY_OK(handover.setTopic<TakeawayOutcome>(outcome));
        const Status decided =
            handover.decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private);
        QVERIFY(!decided.isOk());
        QCOMPARE(decided.failure().kind, Failure::Kind::NotAllowedNow);
    }

    void keepsATopicInTheCaseFileAndForgetsItOnDemand()
    {
        SampleCase sample;
        ArchiveChoice choice;
        choice.mediumLabel = QStringLiteral("UEB-0042");
        VERIFY_OK(sample.handover->setTopic<ArchiveChoice>(choice));
        sample.reopen();
        QCOMPARE(sample.handover->topic<ArchiveChoice>().mediumLabel, QStringLiteral("UEB-0042"));
        VERIFY_OK(sample.handover->setTopic<ArchiveChoice>(std::nullopt));
        sample.reopen();
        QVERIFY(!sample.handover->topicIfSet<ArchiveChoice>().has_value());
    }

    void namesEveryTopicOnce()
    {
        const TopicSet topics;
        QStringList names{QStringLiteral("info"),      QStringLiteral("people"), QStringLiteral("policy"),
                          QStringLiteral("mailboxes"), QStringLiteral("scan"),   QStringLiteral("receipt"),
                          QStringLiteral("record")};
        for (const auto& slot : topics.all()) {
            QVERIFY2(!names.contains(slot->name()), qPrintable(slot->name()));
            names.append(slot->name());
        }
    }

    void namesEveryStepOnceAndFindsItByItsKey()
    {
        for (const StepRow& row : stepPlan()) {
            QCOMPARE(stepOfKey(QString::fromLatin1(row.key)), row.step);
            QCOMPARE(rowOf(row.step).step, row.step);
        }
        QCOMPARE(stepOfKey(QStringView(u"nonsense")), Step::People);
    }

    void changesNothingOnceTheLeaverHasSigned()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(handover.confirmPolicy());
        VERIFY_OK(handover.confirmReview());
        VERIFY_OK(handover.recordReceipt({QStringLiteral("x.pending.pdf"), "digest", 1}));
        QVERIFY(!handover.setPeople({}).isOk());
        QVERIFY(!handover.setLeaverReservation(QStringLiteral("x")).isOk());
        QVERIFY(!handover.mayEnter(Step::Review));
        QVERIFY(handover.mayEnter(Step::KeyboardHandover));
        QVERIFY(!handover.mayEnter(Step::SupervisorSigns));
        VERIFY_OK(handover.handKeyboardOver());
        QVERIFY(handover.isLocked());
        QVERIFY(handover.mayEnter(Step::SupervisorSigns));
        QVERIFY(!handover.mayEnter(Step::LeaverSigns));
    }

    void wantsANewReviewAfterAChange()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(handover.confirmPolicy());
        VERIFY_OK(handover.confirmReview());
        QVERIFY(handover.isDone(Step::Review));
        VERIFY_OK(handover.setLeaverReservation(QStringLiteral("Dienstwagen folgt")));
        QVERIFY(!handover.isDone(Step::Review));
    }

    void putsOnlyFactsOnTheReceipt()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(scanTwo(handover));
        const receipt::ReceiptRecord record = handover.record();
        QCOMPARE(record.find<receipt::MailSection>()->undecided.messages, 2u);
        QVERIFY(record.find<receipt::ArchiveSection>() == nullptr);
        const std::vector<receipt::ReceiptRecord::OpenPoint> expected{{QStringLiteral("policy_not_confirmed"), 0},
                                                                      {QStringLiteral("undecided_mail"), 2},
                                                                      {QStringLiteral("no_takeaway"), 0},
                                                                      {QStringLiteral("no_archive"), 0},
                                                                      {QStringLiteral("no_contacts"), 0},
                                                                      {QStringLiteral("no_reply"), 0},
                                                                      {QStringLiteral("no_files"), 0},
                                                                      {QStringLiteral("no_password_change"), 0},
                                                                      {QStringLiteral("no_account_plan"), 0}};
        QVERIFY(record.openPoints == expected);
    }

    void countsDecisionsAsThePageDoes()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(scanTwo(handover));
        const QDateTime now = handover.clock().now();
        // One click that settled two groups.
        VERIFY_OK(handover.decideAll(
            {{separation::Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private, now},
             {separation::Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business, now}}));
        QCOMPARE(handover.plan().decisions().size(), std::size_t(2));
        QCOMPARE(handover.record().find<receipt::MailSection>()->decisions, 1u);
    }

    void namesNoRulesWhereTheCompanyHasNone()
    {
        const SampleCase sample;
        QVERIFY(sample.handover->record().policyName.isEmpty());
        policy::CompanyPolicy rules = SampleCase::policy();
        rules.isBuiltIn = false;
        rules.name = QStringLiteral("Hausregel");
        const SampleCase other(rules);
        QCOMPARE(other.handover->record().policyName, QStringLiteral("Hausregel"));
    }

    void isListedForTheStartPage()
    {
        SampleCase sample;
        VERIFY_OK(sample.handover->setPeople(SampleCase::people()));
        VERIFY_OK(sample.handover->confirmPolicy());
        const std::vector<CaseSummary> cases = listCases(sample.folder.path());
        QCOMPARE(cases.size(), std::size_t(1));
        QCOMPARE(cases.front().leaverName, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(cases.front().step, Step::Mailbox);
        QCOMPARE(cases.front().lastWorkingDay, QDate(2026, 12, 31));
    }

    void keepsOnlyTheReceiptsFactsWhenClosed()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(handover.confirmPolicy());
        VERIFY_OK(scanTwo(handover));
        QVERIFY(!handover.close().isOk());
        VERIFY_OK(handover.confirmReview());
        VERIFY_OK(handover.recordReceipt({QStringLiteral("x.pdf"), "digest", 2}));
        const QByteArray before = receipt::toJson(handover.record());
        VERIFY_OK(handover.close());
        QCOMPARE(handover.messages().size(), separation::Row(0));
        QCOMPARE(receipt::toJson(handover.record()), before);
        QVERIFY(handover.mayEnter(Step::Receipt));
        QVERIFY(!handover.mayEnter(Step::People));
        QFile file(handover.file());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("anna@privat.example"));
    }

    void forgetsWhatItHasLearnedWhenClosed()
    {
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(handover.confirmPolicy());
        VERIFY_OK(scanTwo(handover));
        const QString contact = handover.plan().groupKey(separation::Scope::Correspondent, 0);
        const QString id = handover.messages().stableId(0);
        VERIFY_OK(handover.decide(separation::Scope::Correspondent, contact, separation::Verdict::Private));
        VERIFY_OK(handover.setTopic<MixedMessages>(MixedMessages().with(id, true)));
        SampleAudit audit;
        audit.privateMail = AuditedPile{sample.clock.now(), 2, 1, 0, QStringLiteral("mark-4711")};
        VERIFY_OK(handover.setTopic<SampleAudit>(audit));
        // What was decided is learned from, and both are there again after a kill.
        sample.handover.reset();
        auto reopened = HandoverCase::open(sample.file(), sample.clock);
        QVERIFY(reopened);
        QCOMPARE((*reopened)->plan().suggestion(0).reasons.front().kind, separation::Reason::Kind::FormerDecisions);
        VERIFY_OK((*reopened)->decide(separation::Scope::Message, id, separation::Verdict::Private));
        VERIFY_OK((*reopened)->confirmReview());
        VERIFY_OK((*reopened)->recordReceipt({QStringLiteral("x.pdf"), "digest", 2}));
        VERIFY_OK((*reopened)->close());
        const separation::SeparationPlan& plan = (*reopened)->plan();
        QVERIFY(plan.decisions().empty());
        QVERIFY(!plan.mayUndo() && !plan.mayRedo());
        QCOMPARE(plan.groupCount(separation::Scope::Correspondent), 0U);
        reopened->reset();
        const QStringList left = QDir(sample.folder.path()).entryList({QStringLiteral("*.case*")}, QDir::Files);
        for (const QString& name : left) {
            QFile file(sample.folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(contact.toUtf8()) && !bytes.contains(id.toUtf8()) && !bytes.contains("mark-4711"),
                     qPrintable(name));
        }
        QVERIFY(!left.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHandoverCase)
#include "tst_handover_case.moc"
