// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <optional>

namespace staffelstab::mail {

/**
 * The first IMAP server for `address` in a file of Thunderbird's autoconfig format (clientConfig 1.1) that is reached
 * over TLS or STARTTLS; others are passed over. Nothing if the file names other domains, has none, or is no such file.
 * Bounded on any input; reads 1 MiB at most.
 */
std::optional<MailboxSource> readAutoconfig(const QByteArray& xml, const QString& address);

} // namespace staffelstab::mail
