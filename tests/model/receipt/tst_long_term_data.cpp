// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificate_authority.h"
#include "forger.h"

#include "receipt/long_term_data.h"
#include "receipt/receipt_verifier.h"

using namespace staffelstab;
using namespace staffelstab::receipt;

namespace {

const QString lea = QStringLiteral("Lea Gehtbald");
const QString sven = QStringLiteral("Sven Vorgesetzt");

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/** Signed by both with these keys. */
QByteArray signedByBoth(const SigningKey& first, const SigningKey& second)
{
    ReceiptRecord record = sampleRecord();
    record.madeAt = now();
    SignatureRequest leaver = leaverRequest();
    leaver.time = now();
    SignatureRequest supervisor = supervisorRequest();
    supervisor.time = now();
    JobContext job;
    return *signReceipt(*signReceipt(*drawReceipt(record), leaver, first, job), supervisor, second, job);
}

} // namespace

/** Against a CA of its own: `openssl ca`, `openssl ocsp` and a CRL over HTTP. */
class TestLongTermData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_ca = std::make_unique<CertificateAuthority>();
        m_ca->issue(QStringLiteral("lea"), lea, "ocsp");
        m_key.emplace(keyOf(lea, "ocsp"));
        m_ocsp = signedByBoth(*m_key, keyOf(sven, "ocsp"));
        m_complete = *extended(m_ocsp);
    }

    void addsWhatTheChainOffers_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("has");
        QTest::addColumn<QByteArray>("hasNot");
        QTest::newRow("OCSP") << QByteArray("ocsp") << QByteArray("ocsp") << QByteArray("/OCSPs [")
                              << QByteArray("/CRLs");
        QTest::newRow("a CRL") << QByteArray("crl") << QByteArray("crl") << QByteArray("/CRLs [")
                               << QByteArray("/OCSPs");
        QTest::newRow("OCSP for one, a CRL for the other")
            << QByteArray("ocsp") << QByteArray("crl") << QByteArray("/OCSPs [") << QByteArray("nothing like this");
        QTest::newRow("a CRL where the OCSP server is away")
            << QByteArray("both") << QByteArray("both") << QByteArray("/CRLs [") << QByteArray("/OCSPs");
    }
    void addsWhatTheChainOffers()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, has);
        QFETCH(QByteArray, hasNot);
        const QByteArray both = signedByBoth(keyOf(lea, first), keyOf(sven, second));
        const Result<QByteArray> pdf = extended(both);
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        QVERIFY(pdf->startsWith(both));
        const QByteArray update = pdf->mid(both.size());
        QVERIFY(update.contains("/DSS ") && update.contains(has) && !update.contains(hasNot));
        const ReceiptFinding finding = verifyReceipt(*pdf, expected());
        QCOMPARE(finding.state, ReceiptState::Intact);
        QVERIFY(finding.hasValidationData && finding.isVouchedFor());
        for (const SignatureFinding& signature : finding.signatures) {
            QCOMPARE(signature.revocation.state, RevocationFinding::State::Good);
            QVERIFY(qAbs(signature.revocation.at.secsTo(now())) < 600);
        }
    }

    void othersAcceptTheFile()
    {
        const Workbench bench;
        const QString file = bench.put(QStringLiteral("r.pdf"), m_complete);
        const QString popplers = run(QStringLiteral("pdfsig"), {file}).text;
        QCOMPARE(popplers.count(QStringLiteral("Signature is Valid.")), 2);
        const Said qpdf = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file});
        QVERIFY2(qpdf.exit == 0 && !qpdf.text.contains(QStringLiteral("WARNING")), qPrintable(qpdf.text));
        const QString pdfa = preflight(m_complete);
        QVERIFY2(pdfa.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(pdfa));
        const Workbench pieces;
        pieces.put(QStringLiteral("ca.pem"), m_ca->pem());
        pieces.put(QStringLiteral("response"), streamOf("/OCSPs"));
        const Said said =
            run(QStringLiteral("openssl"),
                QStringLiteral("ocsp -respin response -CAfile ca.pem -no_nonce -resp_text").split(QLatin1Char(' ')),
                pieces.path());
        QVERIFY2(said.text.contains(QStringLiteral("Response verify OK")), qPrintable(said.text));
    }

    void judgesWithoutTheNetwork()
    {
        m_ca->goSilent();
        const ReceiptFinding finding = verifyReceipt(m_complete, expected());
        m_ca->speakAgain();
        QCOMPARE(finding.state, ReceiptState::Intact);
        QCOMPARE(finding.signatures.front().revocation.state, RevocationFinding::State::Good);
    }

    void leavesTheFileAsItIsWhereNobodyAnswers_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("isSilent");
        QTest::newRow("certificates that name nobody to ask") << QByteArray("plain") << false;
        QTest::newRow("a CA that is away") << QByteArray("ocsp") << true;
    }
    void leavesTheFileAsItIsWhereNobodyAnswers()
    {
        QFETCH(QByteArray, kind);
        QFETCH(bool, isSilent);
        const QByteArray both = signedByBoth(keyOf(lea, kind), keyOf(sven, kind));
        if (isSilent) {
            m_ca->goSilent();
        }
        const Result<QByteArray> pdf = extended(both);
        m_ca->speakAgain();
        QVERIFY(pdf.isOk());
        QCOMPARE(*pdf, both);
        QCOMPARE(verifyReceipt(*pdf, expected()).signatures.front().revocation.state,
                 RevocationFinding::State::Unknown);
    }

    void whatWasSignedBeforeTheRevocationStaysGood()
    {
        const SigningKey first = keyOf(lea, "ocsp", "late");
        const QByteArray both = signedByBoth(first, keyOf(sven, "crl"));
        QTRY_VERIFY(verifyReceipt(both).signatures.back().time.secsTo(now()) >= 2);
        m_ca->revoke("late");
        const ReceiptFinding finding = verifyReceipt(*extended(both), expected());
        QCOMPARE(finding.state, ReceiptState::Intact);
        QCOMPARE(finding.signatures.front().revocation.state, RevocationFinding::State::Good);
    }

    void aRevokedCertificateSignsNothingAndVouchesForNothing_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("by OCSP") << QByteArray("ocsp");
        QTest::newRow("by CRL") << QByteArray("crl");
    }
    void aRevokedCertificateSignsNothingAndVouchesForNothing()
    {
        QFETCH(QByteArray, kind);
        const QByteArray file = "gone-" + kind;
        const SigningKey key = keyOf(sven, kind, QString::fromLatin1(file));
        JobContext job;
        QVERIFY(checkCertificate(key, m_ca->pem(), now(), job).isOk());
        m_ca->revoke(file);
        QTRY_COMPARE(checkCertificate(key, m_ca->pem(), now(), job).isOk(), false);
        const Status checked = checkCertificate(key, m_ca->pem(), now(), job);
        QCOMPARE(checked.failure().kind, Failure::Kind::SignerCertificateRevoked);
        QCOMPARE(checked.failure().subject, sven);
        const ReceiptFinding finding = verifyReceipt(*extended(signedByBoth(*m_key, key)), expected());
        QCOMPARE(finding.state, ReceiptState::Intact);
        QVERIFY(finding.has(Finding::Kind::CertificateRevoked));
        QVERIFY(finding.signatures.front().isVouchedFor && !finding.signatures.back().isVouchedFor);
        QVERIFY(!finding.isVouchedFor());
    }

    void aCertificateIsUsedWhileItIsValid_data()
    {
        QTest::addColumn<QByteArray>("period");
        QTest::newRow("expired") << QByteArray("-startdate 20200101000000Z -enddate 20210101000000Z");
        QTest::newRow("not yet valid") << QByteArray("-startdate 20400101000000Z -enddate 20410101000000Z");
    }
    void aCertificateIsUsedWhileItIsValid()
    {
        QFETCH(QByteArray, period);
        const Result<SigningKey> key = SigningKey::fromPkcs12(m_ca->issue(QStringLiteral("old"), lea, "plain", period),
                                                              Secret(QByteArray("geheim")), m_ca->pem());
        QVERIFY(key.isOk());
        JobContext job;
        QCOMPARE(checkCertificate(*key, m_ca->pem(), now(), job).failure().kind,
                 Failure::Kind::SignerCertificateExpired);
        SignatureRequest request = leaverRequest();
        request.time = now();
        QCOMPARE(signReceipt(*drawReceipt(sampleRecord()), request, *key, job).failure().kind,
                 Failure::Kind::SignerCertificateExpired);
    }

    void aCriticalExtensionNobodyKnowsIsRefused()
    {
        const Result<SigningKey> key = SigningKey::fromPkcs12(m_ca->issue(QStringLiteral("strange"), lea, "strange"),
                                                              Secret(QByteArray("geheim")), m_ca->pem());
        QVERIFY(!key.isOk());
        QCOMPARE(key.failure().kind, Failure::Kind::KeyUnusable);
        QCOMPARE(key.failure().detail, QStringLiteral("unknown_extension"));
    }

    void nothingElseMayFollowTheSignatures_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const Forger plain(m_ocsp);
        const Forger forger(m_complete);
        const int root = forger.catalog();
        const int store = forger.reference(root, "/DSS");
        const int next = plain.size();
        const QByteArray response = streamOf("/OCSPs");
        const auto withStore = [&](const QByteArray& dictionary, std::map<int, QByteArray> objects = {}) {
            objects[next + 9] = dictionary;
            objects[root] = plain.object(root);
            objects[root].insert(objects[root].lastIndexOf(">>"), "/DSS " + QByteArray::number(next + 9) + " 0 R ");
            return plain.withUpdate(objects);
        };
        const QByteArray one = QByteArray::number(next) + " 0 R";
        QTest::newRow("an empty store") << withStore("<< /Type /DSS >>");
        QTest::newRow("a store of junk") << withStore("<< /OCSPs [ " + one + " ] >>", {{next, stream("hello")}});
        QTest::newRow("an answer about somebody else")
            << withStore("<< /OCSPs [ " + one + " ] >>", {{next, stream(foreignResponse())}});
        QTest::newRow("junk behind an answer")
            << withStore("<< /OCSPs [ " + one + " ] >>", {{next, stream(response + "x")}});
        QTest::newRow("a certificate of somebody else")
            << withStore("<< /OCSPs [ " + one + " ] /Certs [ " + QByteArray::number(next + 1) + " 0 R ] >>",
                         {{next, stream(response)}, {next + 1, stream(foreignCertificate())}});
        QTest::newRow("a key of its own in the store")
            << withStore("<< /OCSPs [ " + one + " ] /X 1 >>", {{next, stream(response)}});
        QTest::newRow("a filtered stream")
            << withStore("<< /OCSPs [ " + one + " ] >>",
                         {{next, stream(response).replace("/Length", "/Filter /FlateDecode /Length")}});
        QTest::newRow("an object beside the store")
            << withStore("<< /OCSPs [ " + one + " ] >>", {{next, stream(response)}, {next + 1, "(hidden)"}});
        QTest::newRow("a page changed along") << withStore(
            "<< /OCSPs [ " + one + " ] >>",
            {{next, stream(response)},
             {plain.lastPage(), plain.object(plain.lastPage()).replace("/Annots [ ", "/Rotate 90 /Annots [ ")}});
        QTest::newRow("a script in the catalog")
            << forger.withChanged(root, "/DSS", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /DSS");
        QTest::newRow("a second update") << forger.withUpdate({{store, forger.object(store)}});
        QTest::newRow("a byte more") << m_complete + "\n";
        QTest::newRow("cut off within the store") << m_complete.left(m_ocsp.size() + 200);
        const Forger once(m_ocsp.left(m_ocsp.lastIndexOf("%%EOF\n", m_ocsp.size() - 10) + 6));
        QTest::newRow("a store before the countersignature")
            << once.withUpdate({{next, stream(response)},
                                {next + 1, "<< /OCSPs [ " + one + " ] >>"},
                                {root, QByteArray(once.object(root))
                                           .insert(once.object(root).lastIndexOf(">>"),
                                                   "/DSS " + QByteArray::number(next + 1) + " 0 R ")}});
    }
    void nothingElseMayFollowTheSignatures()
    {
        QFETCH(QByteArray, pdf);
        QVERIFY(!pdf.isEmpty());
        const ReceiptFinding finding = verifyReceipt(pdf, expected());
        QCOMPARE(finding.state, ReceiptState::Altered);
    }

    /** The answers themselves are the responder's; our own bytes around them leave no freedom. */
    void everyChangedByteAroundTheAnswersIsNoticed()
    {
        for (qsizetype at = m_ocsp.size(); at < m_complete.size(); at += 37) {
            QByteArray changed = m_complete;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(isInAnAnswer(at) || verifyReceipt(changed, expected()).state == ReceiptState::Altered,
                     m_complete.mid(at - 20, 40).toPercentEncoding().constData());
        }
    }

private:
    [[nodiscard]] SigningKey keyOf(const QString& name, const QByteArray& kind, QString file = {}) const
    {
        if (file.isEmpty()) {
            file = QString::fromLatin1(kind) + name.left(3);
        }
        return SigningKey::fromPkcs12(m_ca->issue(file, name, kind), Secret(QByteArray("geheim")), m_ca->pem()).value();
    }
    [[nodiscard]] Result<QByteArray> extended(const QByteArray& pdf) const
    {
        JobContext job;
        return addValidationData(pdf, m_ca->pem(), job);
    }
    [[nodiscard]] ExpectedSigners expected() const
    {
        ExpectedSigners expected;
        expected.trustedCas = m_ca->pem();
        return expected;
    }
    /** Within an OCSP response; the streams that follow the certificates. */
    [[nodiscard]] bool isInAnAnswer(qsizetype at) const
    {
        const qsizetype start = m_complete.lastIndexOf("stream\n", at);
        const bool isInStream = start >= m_ocsp.size() && m_complete.indexOf("\nendstream", start) > at;
        return isInStream && m_complete.mid(start, 200).contains(QByteArray::fromHex("06092b0601050507300101"));
    }
    /** The first stream under a key of the store. */
    [[nodiscard]] QByteArray streamOf(const QByteArray& key) const
    {
        const Forger forger(m_complete);
        const int store = forger.reference(forger.catalog(), "/DSS");
        const QByteArray text = forger.object(forger.reference(store, key + " ["));
        const qsizetype from = text.indexOf("stream\n") + 7;
        return text.mid(from, text.lastIndexOf("\nendstream") - from);
    }
    /** What another company's CA says and is. */
    static const QByteArray& foreignResponse()
    {
        static const QByteArray made = [] {
            TestLongTermData other;
            other.initTestCase();
            s_foreignCertificate = other.m_ca->pem();
            return other.streamOf("/OCSPs");
        }();
        return made;
    }
    static QByteArray foreignCertificate()
    {
        (void)foreignResponse();
        const Workbench bench;
        bench.put(QStringLiteral("a.pem"), s_foreignCertificate);
        run(QStringLiteral("openssl"), QStringLiteral("x509 -in a.pem -outform DER -out a.der").split(QLatin1Char(' ')),
            bench.path());
        return bench.take(QStringLiteral("a.der"));
    }

    inline static QByteArray s_foreignCertificate;
    std::unique_ptr<CertificateAuthority> m_ca;
    std::optional<SigningKey> m_key;
    QByteArray m_ocsp;
    QByteArray m_complete;
};

int main(int argc, char** argv)
{
    return runWithGui<TestLongTermData>(argc, argv);
}

#include "tst_long_term_data.moc"
