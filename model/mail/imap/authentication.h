// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "mail/imap/connection.h"
#include "mail/mail_store.h"

#include <QByteArrayList>

namespace staffelstab::mail::imap {

/**
 * Proves who we are, by the best way that the server offers for the source's kind of sign-in: SCRAM-SHA-256, PLAIN,
 * LOGIN for a password; OAUTHBEARER, XOAUTH2 for a token; EXTERNAL for a certificate. A server that refuses SCRAM is
 * asked once more by PLAIN, as many offer SCRAM for accounts whose password they keep in another form. Never before TLS
 * stands.
 */
Status authenticate(Connection& connection, const QByteArrayList& capabilities, const MailboxSource& source,
                    const Secret& secret);

} // namespace staffelstab::mail::imap
