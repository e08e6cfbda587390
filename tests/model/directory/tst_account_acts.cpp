// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_acts.h"
#include "directory/password_change.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"

#include <QProcess>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;
using Act = AccountAct::Kind;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SambaServer::firstPassword));
}

const QString team = QStringLiteral("CN=Netzwerk (Süd),OU=Leute,DC=firma,DC=example");
const QString foreign = QStringLiteral("CN=Fremd,OU=Leute,DC=firma,DC=example");
const QString plainTeam = QStringLiteral("cn=team,ou=groups,dc=firma,dc=example");
const QDateTime lastEvening(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);

} // namespace

/** What a helpdesk with delegated rights does, on both kinds of real servers. */
class TestAccountActs : public QObject
{
    Q_OBJECT

private:
    SambaServer m_domain;
    SlapdServer m_plain;
    JobContext m_job;

    Result<std::unique_ptr<AccountDirectory>> helpdesk(bool isDomain, const QString& account)
    {
        Result<std::unique_ptr<AccountDirectory>> directory = openedAs(isDomain, QStringLiteral("h.help"));
        if (directory) {
            if (Status found = (*directory)->turnTo(account); !found) {
                return found.failure();
            }
        }
        return directory;
    }
    Result<std::unique_ptr<AccountDirectory>> openedAs(bool isDomain, const QString& account,
                                                       const Secret& password = first())
    {
        return isDomain
                   ? openDirectory({m_domain.ldapsUrl(), SambaServer::upn(account), m_domain.caFile()}, password, m_job)
                   : openDirectory({m_plain.ldapsUrl(), account, m_plain.caFile()}, password, m_job);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_domain.start(), qPrintable(m_domain.errorText()));
        QVERIFY2(m_plain.start(), qPrintable(m_plain.errorText()));
    }

    void doesWhatIsWantedAndReadsItBack_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::addColumn<AccountAct>("act");
        QTest::addColumn<AccountAct>("back");
        for (const bool isDomain : {true, false}) {
            const char* const where = isDomain ? "AD" : "OpenLDAP";
            QTest::addRow("%s: disable", where) << isDomain << AccountAct{Act::Disable} << AccountAct{Act::Enable};
            QTest::addRow("%s: expire", where)
                << isDomain << AccountAct{Act::Expire, lastEvening} << AccountAct{Act::NeverExpire};
            const QString group = isDomain ? team : plainTeam;
            QTest::addRow("%s: leave a group", where)
                << isDomain << AccountAct{Act::LeaveGroup, {}, group} << AccountAct{Act::JoinGroup, {}, group};
        }
    }
    void doesWhatIsWantedAndReadsItBack()
    {
        QFETCH(const bool, isDomain);
        QFETCH(const AccountAct, act);
        QFETCH(const AccountAct, back);
        const auto directory = helpdesk(isDomain, QStringLiteral("t.est"));
        QVERIFY2(directory.isOk(), directory ? "" : qPrintable(directory.failure().detail));
        for (const AccountAct& each : {act, back}) {
            const Result<ActReport> done = performAct(**directory, each);
            QVERIFY2(done.isOk(), done ? "" : qPrintable(done.failure().detail));
            QVERIFY(!done->wasSoBefore);
            QVERIFY(done->isVerified);
            // Again, as after a kill before it was noted: nothing to do, no harm.
            const Result<ActReport> again = performAct(**directory, each);
            QVERIFY(again.isOk());
            QVERIFY(again->wasSoBefore);
            QVERIFY(again->isVerified);
        }
    }

    void keepsTheOtherFlagsOfTheAccount()
    {
        const auto directory = helpdesk(true, QStringLiteral("z.wei"));
        QVERIFY(directory.isOk());
        const EntryChange neverExpiring{(*directory)->account()->dn,
                                        {{LdifChange::Operation::Replace, {"userAccountControl", {"66048"}}}}};
        const Result<EntryChange> tooLate = (*directory)->changeFor({Act::Disable});
        QVERIFY(tooLate.isOk());
        QVERIFY((*directory)->apply(neverExpiring).isOk());
        // Worked out from the value before: it must not take the other flag away.
        QVERIFY(!(*directory)->apply(*tooLate).isOk());
        QVERIFY(performAct(**directory, {Act::Disable})->isVerified);
        const Result<EntryChange> change = (*directory)->changeFor({Act::Enable});
        QVERIFY(change.isOk());
        QCOMPARE(change->changes[0].attribute.values, QList<QByteArray>{"66050"});
        QCOMPARE(change->changes[1].attribute.values, QList<QByteArray>{"66048"});
    }

    void unlocksWhoWasLockedOut_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::newRow("AD") << true;
        QTest::newRow("OpenLDAP") << false;
    }
    void unlocksWhoWasLockedOut()
    {
        QFETCH(const bool, isDomain);
        const auto directory = helpdesk(isDomain, QStringLiteral("g.sperrt"));
        QVERIFY(directory.isOk());
        for (int i = 0; i < 5; ++i) {
            (void)(*directory)->tryPassword(Secret(QByteArrayView("wrong")));
        }
        QVERIFY((*directory)->state()->isLocked);
        const Result<ActReport> done = performAct(**directory, {Act::Unlock});
        QVERIFY(done.isOk());
        QVERIFY(!done->wasSoBefore);
        QVERIFY(done->isVerified);
        QVERIFY(openedAs(isDomain, QStringLiteral("g.sperrt")).isOk());
    }

    void aDisabledAccountLetsNobodyIn_data() { unlocksWhoWasLockedOut_data(); }
    void aDisabledAccountLetsNobodyIn()
    {
        QFETCH(const bool, isDomain);
        const auto directory = helpdesk(isDomain, QStringLiteral("t.est"));
        QVERIFY(performAct(**directory, {Act::Disable}).isOk());
        const auto refused = openedAs(isDomain, QStringLiteral("t.est"));
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, isDomain ? Kind::AccountDisabled : Kind::AccountLocked);
        QVERIFY(performAct(**directory, {Act::Enable}).isOk());
        QVERIFY(openedAs(isDomain, QStringLiteral("t.est")).isOk());
    }

    void withoutTheRightNothingIsDone_data() { unlocksWhoWasLockedOut_data(); }
    void withoutTheRightNothingIsDone()
    {
        QFETCH(const bool, isDomain);
        const auto directory = openedAs(isDomain, QStringLiteral("t.est"));
        QVERIFY(directory.isOk());
        const Result<ActReport> done = performAct(**directory, {Act::Disable});
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Kind::NotPermitted);
        if (isDomain) {
            const auto desk = helpdesk(true, QStringLiteral("t.est"));
            const Result<ActReport> left = performAct(**desk, {Act::LeaveGroup, {}, foreign});
            QVERIFY(!left);
            QCOMPARE(left.failure().kind, Kind::NotPermitted);
        }
    }

    void resetsAndMarksThatAnotherPasswordMustBeChosen_data() { unlocksWhoWasLockedOut_data(); }
    void resetsAndMarksThatAnotherPasswordMustBeChosen()
    {
        QFETCH(const bool, isDomain);
        const QString account = QStringLiteral("r.eset");
        const auto directory = helpdesk(isDomain, account);
        QVERIFY(directory.isOk());
        const Result<PasswordChangeReport> report =
            resetPasswordAndForget(**directory, PasswordStyle::GermanWords, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QVERIFY(report->isReset);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->mustChange, Proof::Yes);
        QCOMPARE(report->isChangedTwice, isDomain);
        QCOMPARE(report->oldRefused, Proof::Unverifiable);
        // The leaver's own password is gone at once, in AD because of the second reset.
        const auto refused = openedAs(isDomain, account);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, Kind::LoginRefused);
    }

    void resetsNobodyWithoutTheRight_data() { unlocksWhoWasLockedOut_data(); }
    void resetsNobodyWithoutTheRight()
    {
        QFETCH(const bool, isDomain);
        const auto directory = openedAs(isDomain, QStringLiteral("l.gehtbald"));
        QVERIFY((*directory)->turnTo(QStringLiteral("s.zeichen")).isOk());
        const Result<PasswordChangeReport> report =
            resetPasswordAndForget(**directory, PasswordStyle::GermanWords, m_job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::NotPermitted);
        QVERIFY(openedAs(isDomain, QStringLiteral("s.zeichen")).isOk());
    }

    void tellsWhoSomebodyIs()
    {
        const auto directory = openedAs(true, QStringLiteral("l.gehtbald"));
        QVERIFY(directory.isOk());
        const Result<PersonProfile> profile = (*directory)->profile();
        QVERIFY(profile.isOk());
        QCOMPARE(profile->name, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(profile->mail, QStringLiteral("l.gehtbald@firma.example"));
        QCOMPARE(profile->department, QStringLiteral("Einkauf"));
        QCOMPARE(profile->personnelNumber, QStringLiteral("4711"));
        QCOMPARE(profile->managerName, QStringLiteral("Sven Vorgesetzt"));
        QCOMPARE(profile->managerMail, QStringLiteral("s.vorgesetzt@firma.example"));
        QCOMPARE(profile->managerDepartment, QStringLiteral("Leitung"));
        QCOMPARE(QSet<QString>(profile->groups.begin(), profile->groups.end()), QSet<QString>({team, foreign}));
        QCOMPARE(profile->homeFolder, QStringLiteral("\\\\files\\home\\lea"));
        QCOMPARE(profile->profileFolder, QStringLiteral("\\\\files\\profile\\lea"));
        QCOMPARE(profile->photo.size(), 262);
    }

    void tellsWhoSomebodyIsOnAPlainServer()
    {
        const auto directory = openedAs(false, QStringLiteral("t.est"));
        QVERIFY(directory.isOk());
        const Result<PersonProfile> profile = (*directory)->profile();
        QVERIFY(profile.isOk());
        QCOMPARE(profile->name, QStringLiteral("Tea Est"));
        QCOMPARE(profile->department, QStringLiteral("Einkauf"));
        QCOMPARE(profile->personnelNumber, QStringLiteral("4711"));
        QCOMPARE(profile->managerName, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(profile->groups, QStringList(plainTeam));
        QCOMPARE(profile->photo.size(), 7);
    }

    void findsNobodyWhereThereAreSeveralOrNone_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("nobody") << QStringLiteral("niemand");
        QTest::newRow("a star is a star") << QStringLiteral("*");
        QTest::newRow("brackets do not break out") << QStringLiteral("x)(objectClass=*");
        QTest::newRow("empty") << QStringLiteral(" ");
        QTest::newRow("a DN of nobody") << QStringLiteral("CN=Niemand,OU=Leute,DC=firma,DC=example");
    }
    void findsNobodyWhereThereAreSeveralOrNone()
    {
        QFETCH(const QString, user);
        for (const bool isDomain : {true, false}) {
            const auto directory = openedAs(isDomain, QStringLiteral("h.help"));
            const Status found = (*directory)->turnTo(user);
            QVERIFY(!found);
            QCOMPARE(found.failure().kind, Kind::NoSuchEntry);
        }
    }

    void exportsTheWholeEntryButNothingOfThePassword()
    {
        const auto domain = openedAs(true, QStringLiteral("l.gehtbald"));
        const Result<QByteArray> text = (*domain)->entryAsLdif();
        QVERIFY(text.isOk());
        QVERIFY(text->startsWith("version: 1\n\ndn: CN=Lea Gehtbald,OU=Leute,DC=firma,DC=example\n"));
        for (const char* const line :
             {"\nsAMAccountName: l.gehtbald\n", "\nobjectSid:: ", "\nobjectGUID:: ", "\nthumbnailPhoto:: ",
              "\nmemberOf: CN=Fremd,OU=Leute,DC=firma,DC=example\n", "\nemployeeNumber: 4711\n",
              "\ninfo:: ", "\nwhenCreated: ", "\nmanager: CN=Sven Vorgesetzt,OU=Leute,DC=firma,DC=example\n"}) {
            QVERIFY2(text->contains(line), line);
        }
        QVERIFY(!text->toLower().contains("unicodepwd:"));
        const auto plain = openedAs(false, QStringLiteral("t.est"));
        const Result<QByteArray> other = (*plain)->entryAsLdif();
        QVERIFY(other.isOk());
        QVERIFY(other->contains("\nuid: t.est\n"));
        QVERIFY(other->contains("\nentryUUID: "));
        QVERIFY(other->contains("# cn=team,ou=groups,dc=firma,dc=example\n"));
        QVERIFY(!other->contains("userPassword"));
    }

    void writesThePlanAsAFileThatTheServersOwnToolsCarryOut()
    {
        const auto directory = openedAs(false, QStringLiteral("t.est"));
        const Result<QByteArray> file = actsAsLdif(
            **directory, {{Act::Disable}, {Act::Expire, lastEvening}, {Act::LeaveGroup, {}, plainTeam}, {Act::Unlock}});
        QVERIFY(file.isOk());
        QProcess tool;
        tool.setProcessEnvironment([this] {
            QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
            all.insert(QStringLiteral("LDAPTLS_CACERT"), m_plain.caFile());
            return all;
        }());
        tool.start(QStringLiteral("ldapmodify"),
                   {QStringLiteral("-H"), m_plain.ldapsUrl().toString(), QStringLiteral("-x"), QStringLiteral("-D"),
                    SlapdServer::dn(QStringLiteral("h.help")), QStringLiteral("-w"),
                    QLatin1String(SlapdServer::firstPassword)});
        tool.write(*file);
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        QVERIFY2(tool.exitCode() == 0, tool.readAllStandardError().constData());
        const auto desk = helpdesk(false, QStringLiteral("t.est"));
        const Result<AccountState> state = (*desk)->state();
        QVERIFY(state.isOk());
        QVERIFY(state->isDisabled);
        QCOMPARE(state->expiresAt, lastEvening);
        QVERIFY(state->groups.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccountActs)
#include "tst_account_acts.moc"
