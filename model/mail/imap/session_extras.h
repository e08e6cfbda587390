// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"

namespace staffelstab::mail::imap {

/**
 * What a session may switch on after the login, each only where the server offers it: ID (RFC 2971, says which program
 * this is), UTF8=ACCEPT (RFC 6855, so that messages with UTF-8 headers come as they are), and COMPRESS (RFC 4978) where
 * it may pay: a server that answers within a few milliseconds is taken to sit in the same building, on a line that is
 * faster than inflate. A NO to any of them is no failure.
 */
Status useExtras(Session& session, const ImapOptions& options, std::chrono::milliseconds roundTrip);

} // namespace staffelstab::mail::imap
