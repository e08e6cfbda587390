// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_record.h"

namespace staffelstab::receipt {

/** Stands in every receipt in plain text, damaged ones included. */
inline constexpr const char* recordNamespace = "urn:staffelstab:receipt:1#";

/** The same of documents of consents, which are no receipts. */
inline constexpr const char* consentNamespace = "urn:staffelstab:consents:1#";

/** What the document says of itself, the same in the Info dictionary and in XMP (ISO 19005-1, 6.7.3). */
struct Metadata
{
    QString title;
    QString producer;
    QDateTime madeAt;
    QString keywords;
    QByteArray recordJson;
    /** Lower-case hexadecimal. */
    QByteArray recordSha256;
    /** Namespace of the schema the record stands in; says what kind of document it is. */
    const char* schema = recordNamespace;
};

/** An XMP packet with the record as a property of our own schema, described as PDF/A wants it. */
QByteArray writeXmp(const Metadata& metadata);

struct RecordInXmp
{
    QByteArray json;
    QByteArray sha256;
    QString keywords;
};
/** NotAReceipt if the packet holds no record of ours in this schema, or more than one. */
Result<RecordInXmp> readXmp(const QByteArray& xmp, const char* own = recordNamespace);

/** "handover:1:sha256:<hex>", as in the QR code and the document's keywords. */
QString digestWords(const QByteArray& sha256);

} // namespace staffelstab::receipt
