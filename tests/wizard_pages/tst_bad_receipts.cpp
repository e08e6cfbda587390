// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/receipt/certificate_authority.h"
#include "model/receipt/forger.h"
#include "model/receipt/stamp_server.h"

#include "handover/acts/signature_act.h"
#include "handover/receipt_desk.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/finding_text.h"

#include <QSignalSpy>

using namespace staffelstab;
using namespace staffelstab::receipt;
using namespace staffelstab::wizard_pages;

namespace {

QByteArray byQpdf(const QByteArray& pdf, const QStringList& options)
{
    const Workbench bench;
    const QString in = bench.put(QStringLiteral("in.pdf"), pdf);
    const Said said = run(QStringLiteral("qpdf"), options + QStringList{in, bench.path(QStringLiteral("out.pdf"))});
    return said.exit == 0 || said.exit == 3 ? bench.take(QStringLiteral("out.pdf")) : QByteArray();
}

} // namespace

/** What people are told when what they bring is not right. */
class TestBadReceipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_once = *signedBy(*drawReceipt(sampleRecord()), leaverRequest());
        m_twice = *signedBy(m_once, supervisorRequest());
        m_ca = std::make_unique<CertificateAuthority>();
    }

    void aBadReceiptIsExplained_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("sentence");
        const Forger forger(m_twice);
        const int pages = forger.reference(forger.catalog(), "/Pages");
        const auto inCatalog = [&](const QByteArray& entry) {
            return forger.withChanged(forger.catalog(), "/Type /Catalog", entry + " /Type /Catalog");
        };
        const QString encrypted = QStringLiteral("This PDF is encrypted.");
        const QString acts = QStringLiteral("This file can do something by itself");
        QTest::newRow("encrypted") << byQpdf(m_twice,
                                             {QStringLiteral("--encrypt"), QStringLiteral(""), QStringLiteral("x"),
                                              QStringLiteral("256"), QStringLiteral("--")})
                                   << encrypted;
        QTest::newRow("encrypted with a password to open it")
            << byQpdf(m_twice, {QStringLiteral("--encrypt"), QStringLiteral("geheim"), QStringLiteral("x"),
                                QStringLiteral("256"), QStringLiteral("--")})
            << encrypted;
        QTest::newRow("cross-reference streams") << byQpdf(m_twice, {QStringLiteral("--object-streams=generate")})
                                                 << QStringLiteral("Another program has written this PDF anew");
        QTest::newRow("pages that loop") << forger.withChanged(pages, "/Kids [ ",
                                                               "/Kids [ " + QByteArray::number(pages) + " 0 R ")
                                         << QStringLiteral("This PDF is damaged.");
        QTest::newRow("a script") << inCatalog("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>") << acts;
        QTest::newRow("a program to start") << inCatalog("/OpenAction << /S /Launch /F (calc.exe) >>") << acts;
        QTest::newRow("an action on closing") << inCatalog("/AA << /WC << /S /JavaScript /JS (x) >> >>") << acts;
        QTest::newRow("something appended")
            << m_twice + "x" << QStringLiteral("Something was appended after the last signature.");
        QTest::newRow("no PDF") << QByteArray("hello") << QStringLiteral("This file is not a PDF.");
    }
    void aBadReceiptIsExplained()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, sentence);
        QVERIFY(!pdf.isEmpty());
        const ReceiptFinding finding = verifyReceipt(pdf);
        QVERIFY(finding.state == ReceiptState::Altered || finding.state == ReceiptState::NotAReceipt);
        const QString words = FindingText::lines(finding).join(QLatin1Char(' '));
        QVERIFY2(words.contains(sentence), qPrintable(words));
    }

    void aFileOf500MegabytesIsNotRead()
    {
        const Workbench bench;
        QFile file(bench.put(QStringLiteral("large.pdf"), "%PDF-1.4\n"));
        QVERIFY(file.resize(500LL << 20));
        handover::ReceiptDesk desk;
        QSignalSpy spy(&desk, &handover::ReceiptDesk::checked);
        desk.check({file.fileName()});
        QTRY_COMPARE(spy.size(), 1);
        const auto checked = spy.front().front().value<handover::ReceiptDesk::Checked>();
        QCOMPARE(checked.finding.state, ReceiptState::NotAReceipt);
        QCOMPARE(FindingText::of(checked.finding.findings.front()),
                 QStringLiteral("This file is larger than any receipt and was not read."));
    }

    void aKeyThatCannotBeUsedIsExplained_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QString>("sentence");
        const QString sven = QStringLiteral("Sven Vorgesetzt");
        const QByteArray right("geheim");
        const QByteArray good = m_ca->issue(QStringLiteral("good"), sven, "plain");
        const QByteArray revoked = m_ca->issue(QStringLiteral("revoked"), sven, "ocsp");
        m_ca->revoke("revoked");
        const QString notValid = QStringLiteral("This certificate is not valid today. Nothing was signed.");
        QTest::newRow("a wrong passphrase")
            << good << QByteArray("falsch") << QStringLiteral("This passphrase does not open it.");
        QTest::newRow("several keys in one file") << m_ca->together(QStringLiteral("good"), QStringLiteral("revoked"))
                                                  << right << QStringLiteral("This file holds several keys");
        QTest::newRow("expired") << m_ca->issue(QStringLiteral("old"), sven, "plain",
                                                "-startdate 20200101000000Z -enddate 20210101000000Z")
                                 << right << notValid;
        QTest::newRow("not valid yet") << m_ca->issue(QStringLiteral("new"), sven, "plain",
                                                      "-startdate 20400101000000Z -enddate 20410101000000Z")
                                       << right << notValid;
        QTest::newRow("revoked") << revoked << right
                                 << QStringLiteral("The authority that issued this certificate has revoked it.");
        QTest::newRow("an extension nobody knows")
            << m_ca->issue(QStringLiteral("strange"), sven, "strange") << right
            << QStringLiteral("This certificate carries a condition that this program does not know");
        QTest::newRow("no key file") << QByteArray("hello") << right
                                     << QStringLiteral("This key file cannot be used for signing.");
    }
    void aKeyThatCannotBeUsedIsExplained()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(QString, sentence);
        handover::SigningRules rules;
        rules.trustedCas = m_ca->pem();
        const Workbench bench;
        handover::SignInput input;
        input.keyFile = bench.put(QStringLiteral("key.p12"), file);
        input.keyPassphrase = Secret(passphrase);
        explains(input, rules, sentence);
    }

    void aServerThatLiesAboutTheNonceIsExplained()
    {
        const StampServer server(StampServer::Manner::WrongNonce);
        handover::SigningRules rules;
        rules.tsa = server.url();
        explains({}, rules, QStringLiteral("The time-stamp server gave no valid stamp. Nothing was signed."));
    }

    void aClockSetBackIsExplained()
    {
        explains({}, {}, QStringLiteral("This computer's clock is behind the time on the receipt. Nothing was signed."),
                 QDateTime::currentDateTimeUtc().addDays(-2));
    }

private:
    /** Countersigns a half-signed file, which must be the same afterwards. */
    void explains(const handover::SignInput& input, const handover::SigningRules& rules, const QString& sentence,
                  const QDateTime& at = QDateTime::currentDateTimeUtc()) const
    {
        const Workbench bench;
        ReceiptRecord record = sampleRecord();
        record.madeAt = QDateTime::currentDateTimeUtc();
        JobContext job;
        const auto half = handover::signForLeaver(record, {}, bench.path(), {}, record.madeAt, {}, job);
        QVERIFY(half.isOk());
        const QByteArray before = bench.take(QFileInfo(half->path).fileName());
        const auto files = handover::signForSupervisor(half->path, input, at, rules, job);
        QVERIFY(!files.isOk());
        const QString said = FailureText::of(files.failure());
        QVERIFY2(said.contains(sentence), qPrintable(said + QLatin1Char('|') + files.failure().detail));
        QCOMPARE(bench.take(QFileInfo(half->path).fileName()), before);
    }

    QByteArray m_once;
    QByteArray m_twice;
    std::unique_ptr<CertificateAuthority> m_ca;
};

int main(int argc, char** argv)
{
    return runWithGui<TestBadReceipts>(argc, argv);
}

#include "tst_bad_receipts.moc"
