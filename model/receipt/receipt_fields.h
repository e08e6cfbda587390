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
    QPDFObjectHandle supervisor;
    [[nodiscard]] const QPDFObjectHandle& of(Role role) const { return role == Role::Leaver ? leaver : supervisor; }
    [[nodiscard]] QPDFObjectHandle& of(Role role) { return role == Role::Leaver ? leaver : supervisor; }
};

/**
 * The two signature fields, if the document has exactly those and nothing that can act or hide: no other field or
 * annotation, no action, script, attachment or layer. May throw what libqpdf throws.
 */
std::optional<ReceiptFields> receiptFields(QPDF& pdf);

/** The XMP packet as it lies in the file; it must be there unfiltered. May throw. */
std::optional<QByteArray> xmpOf(QPDF& pdf);

} // namespace staffelstab::receipt
