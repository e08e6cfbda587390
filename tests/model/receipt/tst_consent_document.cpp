// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/consent_document.h"

#include "forger.h"
#include "receipt/receipt_verifier.h"
#include "sample_consents.h"
#include "tools.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestConsentDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comes_back_from_json_as_it_was()
    {
        const QByteArray json = toJson(sampleConsents());
        const auto record = consentsFromJson(json);
        QVERIFY(record.isOk());
        QCOMPARE(toJson(*record), json);
        QVERIFY(!consentsFromJson(QByteArray(json).replace("\"given\":true", "\"given\":1")).isOk());
        QVERIFY(!consentsFromJson("{}").isOk());
    }

    void is_a_pdf_for_the_archive_with_a_revocation_sheet_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("logo");
        QTest::newRow("German") << "de" << QByteArray();
        QTest::newRow("English") << "en" << QByteArray();
        QTest::newRow("with the company's logo")
            << "de"
            << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 80 40\"><rect width=\"80\" "
                          "height=\"40\" fill=\"#1d5fa8\"/></svg>");
    }
    void is_a_pdf_for_the_archive_with_a_revocation_sheet()
    {
        QFETCH(QString, language);
        QFETCH(QByteArray, logo);
        const auto pdf = signedConsents(sampleConsents(language), logo);
        QCOMPARE(drawConsents(sampleConsents(language), logo)->contains("/Subtype /Image"), !logo.isEmpty());
        QVERIFY2(pdf.isOk(), pdf ? "" : qPrintable(pdf.failure().detail));
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
        QBuffer buffer;
        buffer.setData(*pdf);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QCOMPARE(document.pageCount(), 2);
        const QString last = document.getAllText(document.pageCount() - 1).text();
        QVERIFY(last.contains(language == QStringLiteral("de") ? QStringLiteral("Ich widerrufe")
                                                               : QStringLiteral("I withdraw")));
        QVERIFY(last.contains(QStringLiteral("Erstes")));
        QVERIFY(!last.contains(QStringLiteral("Zweites")));
    }

    void others_find_the_signature_valid()
    {
        const auto pdf = signedConsents(sampleConsents());
        QVERIFY(pdf.isOk());
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("c.pdf"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(*pdf) == pdf->size());
        out.close();
        const QString popplers = run(QStringLiteral("pdfsig"), {file}).text;
        QVERIFY2(popplers.contains(QStringLiteral("Signature is Valid")), qPrintable(popplers));
        QVERIFY2(popplers.contains(QStringLiteral("Total document signed")), qPrintable(popplers));
        QCOMPARE(popplers.count(QStringLiteral("Signature #")), 1);
        QCOMPARE(run(QStringLiteral("qpdf"), {QStringLiteral("--check"), file}).exit, 0);
    }

    void our_own_verifier_knows_who_said_what()
    {
        const auto pdf = signedConsents(sampleConsents());
        const auto finding = verifyConsents(*pdf);
        QVERIFY2(finding.isOk(), finding ? "" : qPrintable(finding.failure().detail));
        QCOMPARE(finding->signer, QStringLiteral("Lea Gehtbald"));
        QCOMPARE(finding->level, SignatureLevel::Simple);
        QCOMPARE(toJson(finding->record), toJson(sampleConsents()));
    }

    void any_change_is_noticed_data()
    {
        QTest::addColumn<int>("step");
        QTest::newRow("every 997th byte") << 997;
        QTest::newRow("every 1201st byte") << 1201;
    }
    void any_change_is_noticed()
    {
        QFETCH(int, step);
        const QByteArray pdf = *signedConsents(sampleConsents());
        for (qsizetype at = 0; at < pdf.size(); at += step) {
            QByteArray changed = pdf;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(!verifyConsents(changed).isOk(), qPrintable(QString::number(at)));
        }
        QVERIFY(!verifyConsents(pdf + "\n%%EOF\n").isOk());
        QVERIFY(!verifyConsents(pdf.left(pdf.size() - 1)).isOk());
    }

    void every_changed_digit_of_the_signature_is_noticed()
    {
        const QByteArray pdf = *signedConsents(sampleConsents());
        QVERIFY(verifyConsents(pdf).isOk());
        int seen = 0;
        forEachChangedDigit(pdf, Forger(pdf).hole(Role::Leaver), 1, [&](const QByteArray& changed, qsizetype at) {
            ++seen;
            const bool isNoticed = !verifyConsents(changed).isOk();
            [&] { QVERIFY2(isNoticed, qPrintable(QString::number(at))); }();
            return isNoticed;
        });
        QVERIFY(seen > 8192);
    }

    void another_name_than_the_leavers_is_refused()
    {
        SignatureRequest request = leaverRequest();
        request.name = QStringLiteral("Sven Vorgesetzt");
        const auto key = SigningKey::makeForOccasion(request.name, request.time);
        JobContext job;
        const auto pdf = signConsents(*drawConsents(sampleConsents()), request, *key, job);
        QVERIFY(pdf.isOk());
        QCOMPARE(verifyConsents(*pdf).failure().kind, Failure::Kind::ReceiptAltered);
    }

    void a_verdict_knows_a_damaged_one_from_another_file()
    {
        const QByteArray pdf = *signedConsents(sampleConsents());
        const auto verdict = judgeConsents(pdf);
        QVERIFY(verdict && verdict->intact);
        QCOMPARE(verdict->intact->fileSha256, Sha256::of(pdf));
        QCOMPARE(verdict->intact->recordSha256, Sha256::of(toJson(sampleConsents())));
        QVERIFY(!verdict->intact->isVouchedFor);
        const auto damaged = judgeConsents(pdf.left(pdf.size() - 20));
        QVERIFY(damaged && damaged->state() == ReceiptState::Altered);
        QVERIFY(!judgeConsents("hello"));
        QVERIFY(!judgeConsents(*drawReceipt(sampleRecord())));
    }

    void an_unsigned_document_counts_for_nothing()
    {
        const auto drawn = drawConsents(sampleConsents());
        QVERIFY(drawn.isOk());
        QCOMPARE(verifyConsents(*drawn).failure().kind, Failure::Kind::ReceiptAltered);
    }

    void it_is_no_receipt_and_a_receipt_is_no_consent()
    {
        const QByteArray consents = *signedConsents(sampleConsents());
        QCOMPARE(verifyReceipt(consents).state, ReceiptState::NotAReceipt);
        const auto receipt = drawReceipt(sampleRecord());
        QVERIFY(receipt.isOk());
        const auto signedReceipt = signedBy(*receipt, leaverRequest());
        QVERIFY(signedReceipt.isOk());
        QCOMPARE(verifyConsents(*signedReceipt).failure().kind, Failure::Kind::NotAReceipt);
        JobContext job;
        const auto key = SigningKey::makeForOccasion(QStringLiteral("Lea"), sampleTime());
        QVERIFY(!signConsents(*receipt, leaverRequest(), *key, job).isOk());
        QVERIFY(!signReceipt(consents, supervisorRequest(), *key, job).isOk());
    }

    void it_is_signed_once()
    {
        const QByteArray consents = *signedConsents(sampleConsents());
        JobContext job;
        const auto key = SigningKey::makeForOccasion(QStringLiteral("Lea"), sampleTime());
        const auto again = signConsents(consents, leaverRequest(), *key, job);
        QVERIFY(!again.isOk() || !verifyConsents(*again).isOk());
    }
};

QTEST_MAIN(TestConsentDocument)
#include "tst_consent_document.moc"
