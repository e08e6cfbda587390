// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/openssl_values.h"

namespace staffelstab::receipt {

/**
 * Takes away what a time-stamp server may send along and nothing proves: CRLs, unsigned attributes, certificates that
 * issued none of the others.
 */
void keepWhatIsProved(PKCS7* token, X509* signer);
/**
 * The token (RFC 3161) is DER without a byte more, and each of its fields is signed, or proved by another, or can have
 * this one value only. What is left is a certificate whose issuer is not there: it counts only where a CA vouches.
 */
bool isInStampForm(PKCS7* token, const QByteArray& der, X509* signer);

} // namespace staffelstab::receipt
