// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/openssl_values.h"
#include "receipt/receipt_signer.h"

namespace staffelstab::receipt {

/** What a certificate makes of a signature. */
struct CertificateWorth
{
    SignatureLevel level = SignatureLevel::Simple;
    /** Its chain ends in a CA that is trusted, and was valid at the time. */
    bool isVouchedFor = false;
};

class TokenSession;

struct SigningKey::Parts
{
    /** The card the key is on; outlives the key. Null for a key of our own. */
    std::shared_ptr<TokenSession> token;
    OwnedKey key;
    OwnedCertificate certificate;
    std::vector<OwnedCertificate> chain;
    CertificateWorth worth;
};

/**
 * What a signature with this certificate is worth. Simple if it vouches for itself, whoever made it: that proves
 * nobody's identity. Qualified only with a QCStatement of ETSI EN 319 412-5 and a chain that ends in one of
 * `trustedCas` (PEM) and was valid `at` that time (RFC 5280, 6).
 */
CertificateWorth worthOf(X509* certificate, const std::vector<X509*>& chain, const QByteArray& trustedCas,
                         const QDateTime& at);

/** RSA from 2048 bits or an elliptic curve from 224: what SHA-256 signatures in PDF viewers are made with. */
bool isKeyUsable(EVP_PKEY* key);
/** The certificate's key usage allows signatures. */
bool maySign(X509* certificate);

/** Neither too early nor too late for it. */
bool isValidAt(X509* certificate, const QDateTime& at);

/** A chain check for any purpose of ours; `purpose` is one of X509_PURPOSE_*, or 0. */
bool chainEndsIn(X509* certificate, const std::vector<X509*>& chain, const QByteArray& roots, const QDateTime& at,
                 int purpose = 0);

} // namespace staffelstab::receipt
