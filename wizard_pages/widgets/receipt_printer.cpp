// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/receipt_printer.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QPdfDocument>
#include <QPrinter>
#include <QtMath>

#include <cmath>

namespace staffelstab::wizard_pages {

namespace {

constexpr double dotsPerInch = 300;
constexpr double pointsPerInch = 72;

/** Across the sheet, in outlines, so that what is below can still be read. */
void paintMark(QPainter& painter, const QSizeF& sheet, const QString& mark)
{
    QFont font;
    font.setBold(true);
    font.setPixelSize(200);
    QPainterPath letters;
    letters.addText(0, 0, font, mark);
    const QRectF box = letters.boundingRect();
    const double diagonal = std::hypot(sheet.width(), sheet.height());
    const double scale = 0.7 * diagonal / qMax(box.width(), 4 * box.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(sheet.width() / 2, sheet.height() / 2);
    painter.rotate(-qRadiansToDegrees(std::atan2(sheet.height(), sheet.width())));
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painter.setPen(QPen(QColor(0x9b, 0x1c, 0x16), 6));
    painter.setBrush(QColor(0x9b, 0x1c, 0x16, 40));
    painter.drawPath(letters);
    painter.restore();
}

bool paintPages(const QByteArray& pdf, const QString& mark, QPrinter& printer, QPainter& painter, bool& isFirst)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (!isFirst && !printer.newPage()) {
            return false;
        }
        isFirst = false;
        const QSizeF points = document.pagePointSize(page);
        QImage sheet((points * dotsPerInch / pointsPerInch).toSize(), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter onSheet(&sheet);
        onSheet.drawImage(0, 0, document.render(page, sheet.size()));
        if (!mark.isEmpty()) {
            paintMark(onSheet, sheet.size(), mark);
        }
        onSheet.end();
        const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
        painter.drawImage(QRectF(QPointF(0, 0), QSizeF(sheet.size()).scaled(paper.size(), Qt::KeepAspectRatio)), sheet);
    }
    return document.pageCount() > 0;
}

} // namespace

bool printPdfs(const QList<QByteArray>& pdfs, QPrinter& printer, const QStringList& marks)
{
    QPainter painter;
    if (!painter.begin(&printer)) {
        return false;
    }
    bool isFirst = true;
    bool isAllPrinted = true;
    for (qsizetype at = 0; at < pdfs.size(); ++at) {
        isAllPrinted = paintPages(pdfs[at], marks.value(at), printer, painter, isFirst) && isAllPrinted;
    }
    return painter.end() && isAllPrinted;
}

} // namespace staffelstab::wizard_pages
