// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/stream.h"

#include <memory>

namespace staffelstab::mail::imap {

/** COMPRESS=DEFLATE (RFC 4978) over another stream, both ways. Inflates at most 1 MiB ahead of its reader. */
std::unique_ptr<Stream> deflated(std::unique_ptr<Stream> stream);

} // namespace staffelstab::mail::imap
