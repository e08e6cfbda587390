// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <map>
#include <string>

namespace staffelstab::receipt {

/**
 * An incremental update (ISO 32000-1, 7.5.6): objects appended behind a file that stays as it is, with their own
 * cross-reference section and trailer. Does not know libqpdf.
 */
class PdfUpdate
{
public:
    explicit PdfUpdate(QByteArray before) : m_bytes(std::move(before)) {}

    /** Appends object `id` (generation 0) and returns where its body starts in the file. */
    qsizetype add(int id, const QByteArray& body);
    /** Cross-references and trailer; `entries` are the trailer's other keys as PDF text (/Root, /Info, /ID). */
    QByteArray finish(int size, const QByteArray& entries);

private:
    QByteArray m_bytes;
    qsizetype m_before = m_bytes.size();
    std::map<int, qsizetype> m_offsets;
};

/** Offset named by the last "startxref"; -1 if there is none. */
qsizetype lastXref(const QByteArray& pdf);

/** A signature dictionary with room left for what is known only later. */
struct SignatureHole
{
    /** Absolute position of '<' and of the byte behind '>'. */
    qsizetype from = 0;
    qsizetype to = 0;
};

/** Writes the two ranges around the hole into the placeholder made by byteRangePlaceholder(). */
Status fillByteRange(QByteArray& pdf, qsizetype dictionary, const SignatureHole& hole);
QByteArray byteRangePlaceholder();
/** Everything but the hole. */
QByteArray signedBytes(const QByteArray& pdf, const SignatureHole& hole);

} // namespace staffelstab::receipt
