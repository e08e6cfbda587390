// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "receipt/receipt_photo.h"

#include <QImage>

namespace staffelstab::receipt {

/**
 * The picture upright, at most 1600 pixels long, without transparency (PDF/A-1) and without what a camera writes beside
 * it, such as the place. BadInput if it is no JPEG or PNG or cannot be decoded.
 */
Result<QImage> decodePhoto(const ReceiptPhoto& photo);

/** A company's logo, PNG or SVG, on white at 300 points an inch; null if it is neither or cannot be decoded. */
QImage decodeLogo(const QByteArray& file);

} // namespace staffelstab::receipt
