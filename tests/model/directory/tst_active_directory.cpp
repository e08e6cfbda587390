// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "servers/samba_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SambaServer::firstPassword));
}

} // namespace

/** Against a real domain controller (Samba). */
class TestActiveDirectory : public QObject
{
    Q_OBJECT

private:
    SambaServer m_server;
    JobContext m_job;

    [[nodiscard]] DirectoryLogin login(const QString& user) const
    {
        return {m_server.ldapsUrl(), user, m_server.caFile()};
    }
    Result<std::unique_ptr<AccountDirectory>> opened(const QString& account, const Secret& password = first())
    {
        return openDirectory(login(SambaServer::upn(account)), password, m_job);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }

    void signsInUnderAnyFormOfTheName_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("isStartTls");
        QTest::newRow("UPN") << QStringLiteral("l.gehtbald@firma.example") << false;
        QTest::newRow("UPN, StartTLS") << QStringLiteral("l.gehtbald@firma.example") << true;
        QTest::newRow("down-level name") << QStringLiteral("FIRMA\\l.gehtbald") << false;
        QTest::newRow("DN") << QStringLiteral("CN=Lea Gehtbald,OU=Leute,DC=firma,DC=example") << false;
        QTest::newRow("upper case") << QStringLiteral("L.GEHTBALD@FIRMA.EXAMPLE") << false;
    }
    void signsInUnderAnyFormOfTheName()
    {
        QFETCH(const QString, user);
        QFETCH(const bool, isStartTls);
        DirectoryLogin login = this->login(user);
        login.url = isStartTls ? m_server.ldapUrl() : m_server.ldapsUrl();
        const auto directory = openDirectory(login, first(), m_job);
        QVERIFY2(directory.isOk(), directory ? "" : qPrintable(directory.failure().detail));
        QCOMPARE((*directory)->dialect(), Dialect::ActiveDirectory);
        const Result<AccountEntry> account = (*directory)->account();
        QVERIFY(account.isOk());
        QCOMPARE(account->accountName, QStringLiteral("l.gehtbald"));
        QCOMPARE(account->displayName, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(account->mail, QStringLiteral("l.gehtbald@firma.example"));
        QVERIFY(account->passwordLastSet.isValid());
        QCOMPARE(account->failedLogins, 0);
    }

    void findsAPersonWhoseNameIsFullOfSigns()
    {
        const auto directory = opened(QStringLiteral("s.zeichen"));
        QVERIFY(directory.isOk());
        const Result<AccountEntry> account = (*directory)->account();
        QVERIFY(account.isOk());
        QCOMPARE(account->displayName, QStringLiteral("Sönke (Zeichen*) \\x, y"));
        QVERIFY((*directory)->changePassword(first(), Secret(QByteArrayView("Grüße-€-😀-12"))).isOk());
        QCOMPARE(*(*directory)->tryPassword(Secret(QByteArrayView("Grüße-€-😀-12"))), Acceptance::Accepted);
    }

    void saysWhyALoginIsRefused_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<Kind>("kind");
        const QByteArray right = SambaServer::firstPassword;
        QTest::newRow("wrong password") << QStringLiteral("s.vorgesetzt") << QByteArray("wrong") << Kind::LoginRefused;
        QTest::newRow("empty password") << QStringLiteral("s.vorgesetzt") << QByteArray() << Kind::LoginRefused;
        QTest::newRow("unknown user") << QStringLiteral("niemand") << right << Kind::LoginRefused;
        QTest::newRow("disabled") << QStringLiteral("d.aktiv") << right << Kind::AccountDisabled;
        QTest::newRow("account expired") << QStringLiteral("k.ende") << right << Kind::AccountExpired;
        QTest::newRow("password expired") << QStringLiteral("a.alt") << right << Kind::PasswordExpired;
        QTest::newRow("must change") << QStringLiteral("w.wechsel") << right << Kind::PasswordMustChange;
    }
    void saysWhyALoginIsRefused()
    {
        QFETCH(const QString, user);
        QFETCH(const QByteArray, password);
        const auto directory = opened(user, Secret(password));
        QVERIFY(!directory);
        QTEST(directory.failure().kind, "kind");
    }

    void saysThatAnAccountIsLocked()
    {
        const auto directory = opened(QStringLiteral("g.sperrt"));
        QVERIFY(directory.isOk());
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(*(*directory)->tryPassword(Secret(QByteArrayView("wrong"))), Acceptance::Refused);
        }
        const Result<Acceptance> tried = (*directory)->tryPassword(first());
        QVERIFY(!tried);
        QCOMPARE(tried.failure().kind, Kind::AccountLocked);
    }

    void readsThePolicyOfTheDomain()
    {
        const auto directory = opened(QStringLiteral("s.vorgesetzt"));
        QVERIFY(directory.isOk());
        const Result<PasswordPolicy> policy = (*directory)->passwordPolicy();
        QVERIFY(policy.isOk());
        QVERIFY(policy->isReadable);
        QCOMPARE(policy->minLength, 12);
        QCOMPARE(policy->historyLength, 5);
        QVERIFY(policy->needsClasses);
        QCOMPARE(policy->minAgeSeconds, 0);
        QCOMPARE(policy->maxFailures, 5);
    }

    void isCautiousWhereAFinePolicyIsHidden()
    {
        const auto directory = opened(QStringLiteral("s.streng"));
        QVERIFY(directory.isOk());
        const Result<PasswordPolicy> policy = (*directory)->passwordPolicy();
        QVERIFY(policy.isOk());
        QVERIFY(!policy->isReadable);
        QCOMPARE(policy->minLength, 20);
    }

    void saysWhyAChangeIsRefused_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("oldPassword");
        QTest::addColumn<QByteArray>("newPassword");
        QTest::addColumn<Kind>("kind");
        const QByteArray right = SambaServer::firstPassword;
        const QString boss = QStringLiteral("s.vorgesetzt");
        QTest::newRow("wrong old") << boss << QByteArray("wrong") << QByteArray("Neues-Kennwort-22")
                                   << Kind::LoginRefused;
        QTest::newRow("too short") << boss << right << QByteArray("Ab-12") << Kind::PasswordPolicyRefused;
        QTest::newRow("one class") << boss << right << QByteArray("abcdefghijklmnop") << Kind::PasswordPolicyRefused;
        QTest::newRow("the same") << boss << right << right << Kind::PasswordPolicyRefused;
        QTest::newRow("too young") << QStringLiteral("m.jung") << right << QByteArray("Neues-Kennwort-22")
                                   << Kind::PasswordTooYoung;
        QTest::newRow("strict policy") << QStringLiteral("s.streng") << right << QByteArray("Neues-Kennwort-22")
                                       << Kind::PasswordPolicyRefused;
    }
    void saysWhyAChangeIsRefused()
    {
        QFETCH(const QString, user);
        QFETCH(const QByteArray, oldPassword);
        QFETCH(const QByteArray, newPassword);
        const auto directory = opened(user);
        QVERIFY(directory.isOk());
        const Status changed = (*directory)->changePassword(Secret(oldPassword), Secret(newPassword));
        QVERIFY(!changed);
        QTEST(changed.failure().kind, "kind");
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::Accepted);
    }

    void keepsThePreviousPasswordForAWhile()
    {
        // Why the change is made twice: one change leaves the old password valid.
        const auto directory = opened(QStringLiteral("h.help"));
        QVERIFY(directory.isOk());
        QVERIFY((*directory)->changePassword(first(), Secret(QByteArrayView("Neues-Kennwort-22"))).isOk());
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::Accepted);
    }

    void changesThePasswordTwiceAndProvesIt()
    {
        const auto directory = opened(QStringLiteral("l.gehtbald"));
        QVERIFY(directory.isOk());
        Secret kept;
        const auto keep = [&kept](const Secret& password) -> Status {
            kept = password.clone();
            return Done{};
        };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, first(), PasswordStyle::GermanWords, keep, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QCOMPARE(report->dialect, Dialect::ActiveDirectory);
        QVERIFY(report->isChangedTwice);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->oldRefused, Proof::Yes);
        QVERIFY(report->lastSetAfter > report->lastSetBefore);
        QVERIFY(opened(QStringLiteral("l.gehtbald"), kept).isOk());
        QVERIFY(!opened(QStringLiteral("l.gehtbald")));
    }

    void changesOnceUnderAHiddenPolicyAndProvesItByKerberos()
    {
        const auto directory = opened(QStringLiteral("s.streng"));
        QVERIFY(directory.isOk());
        const auto keep = [](const Secret&) -> Status { return Done{}; };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, first(), PasswordStyle::EnglishWords, keep, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QVERIFY(!report->isChangedTwice);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->oldRefused, Proof::Yes);
        QCOMPARE(report->provedBy, PasswordChangeReport::ProvedBy::Kerberos);
    }

    void changesNothingWhenItCannotBeKept()
    {
        const auto directory = opened(QStringLiteral("s.vorgesetzt"));
        QVERIFY(directory.isOk());
        const auto keep = [](const Secret&) -> Status { return Failure{Kind::DiskFull, {}, {}}; };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, first(), PasswordStyle::GermanWords, keep, m_job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::DiskFull);
        QVERIFY(opened(QStringLiteral("s.vorgesetzt")).isOk());
    }

    void changesNothingWhenTheOldPasswordIsWrong()
    {
        const auto directory = opened(QStringLiteral("s.vorgesetzt"));
        QVERIFY(directory.isOk());
        bool isKept = false;
        const auto keep = [&isKept](const Secret&) -> Status {
            isKept = true;
            return Done{};
        };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, Secret(QByteArrayView("wrong")), PasswordStyle::GermanWords, keep, m_job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::LoginRefused);
        QVERIFY(!isKept);
    }
};

QTEST_GUILESS_MAIN(TestActiveDirectory)
#include "tst_active_directory.moc"
