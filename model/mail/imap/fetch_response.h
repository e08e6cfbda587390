// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/responses.h"

namespace staffelstab::mail::imap {

/** What stands behind "* n FETCH": the items, handed to the sink while they arrive. */
void readFetch(Lexer& lexer, ResponseSink& sink);

} // namespace staffelstab::mail::imap
