// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace staffelstab::mail {

/** A longer header is not parsed by anyone: GMime needs 5 bytes of memory for each byte of it. */
inline constexpr qsizetype headerLimit = 4L * 1024 * 1024;

/**
 * Length of the header block: up to and including the first empty line (LF or CRLF), -1 while `message` holds none.
 * The search begins at `from`, so that a growing buffer is looked at once; pass the former size then.
 */
qsizetype headerLength(QByteArrayView message, qsizetype from = 0);

/** One field of a header block, as it stands there; the value still holds its line breaks. */
struct HeaderField
{
    QByteArrayView name;
    QByteArrayView value;
};

/** Length of the field at the start of `rest`: its line and the lines that continue it (RFC 5322 section 2.2.3). */
qsizetype headerFieldLength(QByteArrayView rest);

/** Calls `visit(HeaderField)` for each field; lines without a colon are passed over. */
template <typename Visit>
void visitHeaderFields(QByteArrayView header, Visit visit)
{
    while (!header.isEmpty()) {
        const QByteArrayView field = header.first(headerFieldLength(header));
        header = header.sliced(field.size());
        const qsizetype colon = field.indexOf(':');
        if (colon > 0) {
            visit(HeaderField{field.first(colon).trimmed(), field.sliced(colon + 1).trimmed()});
        }
    }
}

} // namespace staffelstab::mail
