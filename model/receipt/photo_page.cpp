// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/photo_page.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace staffelstab::receipt {

namespace {

constexpr int longestSide = 1600;
constexpr qint64 mostPixels = 200'000'000;

Failure unusable(const ReceiptPhoto& photo, const QString& why)
{
    return {Failure::Kind::BadInput, QStringLiteral("%1").arg(photo.number), why};
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
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, image);
    return flat;
}

} // namespace staffelstab::receipt
