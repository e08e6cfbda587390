// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/openssl_values.h"
#include "receipt/receipt_signer.h"

namespace staffelstab::receipt {

struct SigningKey::Parts
{
    OwnedKey key;
    OwnedCertificate certificate;
    std::vector<OwnedCertificate> chain;
    SignatureLevel level = SignatureLevel::Simple;
};

/**
 * What a signature with this certificate is worth. Simple if it vouches for itself, whoever made it: that proves
 * nobody's identity. Qualified only with a QCStatement of ETSI EN 319 412-5 and a chain that ends in one of
 * `qualifiedCas` (PEM).
 */
SignatureLevel levelOf(X509* certificate, const std::vector<X509*>& chain, const QByteArray& qualifiedCas);

} // namespace staffelstab::receipt
