// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/signing_rules.h"
#include "receipt/receipt_verifier.h"

namespace staffelstab::handover {

/** How the file with the leaver's signature alone ends. */
inline constexpr QLatin1String pendingEnding(".pending.pdf");

/** The receipt before anybody signs, with its photos on pages of their own: what the leaver reviews is what is signed.
 */
Result<QByteArray> drawUnsigned(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                const QString& logoFile);

/** Draws the receipt, signs it for the leaver and writes CASE.pending.pdf. */
Result<ReceiptFiles> signForLeaver(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                   const QString& target, const SignInput& input, const QDateTime& now,
                                   const SigningRules& rules, JobContext& job);

/**
 * Countersigns a half-signed file that our own verifier calls pending, verifies the result, writes the final file
 * beside it and only then removes the pending one.
 */
Result<ReceiptFiles> signForSupervisor(const QString& pendingPdf, const SignInput& input, const QDateTime& now,
                                       const SigningRules& rules, JobContext& job);

/**
 * A receipt that was countersigned elsewhere takes the place of the half-signed one, which need not be there any more.
 * It must begin with the very bytes that were signed here and be final and intact. Where the folder of the half-signed
 * file is out of reach the receipt stays where it lies. NotAReceipt, ReceiptDiffers (detail "pending" if the second
 * signature is missing), ReceiptAltered, or FileExists if another final receipt lies there already.
 */
Result<ReceiptFiles> takeInFinal(const ReceiptFiles& pending, const QString& finalPdf,
                                 const receipt::ExpectedSigners& expected);
/** The final file of the same name beside the half-signed one; empty if there is none. Nobody has judged it. */
QString finalBeside(const ReceiptFiles& pending);

/** File name of the receipt without its ending, in the receipt's language. */
QString receiptBaseName(const receipt::ReceiptRecord& record);

} // namespace staffelstab::handover
