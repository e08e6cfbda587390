// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_change.h"
#include "servers/slapd_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SlapdServer::firstPassword));
}

} // namespace

/** Against a real OpenLDAP server with the ppolicy overlay. */
class TestOpenLdap : public QObject
{
    Q_OBJECT

private:
    SlapdServer m_server;
    JobContext m_job;

    Result<std::unique_ptr<AccountDirectory>> opened(const QString& uid, const Secret& password = first())
    {
        return openDirectory({m_server.ldapsUrl(), SlapdServer::dn(uid), m_server.caFile()}, password, m_job);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_server.start(), qPrintable(m_server.errorText())); }

    void signsInByDnAndByName_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("isStartTls");
        QTest::newRow("DN") << SlapdServer::dn(QStringLiteral("l.gehtbald")) << false;
        QTest::newRow("DN, StartTLS") << SlapdServer::dn(QStringLiteral("l.gehtbald")) << true;
        QTest::newRow("uid") << QStringLiteral("l.gehtbald") << false;
    }
    void signsInByDnAndByName()
    {
        QFETCH(const QString, user);
        QFETCH(const bool, isStartTls);
        const auto directory = openDirectory(
            {isStartTls ? m_server.ldapUrl() : m_server.ldapsUrl(), user, m_server.caFile()}, first(), m_job);
        QVERIFY2(directory.isOk(), directory ? "" : qPrintable(directory.failure().detail));
        QCOMPARE((*directory)->dialect(), Dialect::Rfc3062);
        const Result<AccountEntry> account = (*directory)->account();
        QVERIFY(account.isOk());
        QCOMPARE(account->accountName, QStringLiteral("l.gehtbald"));
        QCOMPARE(account->displayName, QStringLiteral("Lea Gehtbald"));
    }

    void saysWhyALoginIsRefused_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<Kind>("kind");
        const QByteArray right = SlapdServer::firstPassword;
        QTest::newRow("wrong password") << SlapdServer::dn(QStringLiteral("e.eng")) << QByteArray("wrong")
                                        << Kind::LoginRefused;
        QTest::newRow("empty password") << SlapdServer::dn(QStringLiteral("e.eng")) << QByteArray()
                                        << Kind::LoginRefused;
        QTest::newRow("unknown DN") << SlapdServer::dn(QStringLiteral("niemand")) << right << Kind::LoginRefused;
        QTest::newRow("unknown name") << QStringLiteral("niemand*") << right << Kind::LoginRefused;
        QTest::newRow("expired") << SlapdServer::dn(QStringLiteral("a.alt")) << right << Kind::PasswordExpired;
    }
    void saysWhyALoginIsRefused()
    {
        QFETCH(const QString, user);
        QFETCH(const QByteArray, password);
        const auto directory = openDirectory({m_server.ldapsUrl(), user, m_server.caFile()}, Secret(password), m_job);
        QVERIFY(!directory);
        QTEST(directory.failure().kind, "kind");
    }

    void saysThatAnAccountIsLocked()
    {
        const auto directory = opened(QStringLiteral("g.sperrt"));
        QVERIFY(directory.isOk());
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(*(*directory)->tryPassword(Secret(QByteArrayView("wrong"))), Acceptance::Refused);
        }
        const Result<Acceptance> tried = (*directory)->tryPassword(first());
        QVERIFY(!tried);
        QCOMPARE(tried.failure().kind, Kind::AccountLocked);
    }

    void saysThatAPasswordMustBeChanged()
    {
        const auto directory = opened(QStringLiteral("w.wechsel"));
        QVERIFY(directory.isOk());
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::AcceptedMustChange);
        const Result<AccountEntry> account = (*directory)->account();
        QVERIFY(!account);
        QCOMPARE(account.failure().kind, Kind::NotPermitted);
    }

    void readsThePolicyOfTheAccount_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::addColumn<int>("maxLength");
        QTest::addColumn<qint64>("minAge");
        QTest::addColumn<int>("maxFailures");
        QTest::newRow("default") << QStringLiteral("l.gehtbald") << 0 << qint64(0) << 3;
        QTest::newRow("own, with a minimum age") << QStringLiteral("m.jung") << 0 << qint64(86400000) << 0;
        QTest::newRow("own, with a greatest length") << QStringLiteral("e.eng") << 16 << qint64(0) << 0;
    }
    void readsThePolicyOfTheAccount()
    {
        QFETCH(const QString, uid);
        const auto directory = opened(uid);
        QVERIFY(directory.isOk());
        const Result<PasswordPolicy> policy = (*directory)->passwordPolicy();
        QVERIFY(policy.isOk());
        QVERIFY(policy->isReadable);
        QCOMPARE(policy->minLength, 10);
        QTEST(policy->maxLength, "maxLength");
        QTEST(policy->minAgeSeconds, "minAge");
        QTEST(policy->maxFailures, "maxFailures");
    }

    void saysWhyAChangeIsRefused_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::addColumn<QByteArray>("oldPassword");
        QTest::addColumn<QByteArray>("newPassword");
        QTest::addColumn<Kind>("kind");
        const QByteArray right = SlapdServer::firstPassword;
        const QByteArray good = "Neues-Kennwort-22";
        QTest::newRow("wrong old") << QStringLiteral("e.eng") << QByteArray("wrong") << good << Kind::LoginRefused;
        QTest::newRow("too short") << QStringLiteral("e.eng") << right << QByteArray("Ab-12")
                                   << Kind::PasswordPolicyRefused;
        QTest::newRow("the same") << QStringLiteral("e.eng") << right << right << Kind::PasswordPolicyRefused;
        QTest::newRow("too young") << QStringLiteral("m.jung") << right << good << Kind::PasswordTooYoung;
        QTest::newRow("not allowed") << QStringLiteral("n.nie") << right << good << Kind::NotPermitted;
    }
    void saysWhyAChangeIsRefused()
    {
        QFETCH(const QString, uid);
        QFETCH(const QByteArray, oldPassword);
        QFETCH(const QByteArray, newPassword);
        const auto directory = opened(uid);
        QVERIFY(directory.isOk());
        const Status changed = (*directory)->changePassword(Secret(oldPassword), Secret(newPassword));
        QVERIFY(!changed);
        QTEST(changed.failure().kind, "kind");
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::Accepted);
    }

    void changesThePasswordAndProvesIt_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::newRow("words") << QStringLiteral("l.gehtbald");
        QTest::newRow("no room for words") << QStringLiteral("e.eng");
    }
    void changesThePasswordAndProvesIt()
    {
        QFETCH(const QString, uid);
        const auto directory = opened(uid);
        QVERIFY(directory.isOk());
        Secret kept;
        const auto keep = [&kept](const Secret& password) -> Status {
            kept = password.clone();
            return Done{};
        };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, first(), PasswordStyle::EnglishWords, keep, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QCOMPARE(report->dialect, Dialect::Rfc3062);
        QVERIFY(!report->isChangedTwice);
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->oldRefused, Proof::Yes);
        QVERIFY(report->lastSetAfter.isValid());
        QVERIFY(opened(uid, kept).isOk());
    }

    void saysWhenTheServerDiesInTheMiddle()
    {
        SlapdServer server;
        QVERIFY2(server.start(), qPrintable(server.errorText()));
        const auto directory = openDirectory(
            {server.ldapsUrl(), SlapdServer::dn(QStringLiteral("l.gehtbald")), server.caFile()}, first(), m_job);
        QVERIFY(directory.isOk());
        const auto keepAndKill = [&server](const Secret&) -> Status {
            server.process().kill();
            return Done{};
        };
        const Result<PasswordChangeReport> report =
            changeOwnPassword(**directory, first(), PasswordStyle::GermanWords, keepAndKill, m_job);
        QVERIFY(!report);
        QCOMPARE(report.failure().kind, Kind::ConnectionLost);
    }
};

QTEST_GUILESS_MAIN(TestOpenLdap)
#include "tst_open_ldap.moc"
