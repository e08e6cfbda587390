// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QImage>
#include <QStringList>

namespace staffelstab::receipt {

/** The texts of the QR codes in a picture, in no order; each once. Slanted, dim and noisy photos are tried harder. */
QStringList codesIn(const QImage& picture);

/**
 * The codes in a photo (any picture format Qt reads) or in the first pages of a scanned PDF. Fails where the file
 * cannot be read as either.
 */
Result<QStringList> codesInFile(const QString& file);

/**
 * Whether page 1 of a receipt shows the code of this record and no other one, and some page its digest in print: the
 * paper and the record in the file are then the same receipt. Draws the page's corner only, some milliseconds.
 */
bool printsRecord(const QByteArray& pdf, const QByteArray& recordSha256);

} // namespace staffelstab::receipt
