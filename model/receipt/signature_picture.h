// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_signer.h"

#include <QSize>

namespace staffelstab::receipt {

/** What a filled signature box shows beside the request itself. */
struct SignatureFacts
{
    SignatureLevel level = SignatureLevel::Simple;
    QByteArray certificateSha256;
};

/** One-page PDFs of exactly the size of the box; BadInput if the drawing or the text cannot be drawn. */
Result<QByteArray> drawPendingPicture(Role role, const ReceiptRecord& record, QSize box);
Result<QByteArray> drawSignedPicture(const SignatureRequest& request, const SignatureFacts& facts,
                                     const ReceiptRecord& record, QSize box);

} // namespace staffelstab::receipt
