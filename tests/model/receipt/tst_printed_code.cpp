// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forger.h"
#include "tools.h"

#include "receipt/document_assembly.h"
#include "receipt/printed_code.h"
#include "receipt/receipt_texts.h"
#include "receipt/receipt_verifier.h"
#include "receipt/record_metadata.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QRandomGenerator>

using namespace staffelstab;
using namespace staffelstab::receipt;
using Kind = Finding::Kind;

class TestPrintedCode : public QObject
{
    Q_OBJECT

private:
    static QImage paper(const QByteArray& pdf, int dpi, int page = 0)
    {
        QBuffer buffer;
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document(nullptr);
        document.load(&buffer);
        const QSize size = (document.pagePointSize(page) * dpi / 72).toSize();
        QImage sheet(size, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter painter(&sheet);
        painter.drawImage(0, 0, document.render(page, size));
        return sheet;
    }
    /** Dust and the grain of a sensor, the same at every run. */
    static QImage noisy(QImage picture, int strength)
    {
        QRandomGenerator random(4711);
        for (int y = 0; y < picture.height(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
            for (int x = 0; x < picture.width(); ++x) {
                const int grey = qBound(0, qGray(line[x]) + random.bounded(-strength, strength + 1), 255);
                line[x] = qRgb(grey, grey, grey);
            }
        }
        return picture;
    }
    static QString jpeg(const Workbench& bench, const QImage& picture, int quality)
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "JPEG", quality);
        return bench.put(QStringLiteral("photo.jpg"), buffer.data());
    }
    /** On a dark desk, seen from the side. */
    static QImage slanted(const QImage& sheet)
    {
        const QSizeF size = sheet.size();
        QTransform seen;
        const QPolygonF from(
            QList<QPointF>{{0, 0}, {size.width(), 0}, {size.width(), size.height()}, {0, size.height()}});
        const QPolygonF to(QList<QPointF>{{0.12 * size.width(), 0.05 * size.height()},
                                          {0.93 * size.width(), 0},
                                          {size.width(), 0.98 * size.height()},
                                          {0, size.height()}});
        QTransform::quadToQuad(from, to, seen);
        QImage desk(sheet.size() * 1.1, QImage::Format_RGB32);
        desk.fill(QColor(90, 80, 70));
        QPainter painter(&desk);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(0.05 * size.width(), 0.05 * size.height());
        painter.setTransform(seen, true);
        painter.drawImage(0, 0, sheet);
        return desk;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_pdf = *drawReceipt(sampleRecord());
        m_other = *drawReceipt(shortRecord());
        m_finding = verifyReceipt(m_pdf);
        QVERIFY(m_finding.record);
    }

    void aPhotoOfThePaperIsRecognised_data()
    {
        QTest::addColumn<QImage>("photo");
        QTest::addColumn<int>("quality");
        const QImage sheet = paper(m_pdf, 200);
        QTest::newRow("scan at 150 dpi") << paper(m_pdf, 150) << 90;
        QTest::newRow("scan at 600 dpi") << paper(m_pdf, 600) << 80;
        QTest::newRow("upside down") << sheet.transformed(QTransform().rotate(180)) << 80;
        QTest::newRow("turned by a quarter") << sheet.transformed(QTransform().rotate(90)) << 80;
        QTest::newRow("askew by 7 degrees")
            << sheet.transformed(QTransform().rotate(7), Qt::SmoothTransformation) << 80;
        QTest::newRow("from the side") << slanted(sheet) << 80;
        QTest::newRow("noisy and pressed hard") << noisy(sheet, 60) << 35;
    }
    void aPhotoOfThePaperIsRecognised()
    {
        QFETCH(QImage, photo);
        QFETCH(int, quality);
        const Workbench bench;
        ReceiptFinding finding = m_finding;
        QVERIFY(comparePaper(finding, jpeg(bench, photo, quality)));
        QVERIFY(finding.has(Kind::PaperMatches));
        QVERIFY(!finding.has(Kind::PaperDiffers));
    }

    void aScannedPdfIsRecognisedBehindOtherPaper()
    {
        const Workbench bench;
        const QString file = bench.path(QStringLiteral("scan.pdf"));
        QPdfWriter writer(file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setResolution(150);
        QPainter painter(&writer);
        painter.drawText(400, 400, QStringLiteral("Begleitschreiben"));
        writer.newPage();
        painter.drawImage(0, 0, noisy(paper(m_pdf, 150), 20));
        painter.end();
        ReceiptFinding finding = m_finding;
        QVERIFY(comparePaper(finding, file));
        QVERIFY(finding.has(Kind::PaperMatches));
    }

    void thePaperOfAnotherReceiptIsToldApart()
    {
        const Workbench bench;
        ReceiptFinding finding = m_finding;
        QVERIFY(comparePaper(finding, jpeg(bench, paper(m_other, 200), 80)));
        QVERIFY(finding.has(Kind::PaperDiffers));
        // The last look counts.
        QVERIFY(comparePaper(finding, jpeg(bench, paper(m_pdf, 200), 80)));
        QVERIFY(finding.has(Kind::PaperMatches));
        QVERIFY(!finding.has(Kind::PaperDiffers));
    }

    void aPictureWithoutACodeIsNoEvidence()
    {
        const Workbench bench;
        QImage empty(800, 600, QImage::Format_RGB32);
        empty.fill(Qt::white);
        ReceiptFinding finding = m_finding;
        QVERIFY(comparePaper(finding, jpeg(bench, empty, 80)));
        QVERIFY(finding.has(Kind::PaperUnreadable));
    }

    void aFileThatIsNoPictureIsRefused()
    {
        const Workbench bench;
        ReceiptFinding finding = m_finding;
        const Status text = comparePaper(finding, bench.put(QStringLiteral("a.jpg"), "no picture"));
        QVERIFY(!text);
        QCOMPARE(text.failure().kind, Failure::Kind::BadInput);
        const Status nothing = comparePaper(finding, bench.path(QStringLiteral("nothing.jpg")));
        QVERIFY(!nothing);
        QCOMPARE(nothing.failure().kind, Failure::Kind::FileNotReadable);
        QVERIFY(!finding.has(Kind::PaperUnreadable));
    }

    /** Pages and record each fit together and are signed rightly, but speak of two receipts. */
    void aReceiptWhosePaperSaysSomethingElseIsAltered()
    {
        const ReceiptRecord printed = sampleRecord();
        ReceiptRecord hidden = printed;
        hidden.organisation = QStringLiteral("Andere GmbH");
        const Content content = ReceiptTexts(printed.language).content(printed, Sha256::of(toJson(printed)));
        Metadata metadata;
        metadata.title = QStringLiteral("Übergabeprotokoll");
        metadata.producer = QStringLiteral("Staffelstab");
        metadata.madeAt = hidden.madeAt;
        metadata.recordJson = toJson(hidden);
        metadata.recordSha256 = Sha256::of(metadata.recordJson).toHex();
        metadata.keywords = digestWords(Sha256::of(metadata.recordJson));
        const auto forged =
            assembleDocument(hidden, layOutReceipt(content), metadata, {Role::Leaver, Role::Supervisor});
        QVERIFY(forged);
        Result<SigningKey> key = SigningKey::makeForOccasion(QStringLiteral("Lea Gehtbald"), sampleTime());
        QVERIFY(key);
        const ReceiptFinding finding = verifyReceipt(signBlindly(*forged, leaverRequest(), *key));
        QCOMPARE(finding.state, ReceiptState::Altered);
        QVERIFY(finding.has(Kind::PrintDiffers));
        QCOMPARE(finding.findings.size(), std::size_t(1));
    }

    void everySampleShowsItsOwnCode_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        for (const QString& language : {QStringLiteral("de"), QStringLiteral("en")}) {
            QTest::addRow("short, %s", qPrintable(language)) << *drawReceipt(shortRecord(language));
            QTest::addRow("usual, %s", qPrintable(language)) << *drawReceipt(sampleRecord(language));
            QTest::addRow("long, %s", qPrintable(language)) << *drawReceipt(longRecord(language));
        }
    }
    void everySampleShowsItsOwnCode()
    {
        QFETCH(QByteArray, pdf);
        const ReceiptFinding finding = verifyReceipt(pdf);
        QCOMPARE(finding.state, ReceiptState::Pending);
        QVERIFY(printsRecord(pdf, finding.recordSha256));
        QVERIFY(!printsRecord(pdf, Sha256::of("another")));
    }

private:
    QByteArray m_pdf;
    QByteArray m_other;
    ReceiptFinding m_finding;
};

QTEST_MAIN(TestPrintedCode)
#include "tst_printed_code.moc"
