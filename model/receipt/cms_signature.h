// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/signing_key_parts.h"

#include <functional>
#include <optional>

namespace staffelstab::receipt {

/** Fetches a time-stamp token (DER) for the SHA-256 of a signature value. */
using Stamp = std::function<Result<QByteArray>(const QByteArray& sha256)>;

/**
 * A detached CAdES signature as PAdES baseline wants it (ETSI EN 319 142-1): SHA-256, signing-certificate-v2, no
 * signing-time, as the time stands in the PDF. `stamp` may be empty.
 */
Result<QByteArray> makeCms(QByteArrayView content, const SigningKey::Parts& key, const Stamp& stamp);
/** Bytes a signature of this key can take at most. */
qsizetype roomForCms(const SigningKey::Parts& key, bool isStamped);

/** The certificates that travel with a signature, the signer's first, and with its time-stamp, the server's first. */
struct SignatureCertificates
{
    std::vector<OwnedCertificate> signature;
    std::vector<OwnedCertificate> stamp;
};
SignatureCertificates certificatesIn(const QByteArray& hole);

struct CmsFinding
{
    /** Signature value right, exactly one signer, the certificate it names is the one it was checked with. */
    bool isIntact = false;
    bool namesItsCertificate = false;
    QString signer;
    QByteArray certificateSha256;
    CertificateWorth worth;
    bool hasStamp = false;
    /** Valid only if the stamp is. */
    QDateTime stampedAt;
    /** The stamp's certificate comes from one of the CAs for time-stamps. */
    bool isStampVouchedFor = false;
};

/** PEM of the CAs that vouch for signers and for time-stamps; empty: nobody does. */
struct TrustedCas
{
    QByteArray signers;
    QByteArray stamps;
};

/**
 * Checks a detached signature over `content`. `hole` is the DER padded with zero bytes; certificates are judged at the
 * time of the stamp, else at `signedAt`. Never fails: says what it saw.
 */
CmsFinding checkCms(QByteArrayView content, const QByteArray& hole, const TrustedCas& trusted,
                    const QDateTime& signedAt);

} // namespace staffelstab::receipt
