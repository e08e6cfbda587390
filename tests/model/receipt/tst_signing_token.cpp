// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "soft_token.h"

#include "receipt/receipt_verifier.h"
#include "receipt/signing_token.h"

using namespace staffelstab;
using namespace staffelstab::receipt;

namespace {

const QString lea = QStringLiteral("Lea Gehtbald");
const QString careful = QStringLiteral("Lea Vorsicht");

/** A receipt made now, signed with a key on a card. */
Result<QByteArray> signWith(const SigningKey& key, const QString& name)
{
    ReceiptRecord record = sampleRecord();
    record.madeAt = QDateTime::currentDateTimeUtc();
    record.people.leaver.name = name;
    SignatureRequest request = leaverRequest();
    request.time = QDateTime::currentDateTimeUtc();
    request.name = name;
    JobContext job;
    return signReceipt(*drawReceipt(record), request, key, job);
}

} // namespace

/** Against a real PKCS#11 library, SoftHSM2. */
class TestSigningToken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_card.emplace();
        m_card->add(QStringLiteral("01"), QStringLiteral("rsa"), lea);
        m_card->add(QStringLiteral("02"), QStringLiteral("ec"), QStringLiteral("Lea EC"));
        m_card->add(QStringLiteral("03"), QStringLiteral("rsa"), careful, {QStringLiteral("--always-auth")});
    }

    void listsWhatIsOnTheCard()
    {
        const auto all = certificatesOnTokens(SoftToken::module, m_card->cas(), QDateTime::currentDateTimeUtc());
        QVERIFY2(all.isOk(), qPrintable(all ? QString() : all.failure().detail));
        QCOMPARE(all->size(), std::size_t{3});
        for (const TokenCertificate& one : *all) {
            QCOMPARE(one.token, SoftToken::label());
            QCOMPARE(one.issuer, QStringLiteral("Beispiel-CA"));
            QCOMPARE(one.level, SignatureLevel::Advanced);
            QVERIFY(one.isVouchedFor && !one.asksAtReader && !one.isLocked);
            QVERIFY(one.validUntil > QDateTime::currentDateTimeUtc().addYears(9));
        }
    }

    void signsWithTheCard_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("name");
        QTest::newRow("RSA") << SoftToken::module << lea;
        QTest::newRow("elliptic curve") << SoftToken::module << QStringLiteral("Lea EC");
        QTest::newRow("through all registered modules") << QString() << lea;
        QTest::newRow("a key that wants the PIN for each signature") << SoftToken::module << careful;
    }
    void signsWithTheCard()
    {
        QFETCH(QString, module);
        QFETCH(QString, name);
        const Result<SigningKey> key = SigningKey::fromToken({module, name}, Secret(SoftToken::pin), m_card->cas());
        QVERIFY2(key.isOk(), qPrintable(key ? QString() : key.failure().detail));
        QCOMPARE(key->name(), name);
        const Result<QByteArray> pdf = signWith(*key, name);
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const ReceiptFinding finding = verifyReceipt(*pdf, {{}, {}, m_card->cas(), {}, {}});
        QCOMPARE(finding.state, ReceiptState::Pending);
        QCOMPARE(finding.signatures.front().level, SignatureLevel::Advanced);
        QVERIFY(finding.signatures.front().isVouchedFor);
        QCOMPARE(finding.signatures.front().certificateSha256, key->certificateSha256());
        const Workbench bench;
        const QString said = run(QStringLiteral("pdfsig"), {bench.put(QStringLiteral("receipt.pdf"), *pdf)}).text;
        QVERIFY2(said.contains(QStringLiteral("Signature is Valid.")), qPrintable(said));
    }

    void saysWhyACardCannotBeUsed_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QString& module, const QString& certificate, const QByteArray& pin,
                            Failure::Kind kind, const QString& detail) {
            QTest::newRow(name) << module << certificate << pin << static_cast<int>(kind) << detail;
        };
        using Kind = Failure::Kind;
        row("wrong PIN", SoftToken::module, lea, "999999", Kind::PinWrong, QStringLiteral("PIN incorrect"));
        row("PIN too short", SoftToken::module, lea, "1", Kind::PinWrong, {});
        row("no PIN", SoftToken::module, lea, "", Kind::PinWrong, {});
        row("no library", QStringLiteral("/nowhere/card.so"), lea, SoftToken::pin, Kind::TokenDriverUnusable, {});
        row("a library for something else", QStringLiteral("libcrypto.so.3"), lea, SoftToken::pin,
            Kind::TokenDriverUnusable, {});
        row("no such certificate", SoftToken::module, QStringLiteral("Sven"), SoftToken::pin, Kind::KeyUnusable,
            QStringLiteral("no_such_certificate"));
        row("several certificates", SoftToken::module, SoftToken::label(), SoftToken::pin, Kind::KeyUnusable,
            QStringLiteral("several_certificates"));
    }
    void saysWhyACardCannotBeUsed()
    {
        QFETCH(QString, module);
        QFETCH(QString, certificate);
        QFETCH(QByteArray, pin);
        QFETCH(int, kind);
        QFETCH(QString, detail);
        const Result<SigningKey> key = SigningKey::fromToken({module, certificate}, Secret(pin), {});
        QVERIFY(!key.isOk());
        QCOMPARE(static_cast<int>(key.failure().kind), kind);
        QVERIFY2(key.failure().detail.contains(detail), qPrintable(key.failure().detail));
    }

    void saysWhenTheCardIsPulledOutAndGoesOnWhenItIsBack()
    {
        const TokenChoice choice{QStringLiteral(PULLED_CARD_MODULE), lea};
        {
            const Result<SigningKey> key = SigningKey::fromToken(choice, Secret(SoftToken::pin), m_card->cas());
            QVERIFY2(key.isOk(), qPrintable(key ? QString() : key.failure().detail));
            m_card->pull();
            const Result<QByteArray> pdf = signWith(*key, lea);
            QVERIFY(!pdf.isOk());
            QCOMPARE(pdf.failure().kind, Failure::Kind::TokenRemoved);
            QCOMPARE(pdf.failure().subject, SoftToken::label());
        }
        m_card->putBack();
        const Result<SigningKey> key = SigningKey::fromToken(choice, Secret(SoftToken::pin), m_card->cas());
        QVERIFY(signWith(*key, lea).isOk());
    }

    void saysWhenNoCardIsIn()
    {
        const QTemporaryDir empty;
        const Workbench bench;
        const QByteArray before = qgetenv("SOFTHSM2_CONF");
        qputenv("SOFTHSM2_CONF",
                bench.put(QStringLiteral("softhsm2.conf"), "directories.tokendir = " + empty.path().toUtf8() + '\n')
                    .toUtf8());
        const auto all = certificatesOnTokens(SoftToken::module, {}, QDateTime::currentDateTimeUtc());
        qputenv("SOFTHSM2_CONF", before);
        QVERIFY(!all.isOk());
        QCOMPARE(all.failure().kind, Failure::Kind::TokenMissing);
    }

private:
    std::optional<SoftToken> m_card;
};

int main(int argc, char** argv)
{
    return runWithGui<TestSigningToken>(argc, argv);
}

#include "tst_signing_token.moc"
