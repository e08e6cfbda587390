// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/receipt_printer.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>

namespace staffelstab::wizard_pages {

namespace {

constexpr double dotsPerInch = 300;
constexpr double pointsPerInch = 72;

bool paintPages(const QByteArray& pdf, QPrinter& printer, QPainter& painter, bool& isFirst)
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
        onSheet.end();
        const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
        painter.drawImage(QRectF(QPointF(0, 0), QSizeF(sheet.size()).scaled(paper.size(), Qt::KeepAspectRatio)), sheet);
    }
    return document.pageCount() > 0;
}

} // namespace

bool printPdf(const QByteArray& pdf, QPrinter& printer)
{
    return printPdfs({pdf}, printer);
}

bool printPdfs(const QList<QByteArray>& pdfs, QPrinter& printer)
{
    QPainter painter;
    if (!painter.begin(&printer)) {
        return false;
    }
    bool isFirst = true;
    bool isAllPrinted = true;
    for (const QByteArray& pdf : pdfs) {
        isAllPrinted = paintPages(pdf, printer, painter, isFirst) && isAllPrinted;
    }
    return painter.end() && isAllPrinted;
}

} // namespace staffelstab::wizard_pages
