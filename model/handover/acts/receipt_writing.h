// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "receipt/receipt_verifier.h"

namespace staffelstab::handover {

// Where the two files of a receipt lie, and how they get there.

inline constexpr qint64 largestReceipt = 50 << 20;
/** How the file with the leaver's signature alone ends. */
inline constexpr QLatin1String pendingEnding(".pending.pdf");

/** File name of the receipt without its ending, in the receipt's language. */
QString receiptBaseName(const receipt::ReceiptRecord& record);
/** Beside the half-signed file; one that was renamed gets the receipt's own name. */
QString finalPath(const QString& pendingPdf, const receipt::ReceiptRecord& record);
/** The final file of the same name beside the half-signed one; empty if there is none. Nobody has judged it. */
QString finalBeside(const QString& pendingPdf);

/** Of a receipt with at least one signature. */
ReceiptFiles receiptFiles(const QString& path, const receipt::ReceiptFinding& finding);
/** Whether the receipt begins with the very bytes of this half-signed file. `finding` is what the verifier says of it.
 */
bool isContinued(const QByteArray& pdf, const receipt::ReceiptFinding& finding, const QByteArray& pendingSha256);

/** A file is written only if our own verifier says of it what it should be. */
Result<ReceiptFiles> writeVerified(const QString& path, const QByteArray& pdf, receipt::ReceiptState expected);
/** The same of an intact receipt, never over another file: then FileExists with "receipt". */
Result<ReceiptFiles> writeFinal(const QString& path, const QByteArray& pdf);

} // namespace staffelstab::handover
