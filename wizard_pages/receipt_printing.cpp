// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_printing.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>

namespace staffelstab::wizard_pages {

namespace {
constexpr double mostDotsPerInch = 300;
constexpr double pointsPerInch = 72;
} // namespace

bool printPages(const QByteArray& pdf, QPrinter& printer)
{
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0) {
        return false;
    }
    printer.setFullPage(true);
    QPainter painter(&printer);
    const double scale = std::min<double>(printer.resolution(), mostDotsPerInch) / pointsPerInch;
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0) {
            printer.newPage();
        }
        const QSize size = (document.pagePointSize(page) * scale).toSize();
        QImage image = document.render(page, size);
        QImage sheet(image.size(), QImage::Format_RGB32);
        sheet.fill(Qt::white);
        QPainter(&sheet).drawImage(0, 0, image);
        const QRect paper(QPoint(0, 0), printer.pageLayout().fullRectPixels(printer.resolution()).size());
        const QSize fitted = size.scaled(paper.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint((paper.width() - fitted.width()) / 2, 0), fitted), sheet);
    }
    return true;
}

} // namespace staffelstab::wizard_pages
