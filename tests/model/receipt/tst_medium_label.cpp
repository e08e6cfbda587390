// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/medium_label.h"

#include "receipt/receipt_content.h"
#include "receipt/sections/archive_section.h"
#include "receipt/sections/follow_ups_section.h"
#include "sample_receipts.h"
#include "tools.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QRegularExpression>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::receipt;

/** The label in the pouch and the sheet beside it. */
class TestMediumLabel : public QObject
{
    Q_OBJECT
private:
    static ReceiptRecord recordWith(const QString& container, const QString& language)
    {
        ReceiptRecord record = shortRecord(language);
        ArchiveSection archive;
        archive.fileName = QStringLiteral("Uebergabe-2026-7.") + container;
        archive.container = container;
        archive.sha256 = QByteArray(32, '\xab');
        archive.messages = 1234;
        archive.isEncrypted = container == QLatin1String("zip");
        archive.mediumLabel = QStringLiteral("UEB-0042");
        record.set(archive);
        FollowUpsSection followUps;
        followUps.dates.push_back({QStringLiteral("archive_retention_ends"), QDate(2032, 12, 31),
                                   QStringLiteral("Handelsbriefe, § 257 HGB")});
        record.set(followUps);
        return record;
    }
    static QStringList pagesOf(const QByteArray& pdf)
    {
        QBuffer buffer;
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document;
        document.load(&buffer);
        QStringList pages;
        for (int page = 0; page < document.pageCount(); ++page) {
            pages.append(document.getAllText(page).text().simplified());
        }
        return pages;
    }

private Q_SLOTS:
    void saysInBothLanguagesHowTheArchiveIsOpened_data()
    {
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("german");
        QTest::addColumn<QString>("english");
        QTest::newRow("a ZIP, German") << "zip"
                                       << "de"
                                       << "7-Zip"
                                       << "7-Zip";
        QTest::newRow("a disc, English") << "iso"
                                         << "en"
                                         << "Doppelklick"
                                         << "double click";
        QTest::newRow("a folder, German") << "folder"
                                          << "de"
                                          << "Browser"
                                          << "browser";
    }
    void saysInBothLanguagesHowTheArchiveIsOpened()
    {
        QFETCH(const QString, container);
        QFETCH(const QString, language);
        QFETCH(const QString, german);
        QFETCH(const QString, english);
        const auto pdf = drawMediumLabel(recordWith(container, language));
        QVERIFY(pdf.isOk());
        const QStringList pages = pagesOf(*pdf);
        QCOMPARE(pages.size(), 2);
        const bool isGermanFirst = language == QLatin1String("de");
        QVERIFY2(pages[isGermanFirst ? 0 : 1].contains(german), qPrintable(pages.join(u'\n')));
        QVERIFY2(pages[isGermanFirst ? 1 : 0].contains(english), qPrintable(pages.join(u'\n')));
        for (const QString& page : pages) {
            QVERIFY(page.contains(QString::fromLatin1(QByteArray(32, '\xab').toHex())));
        }
        QVERIFY(pages[0].contains(QStringLiteral("UEB-0042")));
        QVERIFY(pages[0].contains(QStringLiteral("§ 257 HGB")));
        QVERIFY(pages[0].contains(QStringLiteral("abab abab abab")));
        const QString said = preflight(*pdf);
        QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
    }

    void itsCodeNamesCaseAndDigest()
    {
        const ReceiptRecord record = recordWith(QStringLiteral("zip"), QStringLiteral("de"));
        const auto pdf = drawMediumLabel(record);
        QVERIFY(pdf.isOk());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("label.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
        file.close();
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-f"), QStringLiteral("1"),
             QStringLiteral("-l"), QStringLiteral("1"), QStringLiteral("-png"), QStringLiteral("-singlefile"),
             file.fileName(), folder.filePath(QStringLiteral("label"))});
        const auto code = run(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"),
                                                          folder.filePath(QStringLiteral("label.png"))});
        // The reader also tells, on the same channel, when it finds no D-Bus.
        QCOMPARE(code.text.trimmed().section(QLatin1Char('\n'), -1), labelCode(record));
    }

    void itsLineWorksWithoutUs_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English") << QStringLiteral("en");
    }
    void itsLineWorksWithoutUs()
    {
        QFETCH(const QString, language);
        const Workbench bench;
        const QByteArray content("the archive as it lies on the medium");
        ReceiptRecord record = recordWith(QStringLiteral("zip"), language);
        ArchiveSection archive = *record.find<ArchiveSection>();
        archive.sha256 = Sha256::of(content);
        record.set(archive);
        QVERIFY(!bench.put(archive.fileName, content).isEmpty());
        const QString sheet = bench.put(QStringLiteral("label.pdf"), *drawMediumLabel(record));
        const QString text =
            run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), sheet, QStringLiteral("-")}).text;
        // Each page has the line; somebody copies one of them into a file beside the archive.
        static const QRegularExpression line(QStringLiteral("^[0-9a-f]{64} +\\S+\\.zip$"),
                                             QRegularExpression::MultilineOption);
        int lines = 0;
        for (auto match = line.globalMatch(text); match.hasNext(); ++lines) {
            QVERIFY(!bench.put(QStringLiteral("copied.txt"), match.next().captured().toUtf8() + '\n').isEmpty());
            QCOMPARE(
                run(QStringLiteral("sha256sum"), {QStringLiteral("-c"), QStringLiteral("copied.txt")}, bench.path())
                    .exit,
                0);
        }
        QCOMPARE(lines, 2);
        QVERIFY(!bench.put(archive.fileName, content + "!").isEmpty());
        QCOMPARE(
            run(QStringLiteral("sha256sum"), {QStringLiteral("-c"), QStringLiteral("copied.txt")}, bench.path()).exit,
            1);
    }

    void thereIsNoneWithoutAnArchive()
    {
        const auto pdf = drawMediumLabel(shortRecord());
        QVERIFY(!pdf.isOk());
        QCOMPARE(pdf.failure().kind, Failure::Kind::BadInput);
    }
};

QTEST_MAIN(TestMediumLabel)
#include "tst_medium_label.moc"
