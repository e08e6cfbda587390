// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_layout.h"
#include "receipt/receipt_signer.h"
#include "receipt/record_metadata.h"

#include <initializer_list>

namespace staffelstab::receipt {

/**
 * The drawn pages with metadata and an empty signature field for each signer. Of `record` only the language is used for
 * the leaver's field; the supervisor's box names what can be received. May throw what libqpdf throws.
 */
Result<QByteArray> assembleDocument(const ReceiptRecord& record, const Layout& layout, const Metadata& metadata,
                                    std::initializer_list<Role> signers);

} // namespace staffelstab::receipt
