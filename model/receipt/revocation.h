// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "receipt/receipt_verifier.h"
#include "receipt/signing_key_parts.h"

namespace staffelstab::receipt {

/** OCSP responses (RFC 6960) and CRLs (RFC 5280) as DER. */
struct RevocationEvidence
{
    std::vector<QByteArray> responses;
    std::vector<QByteArray> lists;

    [[nodiscard]] bool isEmpty() const { return responses.empty() && lists.empty(); }
};

/** What the evidence says of a certificate used `at` that time; what is not signed by its issuer says nothing. */
RevocationFinding revocationOf(X509* certificate, X509* issuer, const RevocationEvidence& evidence,
                               const QDateTime& at);

/** A look at the certificates of both. */
std::vector<X509*> pooled(const std::vector<OwnedCertificate>& some, const std::vector<OwnedCertificate>& more);

/** The certificate and those above it, as far as `pool` has them; each signed by the next. */
std::vector<X509*> pathFrom(X509* certificate, const std::vector<X509*>& pool);

/** The same over a whole path: revoked if one of it is, good if all that can be revoked are known to be good. */
RevocationFinding revocationOfPath(const std::vector<X509*>& path, const RevocationEvidence& evidence,
                                   const QDateTime& at);

/**
 * Asks where the certificates of the path say one can ask (OCSP first, then CRL) and adds what was answered and is
 * right. A server out of reach adds nothing. Blocks the calling (worker) thread.
 */
void askForRevocation(const std::vector<X509*>& path, const QDateTime& at, RevocationEvidence& evidence,
                      JobContext& job);

} // namespace staffelstab::receipt
