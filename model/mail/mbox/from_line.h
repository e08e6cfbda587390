// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace staffelstab::mail {

/** Bytes behind the start of a line that isSeparator() wants to see. */
inline constexpr qsizetype separatorContext = 8L * 1024;

/**
 * Whether the line "From ..." at the start of `text` begins a message of an mbox (RFC 4155). No variant says it for
 * certain where a body was written without quoting, so: a date and a header field behind it; where the empty line
 * before or the date is missing, the field must be one that mail begins with.
 */
bool isSeparator(QByteArrayView text, bool isBlankBefore);

/**
 * Whether `text`, the beginning of an mbox, may be its first From_ line, with or without a date: a line that ends
 * before anything else would have to be taken for part of it.
 */
bool mayBeginMbox(QByteArrayView text);

/** Length of the first line of `text` with its line break, or all of it. */
qsizetype lineLength(QByteArrayView text);

} // namespace staffelstab::mail
