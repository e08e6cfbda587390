// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_acts.h"
#include "directory/kerberos.h"
#include "directory/password_change.h"
#include "servers/samba_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace staffelstab;
using namespace staffelstab::directory;
using Kind = Failure::Kind;

namespace {

Secret first()
{
    return Secret(QByteArrayView(SambaServer::firstPassword));
}

} // namespace

/** Against the KDC of a real domain controller; tickets come from MIT's kinit. */
class TestKerberos : public QObject
{
    Q_OBJECT

private:
    SambaServer m_server;
    JobContext m_job;
    QTemporaryDir m_folder;

    [[nodiscard]] KerberosAccount account(const QString& name) const
    {
        return {name, QStringLiteral("FIRMA.EXAMPLE"), m_server.address()};
    }
    [[nodiscard]] DirectoryLogin ticketLogin() const { return {m_server.ldapsUrl(), {}, m_server.caFile(), true}; }
    bool fetchTicket(const QString& name)
    {
        QProcess kinit;
        kinit.start(QStringLiteral("kinit"), {name + QStringLiteral("@FIRMA.EXAMPLE")});
        kinit.write(QByteArray(SambaServer::firstPassword) + '\n');
        kinit.closeWriteChannel();
        return kinit.waitForFinished() && kinit.exitCode() == 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.startWithTickets(), qPrintable(m_server.errorText()));
        QFile file(m_folder.filePath(QStringLiteral("krb5.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[libdefaults]\n default_realm = FIRMA.EXAMPLE\n dns_lookup_kdc = false\n rdns = false\n"
                   " dns_canonicalize_hostname = false\n[realms]\n FIRMA.EXAMPLE = {\n  kdc = " +
                   m_server.address().toUtf8() + ":88\n }\n");
        file.close();
        qputenv("KRB5_CONFIG", QFile::encodeName(file.fileName()));
        qputenv("KRB5CCNAME", "FILE:" + QFile::encodeName(m_folder.filePath(QStringLiteral("tickets"))));
    }
    void cleanup() { QFile::remove(m_folder.filePath(QStringLiteral("tickets"))); }

    void triesAPassword_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("isRight");
        const QByteArray right = SambaServer::firstPassword;
        QTest::newRow("right") << QStringLiteral("s.vorgesetzt") << right << true;
        QTest::newRow("wrong") << QStringLiteral("s.vorgesetzt") << QByteArray("wrong") << false;
        QTest::newRow("empty") << QStringLiteral("s.vorgesetzt") << QByteArray() << false;
        QTest::newRow("expired, but right") << QStringLiteral("a.alt") << right << true;
        QTest::newRow("must change, but right") << QStringLiteral("w.wechsel") << right << true;
        QTest::newRow("must change, and wrong") << QStringLiteral("w.wechsel") << QByteArray("wrong") << false;
    }
    void triesAPassword()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, password);
        QFETCH(const bool, isRight);
        const Result<Acceptance> tried = tryPasswordByKerberos(account(name), Secret(password), m_job);
        QVERIFY2(tried.isOk(), tried ? "" : qPrintable(tried.failure().detail));
        QCOMPARE(*tried != Acceptance::Refused, isRight);
    }

    void saysWhyNothingIsKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("realm");
        QTest::addColumn<Kind>("kind");
        const QString realm = QStringLiteral("FIRMA.EXAMPLE");
        QTest::newRow("unknown") << QStringLiteral("niemand") << realm << Kind::NoSuchEntry;
        QTest::newRow("disabled") << QStringLiteral("d.aktiv") << realm << Kind::AccountDisabled;
        QTest::newRow("a realm that writes a line of its own")
            << QStringLiteral("l.gehtbald") << QStringLiteral("X\n kdc = evil") << Kind::BadInput;
        QTest::newRow("no realm") << QStringLiteral("l.gehtbald") << QString() << Kind::BadInput;
    }
    void saysWhyNothingIsKnown()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, realm);
        const Result<Acceptance> tried = tryPasswordByKerberos({name, realm, m_server.address()}, first(), m_job);
        QVERIFY(!tried);
        QTEST(tried.failure().kind, "kind");
    }

    void aComputerWithoutKdcIsNoKdc()
    {
        const Result<Acceptance> tried = tryPasswordByKerberos(
            {QStringLiteral("x"), QStringLiteral("FIRMA.EXAMPLE"), QStringLiteral("127.255.255.254")}, first(), m_job);
        QVERIFY(!tried);
        QCOMPARE(tried.failure().kind, Kind::ConnectionRefused);
    }

    void aSilentKdcCanBeCancelled()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress(QStringLiteral("127.255.255.253")), 88));
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        std::atomic<qint64> cancelledAt = 0;
        QElapsedTimer clock;
        clock.start();
        std::thread canceller([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            cancelledAt = clock.elapsed();
            cancelled->store(true);
        });
        const Result<Acceptance> tried = tryPasswordByKerberos(
            {QStringLiteral("x"), QStringLiteral("FIRMA.EXAMPLE"), silent.serverAddress().toString()}, first(),
            JobContext({}, cancelled));
        const qint64 answeredAt = clock.elapsed();
        canceller.join();
        QVERIFY(!tried);
        QCOMPARE(tried.failure().kind, Kind::Cancelled);
        QVERIFY2(answeredAt - cancelledAt < 300, qPrintable(QString::number(answeredAt - cancelledAt)));
    }

    void signsInWithATicketAndNothingTyped()
    {
        QVERIFY(!ticketHolder());
        QVERIFY(fetchTicket(QStringLiteral("l.gehtbald")));
        QCOMPARE(*ticketHolder(), QStringLiteral("l.gehtbald@FIRMA.EXAMPLE"));
        const auto directory = openDirectory(ticketLogin(), {}, m_job);
        QVERIFY2(directory.isOk(), directory ? "" : qPrintable(directory.failure().detail));
        QCOMPARE((*directory)->account()->displayName, QStringLiteral("Lea Gehtbald"));
        QCOMPARE((*directory)->profile()->managerName, QStringLiteral("Sven Vorgesetzt"));
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::Accepted);
    }

    void aHelpdeskWithATicketResetsAndDisables()
    {
        QVERIFY(fetchTicket(QStringLiteral("h.help")));
        const auto directory = openDirectory(ticketLogin(), {}, m_job);
        QVERIFY2(directory.isOk(), directory ? "" : qPrintable(directory.failure().detail));
        QVERIFY((*directory)->turnTo(QStringLiteral("r.eset")).isOk());
        const Result<PasswordChangeReport> report =
            resetPasswordAndForget(**directory, PasswordStyle::EnglishWords, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QCOMPARE(report->newAccepted, Proof::Yes);
        QCOMPARE(report->mustChange, Proof::Yes);
        QVERIFY(performAct(**directory, {AccountAct::Kind::Disable})->isVerified);
        QCOMPARE(*tryPasswordByKerberos(account(QStringLiteral("r.eset")), first(), m_job), Acceptance::Refused);
    }

    void withoutATicketItSaysSo()
    {
        const auto directory = openDirectory(ticketLogin(), {}, m_job);
        QVERIFY(!directory);
        QCOMPARE(directory.failure().kind, Kind::LoginRefused);
    }

    void provesAChangeByKerberosAndSaysHowLongTheOldOneMayStillWork()
    {
        // Its policy is hidden, so it is changed once; LDAP still takes the old one, Kerberos does not.
        const auto directory = openDirectory(
            {m_server.ldapsUrl(), SambaServer::upn(QStringLiteral("s.streng")), m_server.caFile()}, first(), m_job);
        QVERIFY(directory.isOk());
        const Result<PasswordChangeReport> report = changeOwnPassword(
            **directory, first(), PasswordStyle::EnglishWords, [](const Secret&) -> Status { return Done{}; }, m_job);
        QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
        QVERIFY(!report->isChangedTwice);
        QCOMPARE(report->oldRefused, Proof::Yes);
        QCOMPARE(report->provedBy, PasswordChangeReport::ProvedBy::Kerberos);
        QCOMPARE(report->oldMayWorkUntil, report->changedAt.addSecs(3600));
        QCOMPARE(*(*directory)->tryPassword(first()), Acceptance::Accepted);
        QCOMPARE((*directory)->account()->failedLogins, 0);
    }

    void knowsTheRealmOfADomain_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("realm");
        QTest::newRow("domain") << QStringLiteral("DC=firma,DC=example") << QStringLiteral("FIRMA.EXAMPLE");
        QTest::newRow("spaces") << QStringLiteral("dc=a, dc=b") << QStringLiteral("A.B");
        QTest::newRow("no domain") << QStringLiteral("o=Firma") << QString();
    }
    void knowsTheRealmOfADomain()
    {
        QFETCH(const QString, context);
        QTEST(realmOf(context), "realm");
    }
};

QTEST_GUILESS_MAIN(TestKerberos)
#include "tst_kerberos.moc"
