// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/pdf_file.h"
#include "receipt/receipt_verifier.h"
#include "receipt/revocation.h"

namespace staffelstab::receipt {

/** The document security store of a complete receipt (ETSI EN 319 142-1, 5.4.2): what a verifier needs in later years.
 */
struct ValidationData
{
    std::vector<OwnedCertificate> certificates;
    RevocationEvidence evidence;
};

/**
 * Whether `whole` is `before` with this store and nothing else: to the byte what our own signer would write. A store is
 * not signed, so nothing in it is left to taste. May throw.
 */
bool addsOnly(PdfFile& before, const ValidationData& data, const QByteArray& whole);

/** The store; nothing if it holds anything but streams, each of exactly one certificate for /Certs. May throw. */
std::optional<ValidationData> validationDataIn(QPDF& pdf);

struct SignatureInFile;

/** Whether each piece concerns a certificate of these signatures: a store is no place to hide things in. */
bool isAllAbout(const ValidationData& data, const std::vector<SignatureInFile>& signatures);

/** What the store says about a signer used `at` that time, and about the CAs above. */
RevocationFinding revocationIn(const ValidationData& data, const SignatureInFile& signature, const QDateTime& at);

} // namespace staffelstab::receipt
