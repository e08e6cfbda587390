// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/photo_page.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

namespace staffelstab::receipt {

namespace {

constexpr int longestSide = 1600;
/** The logo's room in the head of the receipt at 300 points an inch. */
constexpr QSize logoPixels(430, 212);
constexpr qint64 mostPixels = 200'000'000;

Failure unusable(const ReceiptPhoto& photo, const QString& why)
{
    return {Failure::Kind::BadInput, QStringLiteral("%1").arg(photo.number), why};
}

/** PDF/A-1 knows no transparency. */
QImage onWhite(const QImage& image)
{
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, image);
    return flat;
}

} // namespace

Result<QImage> decodePhoto(const ReceiptPhoto& photo)
{
    QBuffer buffer;
    buffer.setData(photo.file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (format != "jpeg" && format != "png") {
        return unusable(photo, QStringLiteral("the photo is no JPEG or PNG"));
    }
    const QSize size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > mostPixels) {
        return unusable(photo, QStringLiteral("the photo is too large"));
    }
    if (qMax(size.width(), size.height()) > longestSide) {
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    const QImage image = reader.read();
    if (image.isNull()) {
        return unusable(photo, reader.errorString());
    }
    return onWhite(image);
}

QImage decodeLogo(const QByteArray& file)
{
    if (file.isEmpty() || file.size() > logoLimit) {
        return {};
    }
    QSvgRenderer drawing;
    if (file.left(512).contains("<svg") && drawing.load(file) && !drawing.defaultSize().isEmpty()) {
        QImage image(drawing.defaultSize().scaled(logoPixels, Qt::KeepAspectRatio).expandedTo({1, 1}),
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing.render(&painter);
        painter.end();
        return onWhite(image);
    }
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (!size.isValid() || qint64{size.width()} * size.height() > mostPixels) {
        return {};
    }
    const QImage image = reader.read();
    const QSize fitting = size.scaled(logoPixels, Qt::KeepAspectRatio).expandedTo({1, 1});
    const bool isLarger = size.width() > fitting.width() || size.height() > fitting.height();
    return image.isNull()
               ? image
               : onWhite(isLarger ? image.scaled(fitting, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : image);
}

} // namespace staffelstab::receipt
