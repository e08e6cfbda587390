// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

namespace staffelstab::receipt {

/**
 * For whoever finds the medium in a drawer: on the first page a label to cut out (case, digest in groups of four, QR
 * code, class of retention), below it and on the second page how the archive is opened and checked, in German and in
 * English. PDF/A-1b. BadInput if the record has no archive; Internal without a QGuiApplication.
 */
Result<QByteArray> drawMediumLabel(const ReceiptRecord& record);

/** What the label's QR code says: "staffelstab-archive:CASE:SHA256". */
QString labelCode(const ReceiptRecord& record);

} // namespace staffelstab::receipt
