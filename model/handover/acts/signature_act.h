// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/signing_rules.h"
#include "receipt/receipt_verifier.h"

#include <functional>

namespace staffelstab::handover {

/** The receipt before anybody signs, with its photos on pages of their own: what the leaver reviews is what is signed.
 */
Result<QByteArray> drawUnsigned(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                const QString& logoFile);

/** Draws the receipt, signs it for the leaver and writes CASE.pending.pdf. */
Result<ReceiptFiles> signForLeaver(const receipt::ReceiptRecord& record, const std::vector<EquipmentPhoto>& photos,
                                   const QString& target, const SignInput& input, const QDateTime& now,
                                   const SigningRules& rules, JobContext& job);

/** What a case knows of its countersigning. From a file alone nothing is known. */
struct KnownCountersigning
{
    /** SHA-256 of the half-signed file: another one in its place is not signed. */
    QByteArray pending = {};
    /** SHA-256 of the final files that were begun here. */
    QList<QByteArray> begun = {};
    /** Told of the final file right before it is written, on the thread of the work; without its consent it is not. */
    std::function<Status(const QByteArray& sha256)> begin = {};
};

/**
 * Countersigns a half-signed file that our own verifier calls pending, verifies the result, writes the final file
 * beside it and only then removes the pending one. A final file that a killed program had begun and written is the
 * outcome; any other one that lies there is left alone: AlreadySigned with "beside" if it is this receipt
 * countersigned, FileExists with "receipt" otherwise. ReceiptDiffers if another half-signed file lies in its place.
 */
Result<ReceiptFiles> signForSupervisor(const QString& pendingPdf, const SignInput& input, const QDateTime& now,
                                       const SigningRules& rules, JobContext& job,
                                       const KnownCountersigning& known = {});

} // namespace staffelstab::handover
