// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forger.h"
#include "tools.h"

#include "receipt/receipt_verifier.h"

#include <QRandomGenerator>

using namespace staffelstab;
using namespace staffelstab::receipt;
using Kind = Finding::Kind;

class TestReceiptVerifier : public QObject
{
    Q_OBJECT

private:
    static QByteArray flipped(QByteArray pdf, qsizetype at)
    {
        pdf[at] = static_cast<char>(pdf.at(at) ^ 1);
        return pdf;
    }
    /** Another hexadecimal digit at this place. */
    static QByteArray otherDigit(QByteArray pdf, qsizetype at)
    {
        pdf[at] = pdf.at(at) == '1' ? '2' : '1';
        return pdf;
    }
    static bool has(const ReceiptFinding& finding, Kind kind)
    {
        return std::any_of(finding.findings.begin(), finding.findings.end(),
                           [&](const Finding& one) { return one.kind == kind; });
    }
    static SigningKey key(const QString& name)
    {
        Result<SigningKey> made = SigningKey::makeForOccasion(name, sampleTime());
        return std::move(*made);
    }
    [[nodiscard]] QByteArray signedTwice(const QByteArray& once) const
    {
        return signBlindly(once, supervisorRequest(), m_svensKey);
    }
    /** A hexadecimal digit in the signature value, which stands at the end of a CMS. */
    static qsizetype endOfCms(const QByteArray& pdf, qsizetype holeEnd)
    {
        qsizetype at = holeEnd - 2;
        while (pdf.at(at) == '0') {
            --at;
        }
        return at - 20;
    }
    static QByteArray certificateText(const SigningKey& key)
    {
        return derOf<X509>(key.parts().certificate.get(), i2d_X509).toHex();
    }
    /** One character of the last page's content, somewhere in the middle of its compressed stream. */
    static qsizetype inContent(const QByteArray& pdf)
    {
        const Forger forger(pdf);
        const int content = forger.reference(forger.lastPage(), "/Contents");
        return pdf.indexOf("stream\n", pdf.indexOf('\n' + QByteArray::number(content) + " 0 obj\n")) + 300;
    }

    void addEdits()
    {
        const Forger forger(m_twice);
        const auto [from, to] = forger.hole(Role::Supervisor);
        const auto [leaverFrom, leaverTo] = forger.hole(Role::Leaver);
        QTest::newRow("a byte of a page is flipped") << flipped(m_twice, inContent(m_twice)) << Kind::SignatureBroken;
        QTest::newRow("a byte of the record is flipped")
            << QByteArray(m_twice).replace("Beispiel GmbH", "Beispiel GmbI") << Kind::DigestMismatch;
        QTest::newRow("a byte of a signature is changed")
            << otherDigit(m_twice, endOfCms(m_twice, to)) << Kind::SignatureBroken;
        QTest::newRow("the leaver's signature is changed")
            << otherDigit(m_twice, endOfCms(m_twice, leaverTo)) << Kind::SignatureBroken;
        const QByteArray certificate = certificateText(m_svensKey);
        QTest::newRow("the certificate inside a signature is changed")
            << otherDigit(m_twice, m_twice.indexOf(certificate, from) + certificate.size() - 2)
            << Kind::CertificateDiffers;
        QTest::newRow("a signature is zeroed")
            << QByteArray(m_twice).replace(from + 1, to - from - 2, QByteArray(to - from - 2, '0'))
            << Kind::SignatureBroken;
        QTest::newRow("bytes hide behind a signature's end") << otherDigit(m_twice, to - 4) << Kind::SignatureBroken;
        const qsizetype range = m_twice.lastIndexOf("/ByteRange");
        QTest::newRow("the byte range is removed")
            << QByteArray(m_twice).replace(range, 10, "/ByteRangX") << Kind::FieldsWrong;
        QTest::newRow("the byte range starts later")
            << QByteArray(m_twice).replace(range, 13, "/ByteRange [1") << Kind::ByteRangeWrong;
        QTest::newRow("the confirmation is changed")
            << QByteArray(m_twice).replace(QByteArray("Dienstwagen").toHex(), QByteArray("Dienstreise").toHex())
            << Kind::SignatureBroken;
        QTest::newRow("the signing time is changed")
            << QByteArray(m_twice).replace("/M (D:20261230141500", "/M (D:20261230141600") << Kind::SignatureBroken;
        QTest::newRow("something follows") << m_twice + "junk" << Kind::BytesAfterSignature;
        QTest::newRow("a line end follows") << m_twice + '\n' << Kind::BytesAfterSignature;
        QTest::newRow("the end is cut off") << m_twice.left(m_twice.size() - 20) << Kind::DamagedPdf;
        QTest::newRow("something stands before") << QByteArray("\n") + m_twice << Kind::NotAPdf;
    }

    void addUpdates()
    {
        const Forger forger(m_twice);
        const int page = forger.lastPage();
        const int content = forger.reference(page, "/Contents");
        const int leaver = forger.field(Role::Leaver);
        const int supervisor = forger.field(Role::Supervisor);
        const QByteArray leaverV = "/V " + QByteArray::number(forger.reference(leaver, "/V")) + " 0 R";
        const QByteArray supervisorV = "/V " + QByteArray::number(forger.reference(supervisor, "/V")) + " 0 R";
        const int fresh = forger.size();
        const QByteArray number = QByteArray::number(fresh) + " 0 R";
        QTest::newRow("an update exchanges a page's content")
            << forger.withUpdate({{content, stream("0 0 m")}}) << Kind::BytesAfterSignature;
        QTest::newRow("an update stamps the page")
            << forger.withUpdate({{fresh, "<< /Type /Annot /Subtype /Stamp /Rect [ 0 0 99 99 ] >>"},
                                  {page, forger.object(page).replace("/Annots [ ", "/Annots [ " + number + ' ')}})
            << Kind::FieldsWrong;
        QTest::newRow("an update says a key twice")
            << forger.withChanged(page, "/Type /Page", "/Annots [ ] /Type /Page") << Kind::DamagedPdf;
        QTest::newRow("an update swaps the signatures")
            << forger.withUpdate({{leaver, forger.object(leaver).replace(leaverV, supervisorV)},
                                  {supervisor, forger.object(supervisor).replace(supervisorV, leaverV)}})
            << Kind::FieldsWrong;
        QTest::newRow("an update adds a signature field")
            << forger.withUpdate({{fresh, forger.object(supervisor).replace("(supervisor)", "(third)")},
                                  {forger.catalog(),
                                   forger.object(forger.catalog()).replace("/Fields [ ", "/Fields [ " + number + ' ')}})
            << Kind::FieldsWrong;
        QTest::newRow("an update adds a script")
            << forger.withChanged(forger.catalog(), "/Type /Catalog",
                                  "/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>")
            << Kind::FieldsWrong;
        QTest::newRow("an update exchanges the record")
            << forger.withUpdate(
                   {{forger.idOf("/Subtype /XML"), stream("<x/>").replace("<<", "<< /Type /Metadata /Subtype /XML")}})
            << Kind::NoRecord;
        QTest::newRow("an update changes nothing")
            << forger.withUpdate({{content, forger.object(content)}}) << Kind::BytesAfterSignature;
    }

    /** What the supervisor could do on the quiet before signing with a program of his own. */
    void addHiddenRevisions()
    {
        const Forger forger(m_once);
        const int page = forger.lastPage();
        const int content = forger.reference(page, "/Contents");
        const int leaver = forger.field(Role::Leaver);
        const int supervisor = forger.field(Role::Supervisor);
        QTest::newRow("the supervisor exchanged a page before signing")
            << signedTwice(forger.withUpdate({{content, stream("0 0 m")}})) << Kind::ObjectChanged;
        QTest::newRow("the supervisor moved the box before signing")
            << signedTwice(forger.withChanged(supervisor, "/Rect [ ", "/Rect [ 1")) << Kind::ObjectChanged;
        QTest::newRow("the supervisor changed the leaver's picture before signing")
            << signedTwice(
                   forger.withChanged(leaver, "/N " + QByteArray::number(forger.reference(leaver, "/N")), "/N 5"))
            << Kind::ObjectChanged;
        QTest::newRow("the supervisor took the certification away")
            << signedTwice(forger.withChanged(forger.catalog(), "/DocMDP", "/DocMDX")) << Kind::ObjectChanged;
        QTest::newRow("the supervisor hid an object before signing")
            << signedTwice(forger.withUpdate({{forger.size(), stream("later")}})) << Kind::ObjectChanged;
        QTest::newRow("the supervisor added an update that changes nothing")
            << signedTwice(forger.withUpdate({{content, forger.object(content)}})) << Kind::ObjectChanged;
        QTest::newRow("the supervisor changed the document's information")
            << signedTwice(forger.withChanged(forger.idOf("/CreationDate"), "(D:2026", "(D:2020"))
            << Kind::ObjectChanged;
    }

    void addSignerTricks()
    {
        const QByteArray other = signBlindly(signBlindly(*drawReceipt(shortRecord()), leaverRequest(), m_leasKey),
                                             supervisorRequest(), m_svensKey);
        const QByteArray mine = signedTwice(m_once);
        const auto [from, to] = Forger(mine).hole(Role::Supervisor);
        const auto [otherFrom, otherTo] = Forger(other).hole(Role::Supervisor);
        QTest::newRow("the signature comes from another receipt")
            << QByteArray(mine).replace(from, to - from, other.mid(otherFrom, otherTo - otherFrom))
            << Kind::SignatureBroken;
        QTest::newRow("one key signed for both")
            << signBlindly(m_once, supervisorRequest(), m_leasKey) << Kind::SignerWrong;
        QTest::newRow("the supervisor signed alone")
            << signBlindly(m_unsigned, supervisorRequest(), m_svensKey) << Kind::FieldsWrong;
        QTest::newRow("the time-stamp is no time-stamp")
            << signBlindly(
                   m_unsigned, leaverRequest(), m_leasKey,
                   [](const QByteArray&) -> Result<QByteArray> { return QByteArray("\x30\x03\x02\x01\x01", 5); })
            << Kind::TimestampWrong;
    }

    void addPrepared()
    {
        QByteArray digest = m_unsigned;
        const qsizetype at = digest.indexOf("<ho:sha256>") + 11;
        digest[at] = digest.at(at) == '0' ? '1' : '0';
        const QByteArray preferences("/ViewerPreferences << /DisplayDocTitle true >>");
        QByteArray script = m_unsigned;
        script.replace(preferences,
                       QByteArray("/OpenAction << /S /JavaScript /JS (x) >>").leftJustified(preferences.size(), ' '));
        QTest::newRow("another digest stood in it before signing")
            << signBlindly(digest, leaverRequest(), m_leasKey) << Kind::DigestMismatch;
        QTest::newRow("a page said a key twice before signing")
            << Forger(m_unsigned).withChanged(Forger(m_unsigned).lastPage(), "/Type /Page", "/Annots [ ] /Type /Page")
            << Kind::DamagedPdf;
        QTest::newRow("a script stood in it before signing") << script << Kind::FieldsWrong;
        QTest::newRow("it had a second revision before signing")
            << signBlindly(Forger(m_unsigned).withUpdate({{Forger(m_unsigned).size(), stream("x")}}), leaverRequest(),
                           m_leasKey)
            << Kind::DamagedPdf;
        QTest::newRow("a revision without a signature")
            << Forger(m_unsigned).withUpdate({{Forger(m_unsigned).size(), stream("x")}}) << Kind::BytesAfterSignature;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_unsigned = *drawReceipt(sampleRecord());
        JobContext job;
        m_once = *signReceipt(m_unsigned, leaverRequest(), m_leasKey, job);
        m_twice = *signReceipt(m_once, supervisorRequest(), m_svensKey, job);
    }

    void seesEveryAttack_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<Finding::Kind>("kind");
        addEdits();
        addUpdates();
        addHiddenRevisions();
        addSignerTricks();
        addPrepared();
    }
    void seesEveryAttack()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(Finding::Kind, kind);
        QVERIFY(!pdf.isEmpty() && pdf != m_twice);
        const ReceiptFinding finding = verifyReceipt(pdf);
        QStringList kinds;
        for (const Finding& one : finding.findings) {
            kinds.append(QStringLiteral("%1:%2").arg(static_cast<int>(one.kind)).arg(one.detail));
        }
        QVERIFY2(has(finding, kind), qPrintable(kinds.join(QLatin1Char(' '))));
        QVERIFY(finding.state == (kind == Kind::NotAPdf ? ReceiptState::NotAReceipt : ReceiptState::Altered));
    }

    /** The table in README.md: what a common viewer's library says about the same files. */
    void otherViewersMiss_data() { seesEveryAttack_data(); }
    void otherViewersMiss()
    {
        QFETCH(QByteArray, pdf);
        static const QStringList missed{QStringLiteral("the certificate inside a signature is changed"),
                                        QStringLiteral("bytes hide behind a signature's end"),
                                        QStringLiteral("something follows"),
                                        QStringLiteral("a line end follows"),
                                        QStringLiteral("an update exchanges a page's content"),
                                        QStringLiteral("an update stamps the page"),
                                        QStringLiteral("an update says a key twice"),
                                        QStringLiteral("an update swaps the signatures"),
                                        QStringLiteral("an update adds a script"),
                                        QStringLiteral("an update exchanges the record"),
                                        QStringLiteral("an update changes nothing"),
                                        QStringLiteral("the supervisor exchanged a page before signing"),
                                        QStringLiteral("the supervisor moved the box before signing"),
                                        QStringLiteral("the supervisor changed the leaver's picture before signing"),
                                        QStringLiteral("the supervisor took the certification away"),
                                        QStringLiteral("the supervisor hid an object before signing"),
                                        QStringLiteral("the supervisor added an update that changes nothing"),
                                        QStringLiteral("the supervisor changed the document's information"),
                                        QStringLiteral("one key signed for both")};
        const Workbench bench;
        const QString said =
            run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), bench.put(QStringLiteral("a.pdf"), pdf)}).text;
        const bool isCalledValid = said.count(QStringLiteral("Signature is Valid.")) == 2;
        QCOMPARE(isCalledValid, missed.contains(QString::fromUtf8(QTest::currentDataTag())));
    }

    void acceptsABlindSignatureThatIsRight()
    {
        // The attacks above fail for what they do, not for the way they are made.
        QCOMPARE(verifyReceipt(signedTwice(m_once)).state, ReceiptState::Intact);
    }

    void seesASignerWithTheRightNameAndAnotherKey()
    {
        const QByteArray pdf = signBlindly(m_once, supervisorRequest(), key(QStringLiteral("Sven Vorgesetzt")));
        QCOMPARE(verifyReceipt(pdf).state, ReceiptState::Intact);
        const ExpectedSigners expected{m_leasKey.certificateSha256(), m_svensKey.certificateSha256(), {}, {}, {}};
        QCOMPARE(verifyReceipt(m_twice, expected).state, ReceiptState::Intact);
        const ReceiptFinding finding = verifyReceipt(pdf, expected);
        QCOMPARE(finding.state, ReceiptState::Altered);
        QVERIFY(has(finding, Kind::CertificateDiffers));
    }

    void callsACutOffCountersignaturePending()
    {
        const ReceiptFinding finding = verifyReceipt(m_twice.left(m_once.size()));
        QCOMPARE(finding.state, ReceiptState::Pending);
        QVERIFY(has(finding, Kind::CountersignatureMissing));
        QCOMPARE(finding.signatures.size(), std::size_t{1});
        QVERIFY(finding.signatures.front().isIntact);
    }

    void neverCallsAForeignFileAReceipt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("a header alone") << QByteArray("%PDF-1.4\n");
        QTest::newRow("a trailer that claims a million objects")
            << QByteArray("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 99999999 /Root 1 0 R "
                          ">>\nstartxref\n9\n%%EOF\n");
        QTest::newRow("a trailer that follows itself")
            << QByteArray("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R /Prev 9 "
                          ">>\nstartxref\n9\n%%EOF\n");
        QTest::newRow("arrays without end")
            << QByteArray("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root ") +
                   QByteArray(1 << 20, '[') + "\nstartxref\n9\n%%EOF\n";
        QTest::newRow("larger than any receipt") << QByteArray("%PDF-1.4\n") + QByteArray(51 << 20, ' ');
        const QDir data(QStringLiteral(TEST_SOURCE_DIR "/../shared/data"));
        QFile table(data.filePath(QStringLiteral("pdf_signatures/ATTACK_SET_DEV.tsv")));
        if (table.open(QIODevice::ReadOnly)) {
            table.readLine();
            while (!table.atEnd()) {
                const QString name = QString::fromUtf8(table.readLine()).section(QLatin1Char('\t'), 0, 0);
                QFile file(data.filePath(name));
                QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
                QTest::newRow(qPrintable(name.section(QLatin1Char('/'), -3))) << file.readAll();
            }
        }
    }
    void neverCallsAForeignFileAReceipt()
    {
        QFETCH(QByteArray, bytes);
        const ReceiptFinding finding = verifyReceipt(bytes);
        QCOMPARE(finding.state, ReceiptState::NotAReceipt);
        QVERIFY(!finding.findings.empty());
        QVERIFY(!finding.record);
    }

    void neverBelievesADamagedReceipt()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 300; ++round) {
            QByteArray pdf = m_twice;
            const qsizetype at = random.bounded(static_cast<int>(pdf.size()));
            const char before = pdf.at(at);
            pdf[at] = static_cast<char>(random.bounded(256));
            const ReceiptFinding finding = verifyReceipt(pdf);
            QVERIFY2(before == pdf.at(at) || finding.state != ReceiptState::Intact, qPrintable(QString::number(at)));
        }
    }

    void noticesAChangedDigitOfASignature_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<Role>("role");
        QTest::newRow("the leaver's, before the countersignature") << m_once << Role::Leaver;
        QTest::newRow("the leaver's, after it") << m_twice << Role::Leaver;
        QTest::newRow("the supervisor's") << m_twice << Role::Supervisor;
    }
    void noticesAChangedDigitOfASignature()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(Role, role);
        int seen = 0;
        // Each bit of the CMS itself is changed in tst_cms_checking.
        forEachChangedDigit(pdf, Forger(pdf).hole(role), 13, [&](const QByteArray& changed, qsizetype at) {
            ++seen;
            const bool isNoticed = verifyReceipt(changed).state == ReceiptState::Altered;
            [&] { QVERIFY2(isNoticed, qPrintable(QString::number(at))); }();
            return isNoticed;
        });
        QVERIFY(seen > 8192 / 13);
    }

    void comparesTheArchive()
    {
        const Workbench bench;
        ReceiptFinding finding = verifyReceipt(m_twice);
        QVERIFY(compareArchive(finding, bench.put(QStringLiteral("a.zip"), "archive")).isOk());
        QCOMPARE(finding.archiveMatches, std::optional<bool>(true));
        QVERIFY(compareArchive(finding, bench.put(QStringLiteral("b.zip"), "other")).isOk());
        QCOMPARE(finding.archiveMatches, std::optional<bool>(false));
        QVERIFY(has(finding, Kind::ArchiveDiffers));
        QVERIFY(QDir(bench.path()).mkdir(QStringLiteral("bag")));
        bench.put(QStringLiteral("bag/tagmanifest-sha256.txt"), "archive");
        QVERIFY(compareArchive(finding, bench.path(QStringLiteral("bag"))).isOk());
        QCOMPARE(finding.archiveMatches, std::optional<bool>(true));
        QCOMPARE(compareArchive(finding, bench.path(QStringLiteral("gone.zip"))).failure().kind,
                 Failure::Kind::FileNotFound);
        ReceiptFinding none = verifyReceipt(*drawReceipt(shortRecord()));
        QCOMPARE(compareArchive(none, bench.path(QStringLiteral("a.zip"))).failure().kind, Failure::Kind::BadInput);
    }

    void namesTheStatesForTheCommandLine()
    {
        QCOMPARE(stateName(ReceiptState::Intact), "intact");
        QCOMPARE(stateName(ReceiptState::Pending), "pending");
        QCOMPARE(stateName(ReceiptState::Altered), "altered");
        QCOMPARE(stateName(ReceiptState::NotAReceipt), "not_a_receipt");
    }

private:
    SigningKey m_leasKey = key(QStringLiteral("Lea Gehtbald"));
    SigningKey m_svensKey = key(QStringLiteral("Sven Vorgesetzt"));
    QByteArray m_unsigned;
    QByteArray m_once;
    QByteArray m_twice;
};

int main(int argc, char** argv)
{
    return runWithGui<TestReceiptVerifier>(argc, argv);
}

#include "tst_receipt_verifier.moc"
