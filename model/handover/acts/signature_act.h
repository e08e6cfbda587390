// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/signing_rules.h"

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

/** File name of the receipt without its ending, in the receipt's language. */
QString receiptBaseName(const receipt::ReceiptRecord& record);

} // namespace staffelstab::handover
