// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QString>

namespace staffelstab::receipt {

/** The dark modules of a QR code (ISO/IEC 18004, level M) filling a square of `side`; empty if the text is too long. */
QPainterPath qrCode(const QString& text, double side);

} // namespace staffelstab::receipt
