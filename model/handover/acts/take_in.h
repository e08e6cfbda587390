// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "handover/handover_case.h"
#include "handover/signing_rules.h"

namespace staffelstab::handover {

/**
 * A receipt that was countersigned elsewhere is put into the place of the half-signed one, which need not be there any
 * more and is left where it is. It must begin with the very bytes that were signed here, be final and intact, and the
 * countersignature must be one that the rules would have let be made here. Where the folder of the half-signed file is
 * out of reach the receipt stays where it lies. Nothing is written once `job` is cancelled.
 *
 * NotAReceipt, ReceiptDiffers (detail "pending" if the second signature is missing), ReceiptAltered; FileExists if
 * another final receipt lies there already; by the rules KeyUnusable with "too_weak_there", SignerCertificateRevoked
 * with "there", TimestampRefused with "there".
 */
Result<ReceiptFiles> takeInFinal(const ReceiptFiles& pending, const QString& finalPdf,
                                 const receipt::ExpectedSigners& expected, const SigningRules& rules, JobContext& job);

} // namespace staffelstab::handover
