// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_signer.h"

namespace staffelstab::receipt {

/**
 * Asks the CAs of a complete receipt's signers and time-stamps whether a certificate was revoked, and adds the answers
 * and the certificates above as an update of its own behind both signatures (PAdES B-LT, ETSI EN 319 142-1). The bytes
 * before stay untouched. `trustedCas`: PEM of the CAs of the company's rules; what stands under none of them is not
 * asked about, as a stranger's certificate could name any server. Where no certificate says whom to ask, or nobody
 * answers, the file comes back as it is. Blocks the calling (worker) thread.
 */
Result<QByteArray> addValidationData(const QByteArray& pdf, const QByteArray& trustedCas, JobContext& job);

/**
 * Whether a signer's own certificate may be used `at` that time: SignerCertificateExpired, SignerCertificateRevoked
 * where its CA says so, KeyUnusable for a critical extension nobody here knows (RFC 5280, 4.2). A CA out of reach is no
 * obstacle. Blocks the calling (worker) thread.
 */
Status checkCertificate(const SigningKey& key, const QByteArray& trustedCas, const QDateTime& at, JobContext& job);

} // namespace staffelstab::receipt
