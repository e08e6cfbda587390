// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"

#include <QTest>

#include <functional>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

const QByteArray oldPassword = "Erstes-Kennwort-1";

/** A directory in memory that can be told to fail at a certain change; it keeps one former password valid, as AD does.
 */
class FailingDirectory : public AccountDirectory
{
public:
    Dialect m_dialect = Dialect::ActiveDirectory;
    PasswordPolicy policy;
    AccountEntry entry{{},
                       QStringLiteral("l.gehtbald"),
                       QStringLiteral("Lea Gehtbald"),
                       {},
                       QDateTime::currentDateTimeUtc().addDays(-1),
                       0};
    QByteArray current = oldPassword;
    QByteArray previous;
    AccountState accountState;
    bool hasKdc = false;
    /** What the n-th change answers; `isDone`: but the server has made it all the same. */
    struct Fault
    {
        int atChange = 0;
        Kind kind = Kind::ServerRefused;
        bool isDone = false;
        bool isDeadAfterwards = false;
    };
    Fault fault;
    int changes = 0;
    int wrongTries = 0;
    bool isDead = false;

    [[nodiscard]] Dialect dialect() const override { return m_dialect; }
    Status turnTo(const QString&) override { return Done{}; }
    Result<AccountEntry> account() override { return entry; }
    Result<PersonProfile> profile() override { return PersonProfile{}; }
    Result<PersonProfile> profileOf(const QString&) override { return PersonProfile{}; }
    Result<QByteArray> entryAsLdif() override { return QByteArray(); }
    Result<AccountState> state() override { return accountState; }
    Result<EntryChange> changeFor(const AccountAct&) override { return EntryChange{}; }
    Status apply(const EntryChange&) override { return Done{}; }
    Result<PasswordPolicy> passwordPolicy() override { return policy; }

    Status changePassword(const Secret& from, const Secret& to) override
    {
        ++changes;
        const bool isFaulty = changes == fault.atChange;
        if (from.view() != QByteArrayView(current)) {
            return Failure{Kind::LoginRefused, {}, {}};
        }
        if (!isFaulty || fault.isDone) {
            previous = std::exchange(current, to.view().toByteArray());
        }
        isDead = isFaulty && fault.isDeadAfterwards;
        return isFaulty ? Status(Failure{fault.kind, {}, {}}) : Status(Done{});
    }

    Status resetPassword(const Secret& to, bool mustChange) override
    {
        ++changes;
        if (changes == fault.atChange) {
            return Failure{fault.kind, {}, {}};
        }
        previous = std::exchange(current, to.view().toByteArray());
        accountState.mustChangePassword = mustChange;
        return Done{};
    }

    Result<Acceptance> tryPasswordByKerberos(const Secret& password) override
    {
        if (!hasKdc) {
            return Failure{Kind::NoSuchEntry, {}, {}};
        }
        if (password.view() == QByteArrayView(current)) {
            return Acceptance::Accepted;
        }
        ++wrongTries;
        return Acceptance::Refused;
    }

    Result<Acceptance> tryPassword(const Secret& password) override
    {
        if (isDead) {
            return Failure{Kind::ConnectionLost, {}, {}};
        }
        const QByteArrayView tried = password.view();
        if (tried == QByteArrayView(current) ||
            (m_dialect == Dialect::ActiveDirectory && tried == QByteArrayView(previous))) {
            return Acceptance::Accepted;
        }
        ++wrongTries;
        return Acceptance::Refused;
    }
};

/** The seal as the caller would keep it: the last password that was kept is the one that can be recovered. */
struct Sealed
{
    QByteArray kept;
    int calls = 0;
    int failsAtCall = 0;
    /** Called before the seal is replaced, as a kill at this moment would find things. */
    std::function<void()> observe = [] {};

    Status operator()(const Secret& password)
    {
        ++calls;
        observe();
        if (calls == failsAtCall) {
            return Failure{Kind::DiskFull, {}, {}};
        }
        kept = password.view().toByteArray();
        return Done{};
    }
    [[nodiscard]] bool recovers(const QByteArray& password) const
    {
        return password == oldPassword || password == kept || password == kept + "-1";
    }
};

} // namespace

class TestPasswordChange : public QObject
{
    Q_OBJECT

private:
    JobContext m_job;
    const Secret m_old{oldPassword};

    Result<PasswordChangeReport> run(FailingDirectory& directory, Sealed& seal)
    {
        return changeOwnPassword(directory, m_old, PasswordStyle::GermanWords, std::ref(seal), m_job);
    }

private Q_SLOTS:
    void changesTwiceWhereTheFormerPasswordStaysValid()
    {
        FailingDirectory directory;
        Sealed seal;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(report.isOk());
        QCOMPARE(directory.current, seal.kept);
        QCOMPARE(directory.previous, seal.kept + "-1");
        QCOMPARE(seal.calls, 1);
        QVERIFY(report->isChangedTwice);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->oldRefused, Proof::Yes);
        QVERIFY(!report->isThrowAwayInForce);
        QVERIFY(report->changedAt.isValid());
        QCOMPARE(directory.wrongTries, 1);
    }

    void changesOnceWhereTheMinimumAgeForbidsMore_data()
    {
        QTest::addColumn<qint64>("minAge");
        QTest::addColumn<bool>("isReadable");
        QTest::addColumn<Dialect>("dialect");
        QTest::addColumn<Proof>("oldRefused");
        QTest::newRow("minimum age") << qint64(60) << true << Dialect::ActiveDirectory << Proof::No;
        QTest::newRow("policy unreadable") << qint64(0) << false << Dialect::ActiveDirectory << Proof::No;
        QTest::newRow("RFC 3062") << qint64(0) << true << Dialect::Rfc3062 << Proof::Yes;
    }
    void changesOnceWhereTheMinimumAgeForbidsMore()
    {
        FailingDirectory directory;
        QFETCH(const qint64, minAge);
        QFETCH(const bool, isReadable);
        QFETCH(const Dialect, dialect);
        directory.policy.minAgeSeconds = minAge;
        directory.policy.isReadable = isReadable;
        directory.m_dialect = dialect;
        Sealed seal;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(report.isOk());
        QCOMPARE(directory.current, seal.kept);
        QCOMPARE(directory.changes, 1);
        QVERIFY(!report->isChangedTwice);
        QTEST(report->oldRefused, "oldRefused");
    }

    void changesNothingWhenTheOldPasswordIsWrong()
    {
        FailingDirectory directory;
        directory.current = "another";
        Sealed seal;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::LoginRefused);
        QCOMPARE(seal.calls, 0);
        QCOMPARE(directory.changes, 0);
        QCOMPARE(directory.wrongTries, 1);
    }

    void changesNothingWhenItCannotBeKept()
    {
        FailingDirectory directory;
        Sealed seal;
        seal.failsAtCall = 1;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::DiskFull);
        QCOMPARE(directory.changes, 0);
    }

    void changesNothingAfterCancel()
    {
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job({}, cancelled);
        FailingDirectory directory;
        const auto keepAndCancel = [&cancelled](const Secret&) -> Status {
            *cancelled = true;
            return Done{};
        };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(directory, m_old, PasswordStyle::GermanWords, keepAndCancel, job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::Cancelled);
        QCOMPARE(directory.changes, 0);
    }

    void losesNoPasswordWhereverItBreaks_data()
    {
        QTest::addColumn<FailingDirectory::Fault>("fault");
        QTest::addColumn<std::optional<Kind>>("failure");
        QTest::addColumn<bool>("isTwice");
        using Fault = FailingDirectory::Fault;
        const std::optional<Kind> none;
        QTest::newRow("first change refused")
            << Fault{1, Kind::PasswordPolicyRefused} << std::optional(Kind::PasswordPolicyRefused) << false;
        QTest::newRow("line breaks before the first change")
            << Fault{1, Kind::ConnectionLost} << std::optional(Kind::ServerRefused) << false;
        QTest::newRow("line breaks after the first change") << Fault{1, Kind::ConnectionLost, true} << none << true;
        QTest::newRow("server dies in the first change")
            << Fault{1, Kind::TimedOut, true, true} << std::optional(Kind::TimedOut) << false;
        QTest::newRow("second change refused") << Fault{2, Kind::PasswordTooYoung} << none << false;
        QTest::newRow("line breaks before the second change") << Fault{2, Kind::ConnectionLost} << none << false;
        QTest::newRow("line breaks after the second change") << Fault{2, Kind::ConnectionLost, true} << none << true;
        QTest::newRow("server dies before the second change")
            << Fault{2, Kind::TimedOut, false, true} << std::optional(Kind::TimedOut) << false;
        QTest::newRow("server dies after the second change")
            << Fault{2, Kind::TimedOut, true, true} << std::optional(Kind::TimedOut) << false;
    }
    void losesNoPasswordWhereverItBreaks()
    {
        QFETCH(const FailingDirectory::Fault, fault);
        QFETCH(const std::optional<Kind>, failure);
        QFETCH(const bool, isTwice);
        FailingDirectory directory;
        directory.fault = fault;
        Sealed seal;
        seal.observe = [&] { QVERIFY(seal.recovers(directory.current)); };
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(seal.recovers(directory.current));
        QCOMPARE(report.isOk(), !failure.has_value());
        if (failure) {
            QCOMPARE(report.failure().kind, *failure);
            return;
        }
        QCOMPARE(directory.current, seal.kept);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->isChangedTwice, isTwice);
    }

    void saysSoWhenTheThrowAwayRemains()
    {
        FailingDirectory directory;
        directory.fault = {2, Kind::PasswordPolicyRefused};
        Sealed seal;
        seal.failsAtCall = 2;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(report.isOk());
        QVERIFY(report->isThrowAwayInForce);
        QCOMPARE(directory.current, seal.kept + "-1");
    }

    void namesTheMinimumAgeThoughWindowsDoesNot()
    {
        FailingDirectory directory;
        directory.policy.minAgeSeconds = 7LL * 24 * 3600;
        directory.fault = {1, Kind::PasswordPolicyRefused};
        Sealed seal;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::PasswordTooYoung);
    }

    void doesNotTryTheOldPasswordNearLockOut_data()
    {
        QTest::addColumn<int>("maxFailures");
        QTest::addColumn<int>("failedLogins");
        QTest::addColumn<bool>("isReadable");
        QTest::addColumn<bool>("isTried");
        QTest::newRow("no lock-out") << 0 << 9 << true << true;
        QTest::newRow("far away") << 5 << 0 << true << true;
        QTest::newRow("two stay free") << 5 << 2 << true << true;
        QTest::newRow("one would stay free") << 5 << 3 << true << false;
        QTest::newRow("tight policy") << 2 << 0 << true << false;
        QTest::newRow("count unreadable") << 3 << -1 << true << true;
        QTest::newRow("policy unreadable, no failures") << 0 << 0 << false << true;
        QTest::newRow("policy unreadable, a failure") << 0 << 1 << false << false;
        QTest::newRow("nothing readable") << 0 << -1 << false << false;
    }
    void doesNotTryTheOldPasswordNearLockOut()
    {
        QFETCH(const int, maxFailures);
        QFETCH(const int, failedLogins);
        QFETCH(const bool, isReadable);
        QFETCH(const bool, isTried);
        FailingDirectory directory;
        directory.m_dialect = Dialect::Rfc3062;
        directory.policy.maxFailures = maxFailures;
        directory.policy.isReadable = isReadable;
        directory.entry.failedLogins = failedLogins;
        Sealed seal;
        const Result<PasswordChangeReport> report = run(directory, seal);
        QVERIFY(report.isOk());
        QCOMPARE(directory.wrongTries, isTried ? 1 : 0);
        QCOMPARE(report->oldRefused, isTried ? Proof::Yes : Proof::Unverifiable);
    }
};

QTEST_APPLESS_MAIN(TestPasswordChange)
#include "tst_password_change.moc"
