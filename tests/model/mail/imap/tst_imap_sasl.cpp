// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/sasl.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail::imap;

namespace {

SaslIdentity identity(QByteArrayView password)
{
    return {"user", "mail.firma.example", 993, Secret(password)};
}

// The example of RFC 7677, section 3.
const QByteArray clientNonce = "rOprNGfwEbeRWgbNEkqO";
const QByteArray serverFirst = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

QByteArray bytes(const Result<Secret>& secret)
{
    return secret ? secret->view().toByteArray() : QByteArray("(failed)");
}

} // namespace

class TestImapSasl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksScramAsTheStandardDoes()
    {
        const auto scram = saslScramSha256(identity("pencil"), clientNonce);
        QCOMPARE(scram->mechanism(), QByteArray("SCRAM-SHA-256"));
        QCOMPARE(scram->opening()->view(), QByteArrayView("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
        QCOMPARE(bytes(scram->answer(serverFirst)),
                 QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                            "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="));
        QVERIFY(!scram->conclude());
        QCOMPARE(bytes(scram->answer("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")), QByteArray());
        QVERIFY(scram->conclude());
    }

    void drawsANewNonceEachTime()
    {
        QVERIFY(saslScramSha256(identity("x"))->opening()->view() != saslScramSha256(identity("x"))->opening()->view());
    }

    void refusesAScramServer_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("last");
        const QByteArray good = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=";
        QTest::newRow("wrong proof") << serverFirst << QByteArray("v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        QTest::newRow("no proof") << serverFirst << QByteArray("x=1");
        QTest::newRow("foreign nonce") << QByteArray(serverFirst).replace("rOpr", "sOpr") << good;
        QTest::newRow("our nonce alone") << QByteArray("r=" + clientNonce + ",s=W22Z,i=4096") << good;
        QTest::newRow("few iterations") << QByteArray(serverFirst).replace("i=4096", "i=1") << good;
        QTest::newRow("endless iterations") << QByteArray(serverFirst).replace("i=4096", "i=2000000000") << good;
        QTest::newRow("no number") << QByteArray(serverFirst).replace("i=4096", "i=x") << good;
        QTest::newRow("bad salt") << QByteArray(serverFirst).replace("s=W22", "s=***") << good;
        QTest::newRow("extension") << QByteArray("m=1," + serverFirst) << good;
        QTest::newRow("long") << serverFirst + QByteArray(4000, 'x') << good;
    }
    void refusesAScramServer()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, last);
        const auto scram = saslScramSha256(identity("pencil"), clientNonce);
        std::ignore = scram->opening();
        const bool isGoingOn = scram->answer(first) && scram->answer(last);
        QVERIFY(!isGoingOn);
        QVERIFY(!scram->conclude());
    }

    void takesCompatiblePasswordsAsOne()
    {
        // U+FB01 is "fi" (RFC 4013).
        const auto ligature = saslScramSha256(identity("\xef\xac\x81n"), clientNonce);
        const auto letters = saslScramSha256(identity("fin"), clientNonce);
        QCOMPARE(bytes(ligature->answer(serverFirst)), bytes(letters->answer(serverFirst)));
    }

    void answersLoginStepByStep()
    {
        const auto login = saslLogin(identity("pencil"));
        QVERIFY(!login->opening());
        QCOMPARE(bytes(login->answer("User Name\0")), QByteArray("user"));
        QCOMPARE(bytes(login->answer("Password\0")), QByteArray("pencil"));
        QVERIFY(!login->answer("And now"));
    }

    void keepsCommasOutOfTheHeaderOfAToken()
    {
        SaslIdentity who = identity("t");
        who.user = "a,b=c";
        QVERIFY(saslOAuthBearer(std::move(who))->opening()->view().startsWith("n,a=a=2Cb=3Dc,\1"));
    }
};

QTEST_APPLESS_MAIN(TestImapSasl)
#include "tst_imap_sasl.moc"
