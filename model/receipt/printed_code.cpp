// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/printed_code.h"

#include "receipt/record_metadata.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>

namespace staffelstab::receipt {

namespace {

constexpr double pointsPerInch = 72;
constexpr int scanDpi = 200;
/** A receipt has its code on page 1; a pile of paper may lie before it. */
constexpr int mostPages = 20;
/** Pixels along the longer side: a code of 22 mm on A4 keeps 4 pixels per module at 1,600. */
constexpr int largestSide = 3200;

/** White where the page says nothing: QtPdf draws on a transparent ground. */
QImage onWhite(const QImage& page)
{
    QImage sheet(page.size(), QImage::Format_Grayscale8);
    sheet.fill(Qt::white);
    for (int y = 0; y < page.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(page.constScanLine(y));
        uchar* to = sheet.scanLine(y);
        for (int x = 0; x < page.width(); ++x) {
            to[x] = static_cast<uchar>(255 - qAlpha(from[x]) + qGray(from[x]));
        }
    }
    return sheet;
}

QStringList read(const QImage& grey, bool isHard)
{
    if (grey.isNull()) {
        return {}; // a page that cannot be drawn
    }
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(isHard);
    hints.setTryRotate(isHard);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    QStringList texts;
    for (const ZXing::Result& result : ZXing::ReadBarcodes(view, hints)) {
        texts += QString::fromStdString(result.text());
    }
    return texts;
}

QImage pageOf(QPdfDocument& document, int page, int dpi)
{
    const QSizeF points = document.pagePointSize(page);
    const QSizeF pixels = points * dpi / pointsPerInch;
    const double scale = qMin(1.0, largestSide / qMax(1.0, qMax(pixels.width(), pixels.height())));
    return onWhite(
        document.render(page, (pixels * scale).toSize()).convertToFormat(QImage::Format_ARGB32_Premultiplied));
}

Result<QStringList> codesInScan(QFile& file, const QString& name)
{
    const Failure neither{Failure::Kind::BadInput, name, QStringLiteral("neither a picture nor a PDF")};
    // Qt 6.4 keeps what it had begun of a file that turns out to be no PDF.
    if (!file.peek(1024).contains("%PDF-")) {
        return neither;
    }
    QPdfDocument document(nullptr);
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready) {
        return neither;
    }
    QStringList texts;
    for (int page = 0; page < qMin(mostPages, document.pageCount()); ++page) {
        texts += codesIn(pageOf(document, page, scanDpi));
    }
    texts.removeDuplicates();
    return texts;
}

/** The upper right quarter of page 1, where the layout has its code. */
QImage cornerOf(QPdfDocument& document)
{
    constexpr int dpi = 150;
    const QSize whole = (document.pagePointSize(0) * dpi / pointsPerInch).toSize();
    if (whole.isEmpty() || whole.width() > largestSide || whole.height() > largestSide) {
        return {};
    }
    const QSize corner(whole.width() / 2, whole.height() / 3);
    QPdfDocumentRenderOptions options;
    options.setScaledSize(whole);
    options.setScaledClipRect(QRect(QPoint(whole.width() - corner.width(), 0), corner));
    return onWhite(document.render(0, corner, options).convertToFormat(QImage::Format_ARGB32_Premultiplied));
}

bool hasInPrint(QPdfDocument& document, const QString& digest)
{
    static const QRegularExpression space(QStringLiteral("\\s"));
    for (int page = document.pageCount() - 1; page >= 0; --page) {
        QString text = document.getAllText(page).text();
        if (text.remove(space).contains(digest)) {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList codesIn(const QImage& picture)
{
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (qMax(grey.width(), grey.height()) > largestSide) {
        grey = grey.scaled(largestSide, largestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    QStringList texts = read(grey, true);
    if (texts.isEmpty()) {
        // Halving takes noise and the grain of the paper away.
        texts = read(grey.scaled(grey.size() / 2, Qt::KeepAspectRatio, Qt::SmoothTransformation), true);
    }
    texts.removeDuplicates();
    return texts;
}

Result<QStringList> codesInFile(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Failure{Failure::Kind::FileNotReadable, name, file.errorString()};
    }
    QImageReader reader(&file);
    if (const QSize size = reader.size(); qMax(size.width(), size.height()) > largestSide) {
        reader.setScaledSize(size.scaled(largestSide, largestSide, Qt::KeepAspectRatio));
    }
    if (const QImage picture = reader.read(); !picture.isNull()) {
        return codesIn(picture);
    }
    file.seek(0);
    return codesInScan(file, name);
}

bool printsRecord(const QByteArray& pdf, const QByteArray& recordSha256)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() < 1) {
        return false;
    }
    const QImage corner = cornerOf(document);
    return !corner.isNull() && read(corner, false) == QStringList{digestWords(recordSha256)} &&
           hasInPrint(document, QString::fromLatin1(recordSha256.toHex()));
}

} // namespace staffelstab::receipt
