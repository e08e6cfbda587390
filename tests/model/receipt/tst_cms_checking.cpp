// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "stamp_server.h"

#include "receipt/cms_signature.h"
#include "receipt/time_stamp.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::receipt;

namespace {

const QByteArray content("what is signed");

/** A root, a CA under it and a signer under that; the root does not travel with the signer's key. */
class DeepChain
{
public:
    DeepChain()
    {
        m_bench.put(QStringLiteral("ca.cnf"), "basicConstraints = critical,CA:TRUE\nkeyUsage = keyCertSign\n");
        openssl("req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Wurzel -keyout root.key -out root.pem");
        issue("middle", "/CN=Mitte", "root", "-extfile ca.cnf");
        issue("lea", "/CN=Lea Gehtbald", "middle", "");
        openssl("req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Fremd -keyout other.key -out other.pem");
        m_bench.put(QStringLiteral("all.pem"),
                    m_bench.take(QStringLiteral("other.pem")) + m_bench.take(QStringLiteral("middle.pem")));
        openssl("pkcs12 -export -inkey lea.key -in lea.pem -certfile all.pem -passout pass:geheim -out lea.p12");
    }
    [[nodiscard]] Result<SigningKey> key() const
    {
        return SigningKey::fromPkcs12(m_bench.take(QStringLiteral("lea.p12")), Secret("geheim"));
    }

    /** `openssl cms -verify -cades` with the root as the only thing it trusts. */
    [[nodiscard]] Said verifiedByOpenssl(const QByteArray& cms) const
    {
        m_bench.put(QStringLiteral("cms"), cms);
        m_bench.put(QStringLiteral("data"), content);
        return run(QStringLiteral("openssl"),
                   QStringLiteral("cms -verify -cades -binary -inform DER -in cms -content data -CAfile root.pem "
                                  "-out /dev/null")
                       .split(QLatin1Char(' ')),
                   m_bench.path());
    }

private:
    void openssl(const QByteArray& line, const QStringList& more = {}) const
    {
        const Said said =
            run(QStringLiteral("openssl"), QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts) + more,
                m_bench.path());
        QVERIFY2(said.exit == 0, qPrintable(said.text));
    }
    void issue(const QByteArray& name, const char* subject, const QByteArray& by, const QByteArray& more) const
    {
        openssl("req -newkey rsa:2048 -nodes -keyout " + name + ".key -out " + name + ".csr",
                {QStringLiteral("-subj"), QString::fromLatin1(subject)});
        openssl("x509 -req -in " + name + ".csr -CA " + by + ".pem -CAkey " + by +
                ".key -CAcreateserial -days 3650 -out " + name + ".pem " + more);
    }
    Workbench m_bench;
};

CmsFinding check(const QByteArray& hole)
{
    return checkCms(content, hole, {}, sampleTime());
}

/** What receipts and consents ask of a signature. */
bool isAccepted(const CmsFinding& finding)
{
    return finding.isIntact && finding.namesItsCertificate && (!finding.hasStamp || finding.stampedAt.isValid());
}

} // namespace

class TestCmsChecking : public QObject
{
    Q_OBJECT

private:
    static QByteArray made(const SigningKey& key, const Stamp& stamp = {})
    {
        Result<QByteArray> cms = makeCms(content, key.parts(), stamp);
        return cms ? *cms + QByteArray(64, '\0') : QByteArray();
    }

private Q_SLOTS:
    void noticesEveryChangedBit_data()
    {
        QTest::addColumn<QByteArray>("hole");
        const auto own = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        QTest::newRow("a key made for the occasion") << made(*own);
        const DeepChain chain;
        const auto issued = chain.key();
        QTest::newRow("a certificate whose root is not there") << made(*issued);
        const StampServer server(StampServer::Manner::Honest);
        JobContext job;
        const Stamp stamp = [&](const QByteArray& sha256) { return fetchTimeStamp(server.url(), sha256, {}, job); };
        QTest::newRow("a time-stamp") << made(*own, stamp);
    }
    void noticesEveryChangedBit()
    {
        QFETCH(QByteArray, hole);
        QVERIFY(!hole.isEmpty());
        QVERIFY(isAccepted(check(hole)));
        for (qsizetype at = 0; at < hole.size(); ++at) {
            for (const int bits : {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                QByteArray changed = hole;
                changed[at] = static_cast<char>(changed[at] ^ bits);
                QVERIFY2(!isAccepted(check(changed)), qPrintable(QStringLiteral("%1 ^ %2").arg(at).arg(bits)));
            }
        }
    }

    void sendsOnlyCertificatesOfTheSignersPath()
    {
        const DeepChain chain;
        const SignatureCertificates sent = certificatesIn(made(*chain.key()));
        QCOMPARE(sent.signature.size(), std::size_t{2});
        QCOMPARE(commonName(sent.signature.front().get()), QStringLiteral("Lea Gehtbald"));
        QCOMPARE(commonName(sent.signature.back().get()), QStringLiteral("Mitte"));
    }

    void othersFindTheSignersPathRight()
    {
        const DeepChain chain;
        const Said said = chain.verifiedByOpenssl(*makeCms(content, chain.key()->parts(), {}));
        QVERIFY2(said.exit == 0 && said.text.contains(QStringLiteral("CAdES Verification successful")),
                 qPrintable(said.text));
    }

    void refusesWhatNoDigestCovers_data()
    {
        QTest::addColumn<int>("nid");
        QTest::newRow("an unsigned attribute nobody knows") << NID_pkcs9_unstructuredName;
        QTest::newRow("a signing time beside the signature") << NID_pkcs9_signingTime;
    }
    void refusesWhatNoDigestCovers()
    {
        QFETCH(int, nid);
        const auto key = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        const OwnedCms cms = parsed(made(*key));
        CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms.get()), 0);
        QCOMPARE(CMS_unsigned_add1_attr_by_NID(signer, nid, V_ASN1_UTF8STRING, "x", 1), 1);
        QVERIFY(!isAccepted(check(derOf<CMS_ContentInfo>(cms.get(), i2d_CMS_ContentInfo))));
    }

    void refusesWhatTravelsAlong_data()
    {
        QTest::addColumn<bool>("isCertificate");
        QTest::newRow("a certificate of somebody else") << true;
        QTest::newRow("a list of revocations") << false;
    }
    void refusesWhatTravelsAlong()
    {
        QFETCH(bool, isCertificate);
        const auto key = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        const auto other = SigningKey::makeForOccasion(QStringLiteral("Sven Vorgesetzt"), sampleTime());
        const OwnedCms cms = parsed(made(*key));
        if (isCertificate) {
            QCOMPARE(CMS_add1_cert(cms.get(), other->parts().certificate.get()), 1);
        } else {
            const Owned<X509_CRL, X509_CRL_free> crl(X509_CRL_new());
            X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(other->parts().certificate.get()));
            X509_CRL_set1_lastUpdate(crl.get(), X509_get0_notBefore(other->parts().certificate.get()));
            QVERIFY(X509_CRL_sign(crl.get(), other->parts().key.get(), EVP_sha256()) > 0);
            QCOMPARE(CMS_add1_crl(cms.get(), crl.get()), 1);
        }
        const QByteArray changed = derOf<CMS_ContentInfo>(cms.get(), i2d_CMS_ContentInfo);
        QVERIFY(changed.size() > 100);
        QVERIFY(!isAccepted(check(changed)));
    }

private:
    static OwnedCms parsed(const QByteArray& hole)
    {
        const auto* at = reinterpret_cast<const unsigned char*>(hole.constData());
        return OwnedCms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(hole.size())));
    }
};

QTEST_GUILESS_MAIN(TestCmsChecking)
#include "tst_cms_checking.moc"
