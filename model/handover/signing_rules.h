// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/company_policy.h"
#include "receipt/receipt_verifier.h"

namespace staffelstab::handover {

/** What the company's rules want of a signature, with the files they name read. */
struct SigningRules
{
    /** RFC 3161 server; empty: no time-stamp. */
    QString tsa;
    /** Without a stamp nothing is signed; otherwise a server out of reach is no obstacle. */
    bool isStampRequired = false;
    /** PEM. */
    QByteArray trustedCas;
    QByteArray stampCas;
    receipt::SignatureLevel requiredLevel = receipt::SignatureLevel::Simple;
    /** PNG or SVG for the head of the receipt; empty: none. */
    QString logoFile;
    /** PKCS#11 library; empty: all that the system has registered. */
    QString tokenModule;
};

/** FileNotFound or FileNotReadable if a CA file the policy names cannot be read. */
Result<SigningRules> signingRules(const policy::CompanyPolicy& policy);

/** What a verifier may believe by these rules; the signers' certificates are the caller's to add. */
receipt::ExpectedSigners expectedBy(const SigningRules& rules);

/** The company's logo; empty if there is none or it cannot be read: a receipt is worth the same without it. */
QByteArray logoIn(const QString& file);

} // namespace staffelstab::handover
