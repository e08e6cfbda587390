// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/pdf_update.h"
#include "receipt/receipt_fields.h"
#include "receipt/receipt_verifier.h"

#include <optional>
#include <set>

namespace staffelstab::receipt {

/** A signature as it stands in the file, before anything is believed. */
struct SignatureInFile
{
    Role role = Role::Leaver;
    int object = 0;
    SignatureHole hole;
    /** End of the revision it covers. */
    qsizetype end = 0;
    /** The hole's bytes, padding included. */
    QByteArray cms;
    QString name;
    QDateTime time;
    Confirmation confirmation;
};

/** Reads the role's signature; a Finding says what is wrong with its dictionary or byte range. May throw. */
std::variant<SignatureInFile, Finding> readSignature(const QByteArray& bytes, const ReceiptFields& fields, Role role);

/**
 * The file as it was drawn: it ends at the first %%EOF behind its own, and only, cross-reference section. Null if what
 * the first signature covers does not begin with such a file. May throw.
 */
std::unique_ptr<PdfFile> openBase(const QByteArray& bytes, const SignatureInFile& first);

/**
 * Looks whether revision `after` adds exactly one signature to `before`: `before` is its beginning, every old object
 * stands where it stood, except the role's field (/V, /AP) and for the leaver the catalog (/Perms), and every new
 * object is the signature or belongs to its picture. May throw.
 */
std::optional<Finding> compareRevisions(PdfFile& before, PdfFile& after, const SignatureInFile& signature);

} // namespace staffelstab::receipt
