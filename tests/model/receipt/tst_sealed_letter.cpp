// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sealed_letter.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>
#include <QProcess>
#include <QTest>

using namespace staffelstab;

/** The letter that carries the password on paper. */
class TestSealedLetter : public QObject
{
    Q_OBJECT

private:
    static receipt::SealedLetter letter()
    {
        return {QStringLiteral("de"),
                QStringLiteral("Beispiel GmbH"),
                QStringLiteral("Sven Vorgesetzt"),
                QStringLiteral("Lea Gehtbald"),
                QStringLiteral("ST-2026-0001"),
                QStringLiteral("7KQ2-M9XA"),
                QDateTime(QDate(2026, 12, 30), QTime(14, 5))};
    }
    static QByteArray drawn(const char* password)
    {
        const Result<QByteArray> pdf = receipt::drawSealedLetter(letter(), Secret(QByteArrayView(password)));
        return pdf ? *pdf : QByteArray();
    }
    static QImage rendered(QByteArray pdf)
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document(nullptr);
        document.load(&buffer);
        if (document.pageCount() != 1) {
            return {};
        }
        QImage paper(840, 1188, QImage::Format_Grayscale8);
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, document.render(0, paper.size()));
        return paper;
    }
    /** Width of what is black in the frame in the middle of the page, in hundredths of the page's width. */
    static int widthOfInk(const QImage& page)
    {
        int first = page.width();
        int last = 0;
        // Between the frame's lines, which stand at 80 and 760.
        for (int y = 574; y < 614; ++y) {
            for (int x = 90; x < 750; ++x) {
                if (page.constScanLine(y)[x] < 90) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        return (last - first) * 100 / page.width();
    }
    static QByteArray output(const QString& program, const QStringList& arguments, const QByteArray& input)
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void thePasswordStandsInTheMiddleAsAPicture()
    {
        const QImage shorter = rendered(drawn("Kahn-Wiese-23"));
        const QImage longer = rendered(drawn("Kahn-Wiese-Kahn-Wiese-Kahn-Wiese-23"));
        QVERIFY(!shorter.isNull());
        QVERIFY(widthOfInk(shorter) > 10);
        QVERIFY(widthOfInk(longer) > 2 * widthOfInk(shorter));
    }

    void noTextOfThePdfHoldsThePassword()
    {
        const QByteArray password = "Kahn-Wiese-Turm-Socke-Pirat-47";
        const QByteArray pdf = drawn(password.constData());
        const QByteArray text = output(QStringLiteral("pdftotext"), {QStringLiteral("-"), QStringLiteral("-")}, pdf);
        QVERIFY(text.contains("Sven Vorgesetzt"));
        QVERIFY(text.contains("7KQ2-M9XA"));
        QVERIFY(text.contains("ST-2026-0001"));
        for (const char* const part : {"Kahn", "Wiese", "Turm", "Socke", "Pirat"}) {
            QVERIFY2(!text.contains(part), part);
            QVERIFY2(!pdf.contains(part), part);
        }
    }

    void theFieldsOfCharactersLieOverThePasswordWhenItIsFolded()
    {
        // Mirrored at the fold, each field reaches over the frame on both sides, and is far darker than paper.
        const QImage page = rendered(drawn("Kahn-Wiese-23"));
        for (const double mirrored : {2 * 99.0 - 148.5, 2 * 198.0 - 148.5}) {
            qint64 dark = 0;
            qint64 all = 0;
            for (int y = qRound((mirrored - 8) * 4); y < qRound((mirrored + 8) * 4); ++y) {
                for (int x = 84; x < 756; ++x, ++all) {
                    dark += page.constScanLine(y)[x] < 128 ? 1 : 0;
                }
            }
            QVERIFY2(dark * 100 / all > 30, qPrintable(QString::number(dark * 100 / all)));
        }
    }
};

QTEST_MAIN(TestSealedLetter)
#include "tst_sealed_letter.moc"
