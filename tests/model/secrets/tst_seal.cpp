// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_maker.h"
#include "secrets/seal.h"

#include <QTest>

using namespace staffelstab;
using Kind = Failure::Kind;

namespace {

const QByteArray password = "Apfel-Birne-Kirsche-47";
const QString caseNumber = QStringLiteral("2026-7KQ2M9");

template <typename T>
std::optional<Kind> kindOf(const Result<T>& result)
{
    return result ? std::optional<Kind>() : result.failure().kind;
}

#define REFUSED(result, expected) QCOMPARE(kindOf(result), std::optional<Kind>(expected))

QByteArray withBitFlipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    return bytes;
}

} // namespace

class TestSeal : public QObject
{
    Q_OBJECT

private:
    KeyMaker m_maker;
    KeyMaker::Keys m_ec;
    KeyMaker::Keys m_rsa;
    KeyMaker::Keys m_stranger;
    QByteArray m_codeSeal;
    Secret m_code = secrets::generateCode();
    const Secret m_secret{password};
    const Secret m_passphrase{QByteArrayView("supervisor")};

    Result<Secret> openedWithKey(const QByteArray& seal, const KeyMaker::Keys& keys, QString* number = nullptr)
    {
        return secrets::openSealWithKey(seal, keys.pkcs12, m_passphrase, number);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ec = m_maker.make({});
        m_stranger = m_maker.make({});
        m_rsa = m_maker.make({QStringLiteral("rsa:2048"), QStringLiteral("keyEncipherment")});
        Result<QByteArray> seal = secrets::sealUnderCode(m_secret, m_code, caseNumber);
        QVERIFY(seal.isOk());
        m_codeSeal = *seal;
    }

    void opensWithTheKeyOfTheCertificate_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::addColumn<bool>("isDer");
        QTest::newRow("EC, PEM") << false << false;
        QTest::newRow("EC, DER") << false << true;
        QTest::newRow("RSA, PEM") << true << false;
        QTest::newRow("RSA, DER") << true << true;
    }
    void opensWithTheKeyOfTheCertificate()
    {
        QFETCH(const bool, isRsa);
        QFETCH(const bool, isDer);
        const KeyMaker::Keys& keys = isRsa ? m_rsa : m_ec;
        const Result<QByteArray> seal =
            secrets::sealForCertificate(m_secret, isDer ? keys.certificateDer : keys.certificatePem, caseNumber);
        QVERIFY(seal.isOk());
        QVERIFY(!seal->contains(password));
        QString number;
        const Result<Secret> opened = openedWithKey(*seal, keys, &number);
        QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.failure().detail));
        QCOMPARE(opened->view(), QByteArrayView(password));
        QCOMPARE(number, caseNumber);
        REFUSED(openedWithKey(*seal, m_stranger), Kind::SealRefused);
    }

    void refusesASealToACertificateThatWasChangedAnywhere_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::newRow("EC") << false;
        QTest::newRow("RSA") << true;
    }
    void refusesASealToACertificateThatWasChangedAnywhere()
    {
        QFETCH(const bool, isRsa);
        const KeyMaker::Keys& keys = isRsa ? m_rsa : m_ec;
        const Result<QByteArray> seal = secrets::sealForCertificate(m_secret, keys.certificatePem, caseNumber);
        QVERIFY(seal.isOk());
        for (qsizetype at = 0; at < seal->size(); at += 3) {
            const Result<Secret> opened = openedWithKey(withBitFlipped(*seal, at), keys);
            // Some bits of the DER do not carry meaning (parameters NULL, the recipient's name): then it is still ours.
            QVERIFY(!opened || opened->view() == QByteArrayView(password));
        }
        REFUSED(openedWithKey(withBitFlipped(*seal, seal->size() - 1), keys), Kind::SealRefused);
        REFUSED(openedWithKey(withBitFlipped(*seal, seal->size() - 20), keys), Kind::SealRefused);
        REFUSED(openedWithKey(seal->chopped(1), keys), Kind::NotASeal);
        REFUSED(openedWithKey(*seal + 'x', keys), Kind::NotASeal);
    }

    void isBoundToTheCaseNumber()
    {
        QByteArray other = *secrets::sealForCertificate(m_secret, m_ec.certificatePem, caseNumber);
        other.replace(caseNumber.toUtf8(), "2026-AAAAAA");
        REFUSED(openedWithKey(other, m_ec), Kind::SealRefused);
        QByteArray otherCode = m_codeSeal;
        otherCode.replace(caseNumber.toUtf8(), "2026-AAAAAA");
        REFUSED(secrets::openSealWithCode(otherCode, m_code, nullptr), Kind::SealRefused);
    }

    void opensUnderItsCodeHoweverItIsTyped()
    {
        QString number;
        const Result<Secret> opened = secrets::openSealWithCode(m_codeSeal, m_code, &number);
        QVERIFY(opened.isOk());
        QCOMPARE(opened->view(), QByteArrayView(password));
        QCOMPARE(number, caseNumber);
        const QByteArray typed = m_code.view().toByteArray().toLower().replace('-', "").replace('0', 'o');
        QVERIFY(secrets::openSealWithCode(m_codeSeal, Secret(typed), nullptr).isOk());
    }

    void refusesAnotherCodeAndAnyChange()
    {
        REFUSED(secrets::openSealWithCode(m_codeSeal, secrets::generateCode(), nullptr), Kind::SealRefused);
        REFUSED(secrets::openSealWithCode(m_codeSeal, Secret(QByteArrayView("short")), nullptr), Kind::SealRefused);
        const qsizetype saltAt = 11 + caseNumber.size();
        for (const qsizetype at : {saltAt, saltAt + 16, m_codeSeal.size() - 1}) {
            REFUSED(secrets::openSealWithCode(withBitFlipped(m_codeSeal, at), m_code, nullptr), Kind::SealRefused);
        }
    }

    void hidesTheLengthOfTheSecret()
    {
        const auto sizeFor = [this](const QByteArray& secret) {
            return secrets::sealUnderCode(Secret(secret), m_code, caseNumber)->size();
        };
        QCOMPARE(sizeFor("a"), sizeFor(QByteArray(63, 'a')));
        QCOMPARE(sizeFor("a"), m_codeSeal.size());
    }

    void tellsAKindFromTheOther()
    {
        const QByteArray toCertificate = *secrets::sealForCertificate(m_secret, m_ec.certificatePem, caseNumber);
        REFUSED(secrets::openSealWithCode(toCertificate, m_code, nullptr), Kind::SealRefused);
        REFUSED(openedWithKey(m_codeSeal, m_ec), Kind::SealRefused);
    }

    void saysWhatIsNoSeal_data()
    {
        const QByteArray magic("\x89STFSEAL");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a text") << QByteArray("Dear Sven, the password is in the drawer");
        QTest::newRow("magic alone") << magic;
        QTest::newRow("version 2") << magic + QByteArray("\x02\x02\x01x", 4);
        QTest::newRow("unknown kind") << magic + QByteArray("\x01\x03\x01x", 4);
        QTest::newRow("case number without an end") << magic + QByteArray("\x01\x02\x7fx", 4);
        QTest::newRow("case number empty") << magic + QByteArray("\x01\x02\x00", 3);
        QTest::newRow("case number not UTF-8") << magic + QByteArray("\x01\x02\x01\xff", 4);
        QTest::newRow("no body") << magic + QByteArray("\x01\x02\x01x", 4);
        QTest::newRow("far too long") << magic + QByteArray("\x01\x02\x01x", 4) + QByteArray(1 << 20, 'x');
    }
    void saysWhatIsNoSeal()
    {
        QFETCH(const QByteArray, bytes);
        REFUSED(secrets::openSealWithCode(bytes, m_code, nullptr), Kind::NotASeal);
        QByteArray toCertificate = bytes;
        if (bytes.size() > 9 && bytes[9] == '\x02') {
            toCertificate[9] = '\x01';
        }
        REFUSED(openedWithKey(toCertificate, m_ec), Kind::NotASeal);
    }

    void refusesACertificateThatIsNotForEncryption_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QString>("usage");
        QTest::addColumn<bool>("isExpired");
        QTest::newRow("for signing only, EC") << QStringLiteral("ec") << QStringLiteral("digitalSignature") << false;
        QTest::newRow("for signing only, RSA")
            << QStringLiteral("rsa:2048") << QStringLiteral("digitalSignature") << false;
        QTest::newRow("expired") << QStringLiteral("ec") << QString() << true;
        QTest::newRow("RSA of 1024 bit") << QStringLiteral("rsa:1024") << QString() << false;
        QTest::newRow("Ed25519") << QStringLiteral("ed25519") << QString() << false;
    }
    void refusesACertificateThatIsNotForEncryption()
    {
        QFETCH(const QString, algorithm);
        QFETCH(const QString, usage);
        QFETCH(const bool, isExpired);
        const KeyMaker::Keys keys = m_maker.make({algorithm, usage, isExpired});
        REFUSED(secrets::sealForCertificate(m_secret, keys.certificatePem, caseNumber), Kind::CertificateUnusable);
    }

    void refusesWhatIsNoCertificate()
    {
        REFUSED(secrets::sealForCertificate(m_secret, "-----BEGIN CERTIFICATE-----\nAAAA\n", caseNumber),
                Kind::CertificateUnusable);
        REFUSED(secrets::sealForCertificate(m_secret, {}, caseNumber), Kind::CertificateUnusable);
        REFUSED(secrets::sealForCertificate(m_secret, m_ec.certificatePem, {}), Kind::BadInput);
        REFUSED(secrets::sealUnderCode(m_secret, Secret(QByteArrayView("short")), caseNumber), Kind::BadInput);
    }

    void saysWhatIsWrongWithAKeyFile()
    {
        const QByteArray seal = *secrets::sealForCertificate(m_secret, m_ec.certificatePem, caseNumber);
        REFUSED(secrets::openSealWithKey(seal, m_ec.pkcs12, Secret(QByteArrayView("wrong")), nullptr),
                Kind::WrongPassphrase);
        REFUSED(secrets::openSealWithKey(seal, m_ec.pkcs12, {}, nullptr), Kind::WrongPassphrase);
        REFUSED(secrets::openSealWithKey(seal, "no key file", m_passphrase, nullptr), Kind::KeyUnusable);
        REFUSED(secrets::openSealWithKey(seal, {}, m_passphrase, nullptr), Kind::KeyUnusable);
        const KeyMaker::Keys keyless = m_maker.make({.exportOptions = {QStringLiteral("-nokeys")}});
        REFUSED(secrets::openSealWithKey(seal, keyless.pkcs12, m_passphrase, nullptr), Kind::KeyUnusable);
    }

    void readsKeyFilesAsOldWindowsWritesThem()
    {
        const KeyMaker::Keys keys =
            m_maker.make({.algorithm = QStringLiteral("rsa:2048"), .exportOptions = {QStringLiteral("-legacy")}});
        const QByteArray seal = *secrets::sealForCertificate(m_secret, keys.certificatePem, caseNumber);
        const Result<Secret> opened = openedWithKey(seal, keys);
        QVERIFY2(opened.isOk(), opened ? "" : qPrintable(opened.failure().detail));
        QCOMPARE(opened->view(), QByteArrayView(password));
    }

    void readsAKeyFileWithoutPassphrase()
    {
        const KeyMaker::Keys keys = m_maker.make({.passphrase = {}});
        const QByteArray seal = *secrets::sealForCertificate(m_secret, keys.certificatePem, caseNumber);
        QVERIFY(secrets::openSealWithKey(seal, keys.pkcs12, {}, nullptr).isOk());
    }
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
