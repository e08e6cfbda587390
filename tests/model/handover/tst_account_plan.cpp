// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "core/atomic_file.h"
#include "handover/handover_acts.h"
#include "handover/journal.h"
#include "receipt/sections/account_section.h"
#include "receipt/sections/password_section.h"
#include "secrets/seal.h"
#include "servers/samba_server.h"
#include "support/result_checks.h"

#include <QGuiApplication>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using directory::Proof;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SambaServer::firstPassword));
}

AccountPlanWords words()
{
    return {QStringLiteral("disable"), QStringLiteral("delete"), QStringLiteral("about"), QStringLiteral("for IT"),
            QStringLiteral("end"),     QStringLiteral("return"), QStringLiteral("gone")};
}

} // namespace

/** The account of a case, on a real domain controller. */
class TestAccountPlan : public QObject
{
    Q_OBJECT

private:
    SambaServer m_server;
    std::unique_ptr<SampleCase> m_sample;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<HandoverActs> m_acts;
    JobContext m_job;

    HandoverCase& handover() { return *m_sample->handover; }
    [[nodiscard]] directory::DirectoryLogin login(const QString& account) const
    {
        return {m_server.ldapsUrl(), SambaServer::upn(account), m_server.caFile()};
    }
    [[nodiscard]] QString target() const { return m_sample->folder.filePath(QStringLiteral("it")); }
    QByteArray written(const char* name)
    {
        const Result<QByteArray> file =
            readWhole(target() + u'/' + handover().caseNumber() + u'-' + QLatin1String(name), 1 << 20);
        return file ? *file : QByteArray("(absent)");
    }
    AccountPlan planFor(const QString& account)
    {
        AccountPlan plan;
        plan.way = AccountPlan::Way::Helpdesk;
        plan.login = login(QStringLiteral("h.help"));
        plan.account = account;
        plan.disableOn = QDate(2026, 12, 31);
        plan.deleteOn = QDate(2027, 3, 31);
        plan.leaveGroups = {QStringLiteral("Netzwerk (Süd)")};
        plan.target = target();
        return plan;
    }
    Result<directory::AccountState> stateOf(const QString& account)
    {
        auto directory = directory::openDirectory(login(QStringLiteral("h.help")), first(), m_job);
        if (!directory) {
            return directory.failure();
        }
        if (Status turned = (*directory)->turnTo(account); !turned) {
            return turned.failure();
        }
        return (*directory)->state();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }
    void init()
    {
        m_sample = std::make_unique<SampleCase>();
        m_secrets = secrets::makeMemoryStore();
        m_acts = std::make_unique<HandoverActs>(handover(), *m_secrets);
    }
    void cleanup()
    {
        m_acts.reset();
        m_sample.reset();
    }

    void fillsThePeopleAndKeepsTheEntry()
    {
        People people;
        people.leaver.department = QStringLiteral("Selbst getippt");
        VERIFY_OK(handover().setPeople(people));
        VERIFY_OK(m_acts->runDirectoryEntry({login(QStringLiteral("l.gehtbald")), first(), {}}, m_job));
        QCOMPARE(handover().people().leaver.name, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(handover().people().leaver.email, QStringLiteral("l.gehtbald@firma.example"));
        QCOMPARE(handover().people().leaver.department, QStringLiteral("Selbst getippt"));
        QCOMPARE(handover().people().leaver.personnelNumber, QStringLiteral("4711"));
        QCOMPARE(handover().people().supervisor.name, QStringLiteral("Sven Vorgesetzt"));
        m_sample->reopen();
        const DirectoryEntry& entry = handover().topic<DirectoryEntry>();
        QCOMPARE(entry.accountName, QStringLiteral("l.gehtbald"));
        QVERIFY(entry.ldif.contains("\nsAMAccountName: l.gehtbald\n"));
        QCOMPARE(entry.groups.size(), 2);
    }

    void endsOnTheDateAndWritesTheRestForIt()
    {
        VERIFY_OK(handover().setTopic<AccountPlan>(planFor(QStringLiteral("z.wei"))));
        VERIFY_OK(m_acts->runAccountPlan(first(), words(), m_job));
        const Result<directory::AccountState> state = stateOf(QStringLiteral("z.wei"));
        QVERIFY(!state->isDisabled);
        QCOMPARE(state->expiresAt, QDate(2027, 1, 1).startOfDay().toUTC());
        QVERIFY(written("directory-entry.ldif").contains("sAMAccountName: z.wei"));
        QVERIFY(written("account-plan.ics").contains("SUMMARY:disable\r\n"));
        QVERIFY(written("account-plan.ics").contains("DUE;VALUE=DATE:20270331\r\n"));
        QCOMPARE(written("account-plan.txt"), QByteArray("for IT"));
        QVERIFY(written("account-delete.ldif").contains("changetype: delete\n"));
        QVERIFY(handover().isDone(Step::AccountPlan));
        const receipt::ReceiptRecord record = handover().record();
        const auto* section = record.find<receipt::AccountSection>();
        QVERIFY(section != nullptr);
        QCOMPARE(section->way, QStringLiteral("helpdesk"));
        QCOMPARE(section->deeds.size(), std::size_t(1));
        QVERIFY(section->deeds.front().isVerified);
        QCOMPARE(section->files.size(), 6);
        const Result<receipt::ReceiptRecord> back = receipt::fromJson(receipt::toJson(record));
        QVERIFY2(back.isOk(), back ? "" : qPrintable(back.failure().detail));
    }

    void disablesAtOnceIsRepeatableAndCanBeTakenBack()
    {
        AccountPlan plan = planFor(QStringLiteral("t.est"));
        plan.isAtOnce = true;
        VERIFY_OK(m_acts->runDirectoryEntry({login(QStringLiteral("t.est")), first(), {}}, m_job));
        VERIFY_OK(handover().setTopic<AccountPlan>(plan));
        VERIFY_OK(m_acts->runAccountPlan(first(), words(), m_job));
        QVERIFY(stateOf(QStringLiteral("t.est"))->isDisabled);
        QCOMPARE(stateOf(QStringLiteral("t.est"))->groups.size(), 1);
        QVERIFY(written("account-end.ldif").contains("userAccountControl: 514\n"));
        QVERIFY(written("account-return.ldif").contains("add: userAccountControl\nuserAccountControl: 512\n"));
        // As after a kill before the outcome was saved.
        VERIFY_OK(m_acts->runAccountPlan(first(), words(), m_job));
        for (const directory::ActReport& deed : handover().topic<AccountPlanOutcome>().deeds) {
            QVERIFY(deed.wasSoBefore);
            QVERIFY(deed.isVerified);
        }
        int noted = 0;
        const Result<std::vector<JournalEntry>> entries = handover().journal().entries();
        for (const JournalEntry& entry : *entries) {
            noted += entry.what == QLatin1String("account_act") ? 1 : 0;
        }
        QCOMPARE(noted, 3);
    }

    void withoutTheRightTheEntryIsKeptAndNothingIsDone()
    {
        AccountPlan plan = planFor(QStringLiteral("r.eset"));
        plan.login = login(QStringLiteral("s.vorgesetzt"));
        plan.isAtOnce = true;
        VERIFY_OK(handover().setTopic<AccountPlan>(plan));
        const Status done = m_acts->runAccountPlan(first(), words(), m_job);
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Failure::Kind::NotPermitted);
        QVERIFY(written("directory-entry.ldif").contains("sAMAccountName: r.eset"));
        QVERIFY(!stateOf(QStringLiteral("r.eset"))->isDisabled);
        QVERIFY(!handover().isDone(Step::AccountPlan));
    }

    void withoutAServerCalendarAndTextAreWritten()
    {
        AccountPlan plan = planFor({});
        plan.way = AccountPlan::Way::Files;
        plan.login = {};
        VERIFY_OK(handover().setTopic<AccountPlan>(plan));
        VERIFY_OK(m_acts->runAccountPlan({}, words(), m_job));
        QCOMPARE(handover().topic<AccountPlanOutcome>().files.size(), 2);
        QVERIFY(written("account-plan.ics").contains("BEGIN:VTODO"));
        QCOMPARE(written("account-end.ldif"), QByteArray("(absent)"));
    }

    void theHelpdeskResetsAndNobodyHoldsThePassword()
    {
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::Helpdesk;
        choice.login = login(QStringLiteral("h.help"));
        choice.account = QStringLiteral("r.eset");
        VERIFY_OK(handover().setPasswordChoice(choice));
        VERIFY_OK(m_acts->runPasswordChange(first(), {}, m_job));
        const PasswordOutcome& outcome = *handover().password();
        QCOMPARE(outcome.report.newAccepted, Proof::Yes);
        QCOMPARE(outcome.report.mustChange, Proof::Yes);
        QVERIFY(outcome.sealPath.isEmpty());
        QVERIFY(!directory::openDirectory(login(QStringLiteral("r.eset")), first(), m_job));
        m_sample->reopen();
        QVERIFY(handover().password()->report.isReset);
        const receipt::ReceiptRecord record = handover().record();
        QCOMPARE(record.find<receipt::PasswordSection>()->way, QStringLiteral("helpdesk"));
        QVERIFY(receipt::fromJson(receipt::toJson(record)).isOk());
    }

    void resumeProvesWhatAServerLeftOpen_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<int>("changesBeforeTheEnd");
        QTest::newRow("nothing was changed") << QStringLiteral("m.eins") << 0;
        QTest::newRow("the throw-away is in force") << QStringLiteral("m.zwei") << 1;
        QTest::newRow("both changes were made") << QStringLiteral("m.drei") << 2;
    }
    void resumeProvesWhatAServerLeftOpen()
    {
        QFETCH(const QString, account);
        QFETCH(const int, changesBeforeTheEnd);
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::Directory;
        choice.login = login(account);
        choice.sealBy = PasswordChoice::SealBy::Code;
        choice.sealTarget = target();
        VERIFY_OK(handover().setPasswordChoice(choice));
        // What the first attempt left behind when it was killed: its line in the journal, the seal, and the changes.
        m_sample->clock.advance(m_sample->clock.now().secsTo(QDateTime::currentDateTimeUtc()));
        const Secret code = secrets::generateCode();
        const Secret fresh(QByteArrayView("Frisch-Gesetzt-Kahn-47"));
        VERIFY_OK(handover().journal().write(QStringLiteral("password_change_begins"), {}));
        QVERIFY(QDir().mkpath(target()));
        VERIFY_OK(AtomicFile::writeWhole(target() + u'/' + handover().caseNumber() + QStringLiteral(".seal"),
                                         *secrets::sealUnderCode(fresh, code, handover().caseNumber())));
        auto directory = directory::openDirectory(login(account), first(), m_job);
        QVERIFY(directory.isOk());
        const Secret throwAway = directory::throwAwayOf(fresh);
        if (changesBeforeTheEnd > 0) {
            VERIFY_OK((*directory)->changePassword(first(), throwAway));
        }
        if (changesBeforeTheEnd > 1) {
            VERIFY_OK((*directory)->changePassword(throwAway, fresh));
        }
        m_acts.reset();
        m_sample->reopen();
        m_acts = std::make_unique<HandoverActs>(handover(), *m_secrets);
        const auto open = handover().openPoints();
        QVERIFY(std::any_of(open.begin(), open.end(), [](const auto& point) {
            return point.code == QLatin1String("password_change_interrupted");
        }));

        VERIFY_OK(m_acts->runPasswordChange(first(), code.clone(), m_job));
        const PasswordOutcome& outcome = *handover().password();
        QCOMPARE(outcome.report.newAccepted, Proof::Yes);
        QCOMPARE(outcome.report.oldRefused, Proof::Yes);
        QVERIFY(!handover().passwordChangeOpenSince().isValid());
        QString caseNumber;
        const Result<Secret> sealed =
            secrets::openSealWithCode(*readWhole(outcome.sealPath, 1 << 20), code, &caseNumber);
        QVERIFY(sealed.isOk());
        QCOMPARE(sealed->equals(fresh), changesBeforeTheEnd > 0);
        QVERIFY(directory::openDirectory(login(account), *sealed, m_job).isOk());
    }

    void aServerThatDiesLeavesTheAttemptOpen()
    {
        SambaServer mortal;
        QVERIFY2(mortal.start(), qPrintable(mortal.errorText()));
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::Directory;
        choice.login = {mortal.ldapsUrl(), SambaServer::upn(QStringLiteral("l.gehtbald")), mortal.caFile()};
        choice.sealBy = PasswordChoice::SealBy::Code;
        choice.sealTarget = target();
        VERIFY_OK(handover().setPasswordChoice(choice));
        const JobContext killer(
            [&mortal](const Progress& progress) {
                if (progress.stage == Progress::Stage::Changing) {
                    mortal.process().kill();
                }
            },
            nullptr);
        JobContext job = killer;
        const Status changed = m_acts->runPasswordChange(first(), secrets::generateCode(), job);
        QVERIFY(!changed);
        QCOMPARE(changed.failure().kind, Failure::Kind::ConnectionLost);
        QVERIFY(handover().passwordChangeOpenSince().isValid());
        QVERIFY(QFile::exists(target() + u'/' + handover().caseNumber() + QStringLiteral(".seal")));
    }

    void reactivationLetsTheAccountInAgain()
    {
        AccountPlan plan = planFor(QStringLiteral("z.wei"));
        plan.isAtOnce = true;
        VERIFY_OK(handover().setTopic<AccountPlan>(plan));
        VERIFY_OK(m_acts->runAccountPlan(first(), words(), m_job));
        QVERIFY(stateOf(QStringLiteral("z.wei"))->isDisabled);
        VERIFY_OK(m_acts->runReactivation(first(), m_job));
        QVERIFY(!stateOf(QStringLiteral("z.wei"))->isDisabled);
        QVERIFY(!stateOf(QStringLiteral("z.wei"))->expiresAt.isValid());
        QVERIFY(directory::openDirectory(login(QStringLiteral("z.wei")), first(), m_job).isOk());
    }
};

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    TestAccountPlan test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_account_plan.moc"
