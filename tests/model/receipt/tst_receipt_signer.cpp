// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "tools.h"

#include "receipt/receipt_verifier.h"

using namespace staffelstab;
using namespace staffelstab::receipt;

namespace {

/** Keys made with the openssl program, as a firm's IT would. */
class Keys
{
public:
    Keys()
    {
        openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "
                               "/CN=Beispiel-CA -keyout ca.key -out ca.pem"));
        issue(QStringLiteral("lea"), QStringLiteral("rsa:2048"), QStringLiteral("Lea Gehtbald"));
        m_bench.put(QStringLiteral("qc.cnf"), "1.3.6.1.5.5.7.1.3=DER:300a3008060604008e460101\n");
        issue(QStringLiteral("qualified"), QStringLiteral("rsa:2048"), QStringLiteral("Sven Vorgesetzt"),
              QStringLiteral("qc.cnf"));
        openssl(QStringLiteral(
            "req -x509 -newkey rsa:1024 -nodes -days 3650 -subj /CN=Klein -keyout weak.key -out weak.pem"));
        pack(QStringLiteral("weak"));
        openssl(QStringLiteral("req -x509 -newkey ed25519 -nodes -days 3650 -subj /CN=Ed -keyout ed.key -out ed.pem"));
        pack(QStringLiteral("ed"));
        openssl(QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "
                               "/CN=Selbst -keyout self.key -out self.pem"));
        pack(QStringLiteral("self"));
    }
    [[nodiscard]] QByteArray file(const QString& name) const { return m_bench.take(name); }

private:
    void openssl(const QString& arguments) const
    {
        const Said said = run(QStringLiteral("openssl"), arguments.split(QLatin1Char(' ')), m_bench.path());
        QVERIFY2(said.exit == 0, qPrintable(said.text));
    }
    void issue(const QString& name, const QString& kind, const QString& common, const QString& extensions = {}) const
    {
        const QStringList request{
            QStringLiteral("req"),        QStringLiteral("-newkey"),     kind,
            QStringLiteral("-nodes"),     QStringLiteral("-subj"),       QStringLiteral("/CN=") + common,
            QStringLiteral("-keyout"),    name + QStringLiteral(".key"), QStringLiteral("-out"),
            name + QStringLiteral(".csr")};
        run(QStringLiteral("openssl"), request, m_bench.path());
        openssl(QStringLiteral("x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 3650 -out %1.pem")
                    .arg(name) +
                (extensions.isEmpty() ? QString() : QStringLiteral(" -extfile ") + extensions));
        pack(name);
    }
    void pack(const QString& name) const
    {
        openssl(
            QStringLiteral("pkcs12 -export -inkey %1.key -in %1.pem -certfile ca.pem -passout pass:geheim -out %1.p12")
                .arg(name));
    }
    Workbench m_bench;
};

const Keys& keys()
{
    static const Keys made;
    return made;
}

Result<SigningKey> fromFile(const QString& name, const QByteArray& passphrase = "geheim", const QByteArray& cas = {})
{
    return SigningKey::fromPkcs12(keys().file(name), Secret(passphrase), cas);
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

class TestReceiptSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_unsigned = *drawReceipt(sampleRecord());
        m_once = *signedBy(m_unsigned, leaverRequest());
        m_twice = *signedBy(m_once, supervisorRequest());
    }

    void isAcceptedByOtherPrograms_data()
    {
        QTest::addColumn<bool>("isTwice");
        QTest::addColumn<int>("signatures");
        QTest::newRow("signed once") << false << 1;
        QTest::newRow("signed twice") << true << 2;
    }
    void isAcceptedByOtherPrograms()
    {
        QFETCH(bool, isTwice);
        QFETCH(int, signatures);
        const QByteArray& pdf = isTwice ? m_twice : m_once;
        const Workbench bench;
        const QString file = bench.put(QStringLiteral("r.pdf"), pdf);
        const QString popplers = run(QStringLiteral("pdfsig"), {file}).text;
        QCOMPARE(popplers.count(QStringLiteral("Signature is Valid.")), signatures);
        QCOMPARE(popplers.count(QStringLiteral("ETSI.CAdES.detached")), signatures);
        QVERIFY(popplers.contains(QStringLiteral("Total document signed")));
        const QString mupdfs = run(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v"), file}).text;
        const auto said = [&](const char* words) { return mupdfs.count(QLatin1String(words)); };
        QVERIFY2(said("The document is unchanged since signing.") == 1, qPrintable(mupdfs));
        QCOMPARE(said("The signature is valid but there have been edits since signing."), qsizetype{signatures} - 1);
        QCOMPARE(said("Distinguished name: "), qsizetype{signatures});
        const Said qpdf = run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file});
        QVERIFY2(qpdf.exit == 0 && !qpdf.text.contains(QStringLiteral("WARNING")), qPrintable(qpdf.text));
        const QString pdfa = preflight(pdf);
        QVERIFY2(pdfa.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(pdfa));
    }

    void isRightForPdfBoxAndBouncyCastle()
    {
        const Workbench bench;
        const QString file = bench.put(QStringLiteral("r.pdf"), m_twice);
        const QString program = bench.put(QStringLiteral("Check.java"), R"(
import org.apache.pdfbox.pdmodel.*;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.*;
import org.bouncycastle.cert.*;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.*;
import java.io.*;
import java.nio.file.*;
public class Check {
    public static void main(String[] arguments) throws Exception {
        byte[] file = Files.readAllBytes(Paths.get(arguments[0]));
        try (PDDocument document = PDDocument.load(file)) {
            for (PDSignature signature : document.getSignatureDictionaries()) {
                byte[] content = signature.getSignedContent(file);
                CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(content), signature.getContents(file));
                SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
                X509CertificateHolder holder = (X509CertificateHolder) cms.getCertificates().getMatches(signer.getSID()).iterator().next();
                System.out.println("verified: " + signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(holder)));
            }
        }
    }
}
)");
        QStringList jars;
        for (const char* name : {"pdfbox2", "commons-logging", "bcprov", "bcpkix", "bcutil"}) {
            jars.append(QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name)));
        }
        const Said said =
            run(QStringLiteral("java"), {QStringLiteral("-cp"), jars.join(QLatin1Char(':')), program, file});
        QVERIFY2(said.text.count(QStringLiteral("verified: true")) == 2, qPrintable(said.text));
        QVERIFY2(!said.text.contains(QStringLiteral("verified: false")), qPrintable(said.text));
    }

    void isCadesForOpenssl()
    {
        const qsizetype from = m_twice.lastIndexOf("/Contents <") + 10;
        const qsizetype to = m_twice.indexOf('>', from) + 1;
        const Workbench bench;
        bench.put(QStringLiteral("data"), m_twice.left(from) + m_twice.mid(to));
        bench.put(QStringLiteral("cms"), QByteArray::fromHex(m_twice.mid(from + 1, to - from - 2)));
        run(QStringLiteral("openssl"),
            QStringLiteral("pkcs7 -inform DER -in cms -print_certs -out signer.pem").split(QLatin1Char(' ')),
            bench.path());
        const Said said = run(QStringLiteral("openssl"),
                              QStringLiteral("cms -verify -cades -binary -inform DER -in cms -content data -CAfile "
                                             "signer.pem -no_check_time -out /dev/null")
                                  .split(QLatin1Char(' ')),
                              bench.path());
        QVERIFY2(said.exit == 0, qPrintable(said.text));
        QVERIFY(!run(QStringLiteral("openssl"),
                     QStringLiteral("cms -cmsout -print -inform DER -in cms").split(QLatin1Char(' ')), bench.path())
                     .text.contains(QStringLiteral("signingTime")));
    }

    void isIntactForItself()
    {
        const ReceiptFinding finding = verifyReceipt(m_twice);
        QCOMPARE(finding.state, ReceiptState::Intact);
        QCOMPARE(finding.signatures.size(), std::size_t{2});
        QCOMPARE(finding.signatures.at(0).name, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(finding.signatures.at(0).time, sampleTime());
        QCOMPARE(finding.signatures.at(1).role, Role::Supervisor);
        QCOMPARE(finding.signatures.at(1).level, SignatureLevel::Simple);
        QVERIFY(finding.signatures.at(1).confirmation.has("archive"));
        QVERIFY(!finding.signatures.at(1).confirmation.has("password"));
        QCOMPARE(finding.signatures.at(1).confirmation.reservation, QStringLiteral("Dienstwagen noch nicht zurück."));
        QVERIFY(!finding.signatures.at(1).timestamp.isValid());
    }

    void leavesTheBytesBeforeUntouched()
    {
        QVERIFY(m_once.startsWith(m_unsigned));
        QVERIFY(m_twice.startsWith(m_once));
    }

    void keepsLongReceiptsValid()
    {
        SignatureRequest leaver = leaverRequest();
        leaver.name = longRecord().people.leaver.name;
        SignatureRequest request = supervisorRequest();
        request.confirmation.reservation = QString(reservationLimit, QLatin1Char('W'));
        const QByteArray once = *signedBy(*drawReceipt(longRecord()), leaver);
        const Result<QByteArray> pdf = signedBy(once, request);
        if (!pdf) {
            // Nine hundred of the widest letters do not fit; said, not cut.
            QCOMPARE(pdf.failure().kind, Failure::Kind::LimitExceeded);
        }
        request.confirmation.reservation = QStringLiteral("Zwei Ordner fehlen noch. ").repeated(36);
        const Result<QByteArray> usual = signedBy(once, request);
        QVERIFY(usual.isOk());
        QVERIFY(preflight(*usual).contains(QStringLiteral("is a valid PDF/A-1b file")));
        QCOMPARE(verifyReceipt(*usual).state, ReceiptState::Intact);
    }

    void refusesTheWrongMoment_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("kind");
        const auto leaver = static_cast<int>(Role::Leaver);
        const auto supervisor = static_cast<int>(Role::Supervisor);
        QTest::newRow("supervisor before leaver")
            << m_unsigned << supervisor << static_cast<int>(Failure::Kind::NotAllowedNow);
        QTest::newRow("leaver twice") << m_once << leaver << static_cast<int>(Failure::Kind::AlreadySigned);
        QTest::newRow("supervisor twice") << m_twice << supervisor << static_cast<int>(Failure::Kind::AlreadySigned);
        QTest::newRow("altered") << m_once + "%" << supervisor << static_cast<int>(Failure::Kind::ReceiptAltered);
        QTest::newRow("a foreign file") << QByteArray("%PDF-1.4\nhello") << leaver
                                        << static_cast<int>(Failure::Kind::NotAReceipt);
        QTest::newRow("no PDF") << QByteArray("hello") << leaver << static_cast<int>(Failure::Kind::NotAReceipt);
    }
    void refusesTheWrongMoment()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(int, role);
        QFETCH(int, kind);
        const Result<QByteArray> result =
            signedBy(pdf, role == static_cast<int>(Role::Leaver) ? leaverRequest() : supervisorRequest());
        QVERIFY(!result.isOk());
        QCOMPARE(static_cast<int>(result.failure().kind), kind);
    }

    void refusesOneKeyForBothSides()
    {
        Result<SigningKey> key = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        JobContext job;
        const Result<QByteArray> once = signReceipt(m_unsigned, leaverRequest(), *key, job);
        QCOMPARE(signReceipt(*once, supervisorRequest(), *key, job).failure().kind, Failure::Kind::KeyUnusable);
    }

    void refusesBadRequests_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("drawing");
        QTest::addColumn<QString>("reservation");
        QTest::addColumn<int>("kind");
        const auto bad = static_cast<int>(Failure::Kind::BadInput);
        const QString sven = QStringLiteral("Sven Vorgesetzt");
        QTest::newRow("no name") << QStringLiteral(" ") << QByteArray() << QString() << bad;
        QTest::newRow("a drawing that is no SVG")
            << sven << QByteArray("<html><path d='M0 0L1 1'/></html>") << QString() << bad;
        QTest::newRow("a drawing without a stroke")
            << sven << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << QString() << bad;
        QTest::newRow("a drawing of text and a file")
            << sven
            << QByteArray(
                   "<svg xmlns='http://www.w3.org/2000/svg'><text>x</text><image href='file:///etc/hostname'/></svg>")
            << QString() << bad;
        QTest::newRow("a drawing with an entity")
            << sven
            << QByteArray("<!DOCTYPE svg [<!ENTITY a 'M0 0'>]><svg xmlns='http://www.w3.org/2000/svg'><path d='&a;L9 "
                          "9'/></svg>")
            << QString() << bad;
        QTest::newRow("a drawing beyond all bounds")
            << sven << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0L99999999 1'/></svg>")
            << QString() << bad;
        QTest::newRow("a drawing cut off") << sven << sampleDrawing().left(200) << QString() << bad;
        QTest::newRow("a drawing nested without end")
            << sven << QByteArray("<svg>") + QByteArray("<g>").repeated(5000) << QString() << bad;
        QTest::newRow("a reservation without end") << sven << QByteArray() << QString(5000, QLatin1Char('x'))
                                                   << static_cast<int>(Failure::Kind::LimitExceeded);
    }
    void refusesBadRequests()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, drawing);
        QFETCH(QString, reservation);
        QFETCH(int, kind);
        Result<SigningKey> key = SigningKey::makeForOccasion(QStringLiteral("Sven"), sampleTime());
        SignatureRequest request = supervisorRequest();
        request.name = name;
        request.drawing = drawing;
        request.confirmation.reservation = reservation;
        JobContext job;
        const Result<QByteArray> result = signReceipt(m_once, request, *key, job);
        QVERIFY(!result.isOk());
        QCOMPARE(static_cast<int>(result.failure().kind), kind);
    }

    void takesOnlyStrokesFromADrawing()
    {
        SignatureRequest request = leaverRequest();
        request.drawing = hostileDrawing();
        const Result<QByteArray> pdf = signedBy(m_unsigned, request);
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        QVERIFY(preflight(*pdf).contains(QStringLiteral("is a valid PDF/A-1b file")));
    }

    void saysWhatIsWrongWithAKeyFile_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<int>("kind");
        const auto unusable = static_cast<int>(Failure::Kind::KeyUnusable);
        QTest::newRow("wrong passphrase") << keys().file(QStringLiteral("lea.p12")) << QByteArray("falsch")
                                          << static_cast<int>(Failure::Kind::WrongPassphrase);
        QTest::newRow("no passphrase") << keys().file(QStringLiteral("lea.p12")) << QByteArray()
                                       << static_cast<int>(Failure::Kind::WrongPassphrase);
        QTest::newRow("not a key file") << QByteArray("hello") << QByteArray("geheim") << unusable;
        QTest::newRow("empty") << QByteArray() << QByteArray("geheim") << unusable;
        QTest::newRow("cut off") << keys().file(QStringLiteral("lea.p12")).left(500) << QByteArray("geheim")
                                 << unusable;
        QTest::newRow("a weak key") << keys().file(QStringLiteral("weak.p12")) << QByteArray("geheim") << unusable;
        QTest::newRow("a key PDF viewers cannot check")
            << keys().file(QStringLiteral("ed.p12")) << QByteArray("geheim") << unusable;
    }
    void saysWhatIsWrongWithAKeyFile()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(int, kind);
        const Result<SigningKey> key = SigningKey::fromPkcs12(file, Secret(passphrase));
        QVERIFY(!key.isOk());
        QCOMPARE(static_cast<int>(key.failure().kind), kind);
    }

    void namesTheLevelHonestly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("knowsCa");
        QTest::addColumn<int>("level");
        QTest::newRow("issued by a CA") << QStringLiteral("lea.p12") << true
                                        << static_cast<int>(SignatureLevel::Advanced);
        QTest::newRow("vouches for itself")
            << QStringLiteral("self.p12") << true << static_cast<int>(SignatureLevel::Simple);
        QTest::newRow("qualified, CA known")
            << QStringLiteral("qualified.p12") << true << static_cast<int>(SignatureLevel::Qualified);
        QTest::newRow("says qualified, CA unknown")
            << QStringLiteral("qualified.p12") << false << static_cast<int>(SignatureLevel::Advanced);
    }
    void namesTheLevelHonestly()
    {
        QFETCH(QString, file);
        QFETCH(bool, knowsCa);
        QFETCH(int, level);
        const QByteArray cas = knowsCa ? keys().file(QStringLiteral("ca.pem")) : QByteArray();
        const Result<SigningKey> key = fromFile(file, "geheim", cas);
        QVERIFY2(key.isOk(), qPrintable(key ? QString() : key.failure().detail));
        QCOMPARE(static_cast<int>(key->level()), level);
        SignatureRequest request = leaverRequest();
        request.time = now();
        request.name = key->name();
        ReceiptRecord record = sampleRecord();
        record.madeAt = now();
        record.people.leaver.name = key->name();
        JobContext job;
        const Result<QByteArray> pdf = signReceipt(*drawReceipt(record), request, *key, job);
        QVERIFY(pdf.isOk());
        const ReceiptFinding finding = verifyReceipt(*pdf, {{}, {}, cas});
        QCOMPARE(finding.state, ReceiptState::Pending);
        QCOMPARE(static_cast<int>(finding.signatures.front().level), level);
        QCOMPARE(finding.signatures.front().certificateSha256, key->certificateSha256());
    }

    void saysWhenTheCertificateNamesSomeoneElse()
    {
        const Result<SigningKey> key = fromFile(QStringLiteral("qualified.p12"));
        SignatureRequest request = leaverRequest();
        request.time = now();
        ReceiptRecord record = sampleRecord();
        record.madeAt = now();
        JobContext job;
        const ReceiptFinding finding = verifyReceipt(*signReceipt(*drawReceipt(record), request, *key, job));
        QCOMPARE(finding.signatures.front().name, QStringLiteral("Lea Gehtbald (Sven Vorgesetzt)"));
    }

    void refusesAnExpiredCertificate()
    {
        const Result<SigningKey> key = fromFile(QStringLiteral("lea.p12"));
        SignatureRequest request = leaverRequest();
        request.time = now().addYears(20);
        JobContext job;
        QCOMPARE(signReceipt(m_unsigned, request, *key, job).failure().kind, Failure::Kind::SignerCertificateExpired);
    }

    void stopsWhenCancelled()
    {
        Result<SigningKey> key = SigningKey::makeForOccasion(QStringLiteral("Lea"), sampleTime());
        JobContext job({}, std::make_shared<std::atomic_bool>(true));
        QCOMPARE(signReceipt(m_unsigned, leaverRequest(), *key, job).failure().kind, Failure::Kind::Cancelled);
    }

    void needsAName()
    {
        QCOMPARE(SigningKey::makeForOccasion(QString(), sampleTime()).failure().kind, Failure::Kind::BadInput);
    }

private:
    QByteArray m_unsigned;
    QByteArray m_once;
    QByteArray m_twice;
};

int main(int argc, char** argv)
{
    return runWithGui<TestReceiptSigner>(argc, argv);
}

#include "tst_receipt_signer.moc"
