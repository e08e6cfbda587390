// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>

#include <exception>
#include <functional>
#include <memory>

namespace staffelstab::receipt {

/** Largest file that is looked at; a receipt has about 150 KiB. */
inline constexpr qsizetype pdfLimit = 50 << 20;
inline constexpr int objectLimit = 100000;

/** The detail of a refusal for object or cross-reference streams. */
inline constexpr QLatin1String foreignTable("cross-reference of a kind no receipt has");

/** A parsed file; libqpdf reads from the bytes while it lives. */
struct PdfFile
{
    QByteArray bytes;
    QPDF qpdf;
};

/**
 * Parses without repair: a damaged, encrypted or oversized file is refused, as are object streams, cross-reference
 * streams and anything libqpdf warns of, which no receipt has. NotAReceipt with libqpdf's words in detail.
 */
Result<std::unique_ptr<PdfFile>> openPdf(const QByteArray& bytes);

/** Runs work that calls libqpdf and turns its exceptions into a Failure. */
template <typename T>
Result<T> withQpdf(Failure::Kind kind, const std::function<Result<T>()>& work)
{
    try {
        return work();
    } catch (const std::exception& error) {
        return Failure{kind, {}, QString::fromUtf8(error.what())};
    }
}

/** The first page of `picture` as a form XObject inside `pdf`; new objects get the next free numbers. */
QPDFObjectHandle importPicture(QPDF& pdf, PdfFile& picture);

/** An object's body as it stands in a file; streams keep their bytes, with a direct length. */
QByteArray bodyOf(QPDFObjectHandle object);
/** /Root, /Info and /ID of an update to `before`. */
QByteArray trailerEntries(QPDF& pdf, const QByteArray& before);

} // namespace staffelstab::receipt
