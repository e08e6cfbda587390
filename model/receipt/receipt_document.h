// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_photo.h"
#include "receipt/receipt_record.h"

namespace staffelstab::receipt {

/**
 * Draws the receipt: PDF/A-1b, blocks A and B apart, digest of the record in groups of four and as QR code, two empty
 * signature fields ("leaver", "supervisor") with their "pending" picture, wet-ink lines, the record in XMP.
 * Photos follow on pages of their own. `logo`: PNG or SVG for the head; what cannot be read is left out. Needs a
 * QGuiApplication (any platform). About 100 ms.
 */
Result<QByteArray> drawReceipt(const ReceiptRecord& record, const std::vector<ReceiptPhoto>& photos = {},
                               const QByteArray& logo = {});

/** A copy with all signature pictures flattened, for QPdfDocument, which does not draw them. To look at, never to keep.
 */
Result<QByteArray> flattenedCopy(const QByteArray& pdf);

/** Text and pages for the review page before anything is signed. */
Result<ReceiptRecord> recordOf(const QByteArray& pdf);

} // namespace staffelstab::receipt
