// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace staffelstab::mail::mapi {

/** Unstructured text for a header field: as it is, or in encoded words (RFC 2047, UTF-8); folded, on lines of 76. */
QByteArray headerText(const QString& text);

/** A display name: atoms as they are, a quoted string, or encoded words. */
QByteArray headerPhrase(const QString& name);

/** ";\r\n name=value" as a quoted string, or "name*=utf-8''..." (RFC 2231). */
QByteArray headerParameter(const char* name, const QString& value);

/** RFC 5322 section 3.3, in UTC. */
QByteArray headerDate(const QDateTime& time);

/** Text as quoted-printable (RFC 2045 section 6.7) with CRLF and lines of at most 76 characters. */
QByteArray quotedPrintable(QByteArrayView text);

/** Size of `bytes` bytes as base64 in lines of 76 characters with CRLF behind each. */
qint64 base64Size(qint64 bytes);
/** Bytes of a whole number of base64 lines: what is encoded in one go. */
inline constexpr qint64 base64Block = 57L * 4096;
/** One block, or what is left, in lines of 76 characters with CRLF behind each. */
QByteArray base64Lines(QByteArrayView bytes);

/** CR, LF and CRLF become CRLF. */
QString withCrLf(QString text);

} // namespace staffelstab::mail::mapi
