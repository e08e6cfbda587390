// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/pdf_file.h"
#include "receipt/receipt_signer.h"

#include <optional>

namespace staffelstab::receipt {

/** Name of the role's field in the document: "leaver", "supervisor". */
const char* fieldName(Role role);

struct ReceiptFields
{
    QPDFObjectHandle leaver;
    /** Not initialised in a document of consents, which the leaver signs alone. */
    QPDFObjectHandle supervisor;
    [[nodiscard]] bool isForLeaverAlone() { return !supervisor.isInitialized(); }
    [[nodiscard]] const QPDFObjectHandle& of(Role role) const { return role == Role::Leaver ? leaver : supervisor; }
    [[nodiscard]] QPDFObjectHandle& of(Role role) { return role == Role::Leaver ? leaver : supervisor; }
};

/**
 * The two signature fields, if the document has exactly those and nothing that can act or hide: no other field or
 * annotation, no action, script, attachment or layer. May throw what libqpdf throws.
 */
std::optional<ReceiptFields> receiptFields(QPDF& pdf);
/** The same of a document of consents, which has the leaver's field and no other. */
std::optional<ReceiptFields> consentFields(QPDF& pdf);
/** Those of a receipt or of a document of consents. */
std::optional<ReceiptFields> documentFields(QPDF& pdf);

/** The XMP packet as it lies in the file; it must be there unfiltered. May throw. */
std::optional<QByteArray> xmpOf(QPDF& pdf);

} // namespace staffelstab::receipt
