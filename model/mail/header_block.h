// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace staffelstab::mail {

/** A longer header is not parsed by anyone: GMime needs 5 bytes of memory for each byte of it. */
inline constexpr qsizetype headerLimit = 4 * 1024 * 1024;

/**
 * Length of the header block: up to and including the first empty line (LF or CRLF), -1 while `message` holds none.
 * The search begins at `from`, so that a growing buffer is looked at once; pass the former size then.
 */
qsizetype headerLength(QByteArrayView message, qsizetype from = 0);

} // namespace staffelstab::mail
