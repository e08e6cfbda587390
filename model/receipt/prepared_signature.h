// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/pdf_update.h"
#include "receipt/receipt_signer.h"

#include <QSize>

namespace staffelstab::receipt {

/** A receipt with one more revision in which everything stands but the signature itself. */
struct PreparedSignature
{
    QByteArray pdf;
    SignatureHole hole;
};

/** The size of the role's box in whole points, as it was laid out when the receipt was drawn. */
Result<QSize> boxSize(const QByteArray& pdf, Role role);

/** Adds picture and signature dictionary to the role's empty field; `room` bytes are kept for the CMS. */
Result<PreparedSignature> prepareSignature(const QByteArray& pdf, const SignatureRequest& request,
                                           const QByteArray& picture, const QString& language, qsizetype room);

} // namespace staffelstab::receipt
