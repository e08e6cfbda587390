// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/imap_store.h"
#include "mail/oauth/oauth_tokens.h"
#include "model/mail/imap/collectors.h"
#include "servers/dovecot_server.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::tests;
using mail::MailboxSource;
using SignIn = MailboxSource::SignIn;
using Kind = Failure::Kind;

Q_DECLARE_METATYPE(staffelstab::mail::MailboxSource::SignIn)

namespace {

Secret packed(Secret access)
{
    mail::OAuthTokens tokens;
    tokens.access = std::move(access);
    return tokens.packed();
}

} // namespace

/** Each way to sign in, at a real server that offers no other. */
class TestImapSignIn : public QObject
{
    Q_OBJECT

    TestJob m_job;

private Q_SLOTS:
    void signsInWhereOnlyThisWayIsOpen_data()
    {
        QTest::addColumn<SignIn>("signIn");
        for (const char* mechanism : {"plain", "login", "scram-sha-256"}) {
            QTest::newRow(mechanism) << SignIn::Password;
        }
        for (const char* mechanism : {"xoauth2", "oauthbearer"}) {
            QTest::newRow(mechanism) << SignIn::Browser;
        }
    }
    void signsInWhereOnlyThisWayIsOpen()
    {
        QFETCH(SignIn, signIn);
        const QString mechanism = QString::fromLatin1(QTest::currentDataTag());
        const DovecotServer server(DovecotServer::Certificate::Good, {QStringLiteral("lea")}, mechanism);
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        MailboxSource source = server.source();
        source.signIn = signIn;
        const bool isToken = signIn == SignIn::Browser;
        const Secret right = isToken ? packed(server.token()) : server.password();
        const Secret wrong = isToken ? packed(server.token({}, -60)) : Secret(QByteArrayView("falsch"));
        QVERIFY(mail::openImapStore(source, right, m_job.context));
        const auto refused = mail::openImapStore(source, wrong, m_job.context);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, Kind::LoginRefused);
        // A way of another kind is not tried instead.
        source.signIn = isToken ? SignIn::Password : SignIn::Browser;
        const auto other =
            mail::openImapStore(source, isToken ? server.password() : packed(server.token()), m_job.context);
        QVERIFY(!other);
        QCOMPARE(other.failure().kind, Kind::SignInUnsupported);
    }

    void signsInByCertificate()
    {
        const DovecotServer server(DovecotServer::Certificate::Good, {QStringLiteral("lea")},
                                   QStringLiteral("external"));
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        MailboxSource source = server.source();
        source.signIn = SignIn::Certificate;
        source.clientCertificate = server.clientCertificate();
        const auto store = mail::openImapStore(source, server.password(), m_job.context);
        QVERIFY2(store.isOk(), qPrintable(store ? QString() : store.failure().detail));
        const auto folders = (*store)->folders(m_job.context);
        QVERIFY(folders);
        QVERIFY(folders->size() >= 4);
        const auto locked = mail::openImapStore(source, Secret(QByteArrayView("falsch")), m_job.context);
        QVERIFY(!locked);
        QCOMPARE(locked.failure().kind, Kind::WrongPassphrase);
    }

    void isRefusedWithoutTheCertificate()
    {
        const DovecotServer server(DovecotServer::Certificate::Good, {QStringLiteral("lea")},
                                   QStringLiteral("external"));
        QVERIFY2(server.isRunning(), qPrintable(server.error()));
        const auto refused = mail::openImapStore(server.source(), server.password(), m_job.context);
        QVERIFY(!refused);
    }
};

QTEST_GUILESS_MAIN(TestImapSignIn)
#include "tst_imap_sign_in.moc"
