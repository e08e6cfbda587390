// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/sealed_letter.h"

#include "receipt/receipt_fonts.h"
#include "receipt/receipt_sheet.h"
#include "receipt/receipt_texts.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QRandomGenerator>

namespace staffelstab::receipt {

/** The sentences of the letter. */
struct LetterWords
{
    QString sender;
    QString confidential;
    QString about;
    QStringList folding;
    QString foldHere;
    QString inside;
    QString afterOpening;
};

LetterWords ReceiptTexts::letter(const SealedLetter& letter) const
{
    return {
        tr("%1 · handover %2 · sealed letter %3").arg(letter.organisation, letter.caseNumber, letter.number),
        tr("Personal. To be opened by the addressee only."),
        tr("Sealed handover password of %1, printed on %2").arg(letter.leaver, time(letter.madeAt)),
        {tr("1. Fold the lower third up along the lower line, over the password."),
         tr("2. Fold the upper third back along the upper line, so that the address is outside."),
         tr("3. Staple or glue the open edges, and sign across them.")},
        tr("fold here"),
        tr("Handover password (upper and lower case, digits and signs count):"),
        tr("If an edge was open when you received this letter, have IT set a new password. After use have IT set one "
           "as well, and destroy this page.")};
}

namespace {

constexpr double firstFold = Sheet::pageHeight / 3;
constexpr double secondFold = 2 * firstFold;
constexpr double textWidth = Sheet::right - Sheet::left;
constexpr double passwordHeight = 16;
constexpr double passwordTop = (Sheet::pageHeight - passwordHeight) / 2;
constexpr double dotsPerMm = 300 / 25.4;
/** Also what the fields of random characters are made of. */
constexpr const char* signs = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-_+.:";

QImage blank(double width, double height)
{
    QImage image(qRound(width * dotsPerMm), qRound(height * dotsPerMm), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    return image;
}

QFont dotFont(Face face, double millimetres)
{
    QFont font = receiptFont(face, 10);
    font.setPixelSize(qRound(millimetres * dotsPerMm));
    return font;
}

/** Random characters over and over, in the size of the password, so that its strokes cannot be told from theirs. */
QImage scrambled(double width, double height, int layers, const QColor& colour)
{
    QImage image = blank(width, height);
    QPainter painter(&image);
    painter.setPen(colour);
    QRandomGenerator& random = *QRandomGenerator::global();
    const QString alphabet = QString::fromLatin1(signs);
    const double step = 2.6 * dotsPerMm;
    for (int layer = 0; layer < layers; ++layer) {
        painter.setFont(dotFont(layer % 2 == 0 ? Face::Mono : Face::Bold, 4.6 + 0.4 * (layer % 3)));
        for (double y = 0; y < image.height() + step; y += step * 1.3) {
            for (double x = 0; x < image.width(); x += step) {
                const QPointF at(x + random.bounded(step), y + random.bounded(step));
                painter.drawText(at, alphabet.at(random.bounded(static_cast<int>(alphabet.size()))));
            }
        }
    }
    return image;
}

QImage passwordPicture(const Secret& password)
{
    QImage image = scrambled(textWidth, passwordHeight, 1, QColor(0xDC, 0xDC, 0xDC));
    QPainter painter(&image);
    painter.setPen(Qt::black);
    QString text = QString::fromUtf8(password.view());
    QFont font = dotFont(Face::Mono, 5);
    while (font.pixelSize() > 2 * dotsPerMm &&
           QFontMetricsF(font).horizontalAdvance(text) > image.width() - 4 * dotsPerMm) {
        font.setPixelSize(font.pixelSize() - 1);
    }
    painter.setFont(font);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    wipe(text);
    return image;
}

void place(Sheet& sheet, const QImage& image, double top)
{
    const QRectF target(sheet.px(Sheet::left), sheet.px(top), sheet.px(image.width() / dotsPerMm),
                        sheet.px(image.height() / dotsPerMm));
    sheet.on(sheet.page(), [image, target](QPainter& painter) {
        painter.setRenderHint(QPainter::LosslessImageRendering);
        painter.drawImage(target, image);
    });
}

void fold(Sheet& sheet, double y, const QString& words)
{
    const QColor grey(0x80, 0x80, 0x80);
    for (double x = 0; x < Sheet::pageWidth; x += 4) {
        sheet.line(x, y, x + 2, y, 0.2, grey);
    }
    sheet.moveTo(y + 1);
    sheet.rightText(words, {Face::Text, 7, grey}, Sheet::right);
}

/** Upper third: outside once it is folded back; its scrambled field then lies behind the password. */
void drawOutside(Sheet& sheet, const SealedLetter& letter, const LetterWords& words)
{
    sheet.moveTo(14);
    sheet.text(words.sender, {Face::Text, 7.5}, Sheet::left, textWidth);
    sheet.space(5);
    sheet.text(letter.supervisor, {Face::Bold, 13}, Sheet::left, textWidth);
    sheet.text(words.confidential, {Face::Text, 10}, Sheet::left, textWidth);
    place(sheet, scrambled(textWidth, passwordHeight + 8, 4, Qt::black),
          2 * firstFold - passwordTop - passwordHeight - 4);
    sheet.moveTo(68);
    sheet.text(words.about, {Face::Text, 9}, Sheet::left, textWidth);
    for (const QString& step : words.folding) {
        sheet.text(step, {Face::Text, 8}, Sheet::left, textWidth);
    }
}

QByteArray draw(const SealedLetter& letter, const Secret& password)
{
    const ReceiptTexts texts(letter.language);
    const LetterWords words = texts.letter(letter);
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(600);
    writer.setCreator(QStringLiteral("Staffelstab"));
    Sheet sheet(writer);
    drawOutside(sheet, letter, words);
    fold(sheet, firstFold, words.foldHere);
    sheet.moveTo(passwordTop - 12);
    sheet.text(words.inside, {Face::Text, 9}, Sheet::left, textWidth);
    place(sheet, passwordPicture(password), passwordTop);
    sheet.frame({Sheet::left, passwordTop, textWidth, passwordHeight}, 0.3, Qt::black);
    sheet.moveTo(passwordTop + passwordHeight + 4);
    sheet.text(words.afterOpening, {Face::Text, 8.5}, Sheet::left, textWidth);
    fold(sheet, secondFold, words.foldHere);
    // Lower third: folded up it covers the password, face to face.
    place(sheet, scrambled(textWidth, passwordHeight + 16, 4, Qt::black),
          2 * secondFold - passwordTop - passwordHeight - 8);
    sheet.paint();
    return pdf;
}

} // namespace

Result<QByteArray> drawSealedLetter(const SealedLetter& letter, const Secret& password)
{
    if (!canDraw()) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("drawing needs a QGuiApplication")};
    }
    return draw(letter, password);
}

} // namespace staffelstab::receipt
