// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_signer.h"

#include <vector>

namespace staffelstab::receipt {

/** A certificate on a smart card or token whose key can sign a receipt. */
struct TokenCertificate
{
    QString token;
    QString name;
    QString issuer;
    QDateTime validUntil;
    QByteArray sha256;
    SignatureLevel level = SignatureLevel::Simple;
    bool isVouchedFor = false;
    /** The PIN is typed at the reader, not here. */
    bool asksAtReader = false;
    /** One more wrong PIN locks the card. */
    bool isLastTry = false;
    bool isLocked = false;
};

/**
 * What lies in the readers now, without a PIN. `module` is a PKCS#11 library; empty: all that the system has registered
 * (p11-kit). Blocks the calling (worker) thread as long as the reader takes. TokenDriverUnusable, TokenMissing; an
 * empty list: a card without a certificate for signing.
 */
Result<std::vector<TokenCertificate>> certificatesOnTokens(const QString& module, const QByteArray& trustedCas,
                                                           const QDateTime& at);

} // namespace staffelstab::receipt
