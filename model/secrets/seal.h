// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace staffelstab::secrets {

/**
 * A seal carries one secret to one person. It is bound to the case number: a seal of another handover is refused.
 * Two kinds: CMS AuthEnvelopedData (RFC 5083, AES-256-GCM) to a certificate; or Argon2id + XChaCha20-Poly1305 under a
 * one-time code of 16 Crockford base-32 characters (80 bit).
 */

/** `certificate`: PEM or DER, RSA (OAEP with SHA-256) or EC (ECDH, SHA-256 KDF); otherwise CertificateUnusable. */
Result<QByteArray> sealForCertificate(const Secret& secret, const QByteArray& certificate, const QString& caseNumber);
/**
 * The first certificate (DER) to which can be sealed today. `found`: what a directory keeps of somebody, DER
 * (userCertificate) or PKCS#7 (userSMIMECertificate, RFC 2798). CertificateUnusable if there is none, with the reason.
 */
Result<QByteArray> usableCertificate(const QList<QByteArray>& found);
Result<QByteArray> sealUnderCode(const Secret& secret, const Secret& code, const QString& caseNumber);
/** A fresh one-time code, grouped by hyphens: "7KQ2-M9XA-...". */
Secret generateCode();

/**
 * `pkcs12`: the supervisor's key file, opened with `passphrase`. `caseNumber` (may be null) is filled with what the
 * seal names; it is proved only if the seal opens. NotASeal: no seal of ours. SealRefused: wrong key, or changed.
 * WrongPassphrase and KeyUnusable speak of the key file.
 */
Result<Secret> openSealWithKey(const QByteArray& seal, const QByteArray& pkcs12, const Secret& passphrase,
                               QString* caseNumber);
/** NotASeal, or SealRefused for a wrong code and for a changed seal alike. Takes 256 MiB and about a second. */
Result<Secret> openSealWithCode(const QByteArray& seal, const Secret& code, QString* caseNumber);

} // namespace staffelstab::secrets
