// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_receipts.h"
#include "tools.h"

#include "receipt/receipt_verifier.h"

using namespace staffelstab;
using namespace staffelstab::receipt;

class TestReceiptDocument : public QObject
{
    Q_OBJECT

private:
    static void addSamples()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("German") << toJson(sampleRecord(QStringLiteral("de")));
        QTest::newRow("English, short") << toJson(shortRecord());
        QTest::newRow("several pages, missing glyphs") << toJson(longRecord());
    }
    static QString textOf(const QByteArray& pdf)
    {
        const Workbench bench;
        return run(QStringLiteral("pdftotext"),
                   {QStringLiteral("-layout"), bench.put(QStringLiteral("r.pdf"), pdf), QStringLiteral("-")})
            .text.normalized(QString::NormalizationForm_KC);
    }

private Q_SLOTS:
    void isPdfA1b_data() { addSamples(); }
    void isPdfA1b()
    {
        QFETCH(QByteArray, json);
        const Result<QByteArray> pdf = drawReceipt(*fromJson(json));
        QVERIFY2(pdf.isOk(), qPrintable(pdf ? QString() : pdf.failure().detail));
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
    }

    void holdsTheRecord_data() { addSamples(); }
    void holdsTheRecord()
    {
        QFETCH(QByteArray, json);
        const Result<QByteArray> pdf = drawReceipt(*fromJson(json));
        const Result<ReceiptRecord> record = recordOf(*pdf);
        QVERIFY(record.isOk());
        QCOMPARE(toJson(*record), json);
    }

    void showsTheDigestAsQrCode()
    {
        const Workbench bench;
        const Result<QByteArray> pdf = drawReceipt(sampleRecord());
        const QString file = bench.put(QStringLiteral("r.pdf"), *pdf);
        QCOMPARE(run(QStringLiteral("pdftoppm"),
                     {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-l"), QStringLiteral("1"),
                      QStringLiteral("-png"), QStringLiteral("-singlefile"), file, bench.path(QStringLiteral("page"))})
                     .exit,
                 0);
        const QString said = run(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"),
                                                             bench.path(QStringLiteral("page.png"))})
                                 .text;
        const QString hex = QString::fromLatin1(Sha256::of(toJson(sampleRecord())).toHex());
        QCOMPARE(said.trimmed().section(QLatin1Char('\n'), -1), QStringLiteral("handover:1:sha256:") + hex);
    }

    void speaksTheLanguageOfTheRecord_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("German") << QStringLiteral("de")
                                << QStringList{QStringLiteral("Übergabeprotokoll"),
                                               QStringLiteral("Vorgang 2026-0042"),
                                               QStringLiteral("11.874"),
                                               QStringLiteral("30. Dezember 2026, 14:05 Uhr (UTC+01:00)"),
                                               QStringLiteral("keinen Verzicht und keine Kündigung"),
                                               QStringLiteral("Gegenzeichnung steht aus"),
                                               QStringLiteral("B Empfangsbestätigung von Sven Vorgesetzt")};
        QTest::newRow("English") << QStringLiteral("en")
                                 << QStringList{QStringLiteral("Handover receipt"),
                                                QStringLiteral("Case 2026-0042"),
                                                QStringLiteral("11,874"),
                                                QStringLiteral("30 December 2026, 14:05 (UTC+01:00)"),
                                                QStringLiteral("no waiver and no termination"),
                                                QStringLiteral("Countersignature pending"),
                                                QStringLiteral("B Confirmation of receipt by Sven Vorgesetzt")};
    }
    void speaksTheLanguageOfTheRecord()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, sentences);
        const QString text = textOf(*drawReceipt(sampleRecord(language))).simplified();
        for (const QString& sentence : sentences) {
            QVERIFY2(text.contains(sentence), qPrintable(sentence));
        }
    }

    void saysOnEveryPageThatBothSignaturesCount()
    {
        const QStringList pages = textOf(*drawReceipt(longRecord())).split(QLatin1Char('\f'), Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 3);
        for (qsizetype page = 0; page < pages.size(); ++page) {
            QVERIFY(pages.at(page).contains(QStringLiteral("Dieses Protokoll gilt nur mit beiden Unterschriften.")));
            QVERIFY(pages.at(page).contains(QStringLiteral("Seite %1 von %2").arg(page + 1).arg(pages.size())));
        }
    }

    void printsDigestsInGroupsOfFour()
    {
        const QString text = textOf(*drawReceipt(sampleRecord())).simplified();
        QString grouped = QString::fromLatin1(Sha256::of("archive").toHex());
        for (qsizetype at = 60; at > 0; at -= 4) {
            grouped.insert(at, QLatin1Char(' '));
        }
        QVERIFY(text.contains(grouped));
    }

    void neverShowsPrivateThings()
    {
        const QString text = textOf(*drawReceipt(sampleRecord()));
        QVERIFY(!text.contains(QStringLiteral("@firma.example")));
    }

    void replacesWhatWouldReadBackwards()
    {
        const QByteArray pdf = *drawReceipt(longRecord());
        QVERIFY(textOf(pdf).contains(QChar(0xFFFD)));
        QVERIFY(!textOf(pdf).contains(QChar(0x202E)));
    }

    void readsTextOfSeveralLinesOn()
    {
        ReceiptRecord record = shortRecord();
        record.leaverReservation = QStringLiteral("Der Dienstwagen bleibt.\r\n\nBis Ende Dezember.");
        const QString text = textOf(*drawReceipt(record));
        QVERIFY(!text.contains(QChar(0xFFFD)));
        QVERIFY(text.contains(QStringLiteral("Der Dienstwagen bleibt.")));
        QVERIFY(text.contains(QStringLiteral("Bis Ende Dezember.")));
    }

    void saysTheSameTwice() { QCOMPARE(textOf(*drawReceipt(sampleRecord())), textOf(*drawReceipt(sampleRecord()))); }

    void needsNoFontOfTheSystem()
    {
        const Workbench bench;
        const QString text =
            run(QStringLiteral("pdffonts"), {bench.put(QStringLiteral("r.pdf"), *drawReceipt(sampleRecord()))}).text;
        QVERIFY(text.contains(QStringLiteral("DejaVuSansCondensed")) && !text.contains(QStringLiteral(" no  no ")));
    }

    void refusesARecordThatCannotBeReadBack_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("another language") << QStringLiteral("fr") << QStringLiteral("Lea");
        QTest::newRow("no language") << QString() << QStringLiteral("Lea");
        QTest::newRow("not a character") << QStringLiteral("de") << QString(QChar(0xFFFE));
        QTest::newRow("a name without end") << QStringLiteral("de") << QString(30000, QLatin1Char('x'));
    }
    void refusesARecordThatCannotBeReadBack()
    {
        QFETCH(QString, language);
        QFETCH(QString, name);
        ReceiptRecord record = shortRecord(language);
        record.people.leaver.name = name;
        const Result<QByteArray> pdf = drawReceipt(record);
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::BadInput);
    }

    void isPendingUntilSigned()
    {
        const ReceiptFinding finding = verifyReceipt(*drawReceipt(sampleRecord()));
        QCOMPARE(finding.state, ReceiptState::Pending);
        QCOMPARE(finding.findings.front().kind, Finding::Kind::Unsigned);
    }

    void showsSignaturesInTheFlattenedCopy()
    {
        const Result<QByteArray> signedPdf = signedBy(*drawReceipt(sampleRecord()), leaverRequest());
        const Result<QByteArray> flat = flattenedCopy(*signedPdf);
        QVERIFY(flat.isOk());
        QVERIFY(!flat->contains("/Sig"));
        QVERIFY(textOf(*flat).contains(QStringLiteral("Unterschrieben am 30. Dezember 2026")));
        QVERIFY(verifyReceipt(*flat).state != ReceiptState::Intact);
    }

    void saysThatAForeignFileIsNoReceipt()
    {
        QCOMPARE(recordOf("hello").failure().kind, Failure::Kind::NotAReceipt);
        QCOMPARE(flattenedCopy("%PDF-1.4\nhello").failure().kind, Failure::Kind::NotAReceipt);
    }
};

int main(int argc, char** argv)
{
    return runWithGui<TestReceiptDocument>(argc, argv);
}

#include "tst_receipt_document.moc"
