// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/openssl_values.h"

namespace staffelstab::receipt {

/**
 * The one form in which this program writes a signature (RFC 5652 in DER: one signer, SHA-256, three signed attributes,
 * at most a time-stamp beside them). The verifier writes what it read once more and compares: so a field that no digest
 * covers, the version among them, can be nothing but what it was.
 */
struct CmsForm
{
    X509* signer = nullptr;
    /** Certificates beside the signer's; each is named by the signed attributes. */
    std::vector<X509*> others;
    /** SHA-256 of the content. */
    QByteArray digest;
    /** DER of the attribute signing-certificate-v2. */
    QByteArray signingCertificates;
    QByteArray value;
    /** DER of the time-stamp token; may be empty. */
    QByteArray stamp;
};

/** signing-certificate-v2 (RFC 5035) that names the signer's certificate first and each of the others; DER. */
QByteArray namesOf(X509* signer, const std::vector<X509*>& others);
/** What the key signs: the signed attributes as RFC 5652, 5.4 wants them, a DER SET. */
QByteArray signedAttributes(const CmsForm& form);
QByteArray write(const CmsForm& form);
/** In the order in which a DER SET has them. */
void sortAsDer(std::vector<X509*>& certificates);

} // namespace staffelstab::receipt
