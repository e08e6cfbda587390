// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace staffelstab::receipt {

QPainterPath qrCode(const QString& text, double side)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    QPainterPath path;
    if (!code) {
        return path;
    }
    const double module = side / code->width;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            const int start = x;
            while (x < code->width && (code->data[y * code->width + x] & 1) != 0) {
                ++x;
            }
            if (x > start) {
                path.addRect(start * module, y * module, (x - start) * module, module);
            }
        }
    }
    return path;
}

} // namespace staffelstab::receipt
