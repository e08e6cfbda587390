// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"
#include "mail/imap/parcel_bytes.h"

#include <span>

namespace staffelstab::mail::imap {

/** A message ready to be appended. */
struct Packed
{
    qint64 number = 0;
    MessagePrint print;
    MessageStanding standing;
    /** All bytes with CR LF, or empty: then `source` gives them once more. */
    QByteArray bytes;
    const Parcel* source = nullptr;
};

/**
 * One APPEND of one message, or of several where the server can MULTIAPPEND: then all arrive or none does. The answer
 * may come before everything was said.
 */
Result<StatusLine> append(Session& session, const QByteArray& rawName, std::span<const Packed> messages);

} // namespace staffelstab::mail::imap
