// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/stream.h"
#include "mail/mail_store.h"

#include <chrono>
#include <functional>
#include <memory>

namespace staffelstab::mail {

/**
 * Start here for the IMAP client. From the wire to the store:
 * SocketStream (bytes, TLS) -> imap::Lexer -> imap::readResponse() -> imap::Connection (tagged commands) ->
 * imap::logIn() -> imap::FolderScan, imap::MessageRead, imap::GroupRemoval -> ImapStore, which ties them together.
 */

struct ImapOptions
{
    enum class Compression { WhereItPays, Never, Always };

    /** For name lookup and TCP together, for the TLS handshake, and for the server's greeting, each. */
    std::chrono::milliseconds connectTimeout{15'000};
    /** Longest silence while an answer is due. */
    std::chrono::milliseconds silenceTimeout{60'000};
    /** RFC 4978. */
    Compression compression = Compression::WhereItPays;
};

/**
 * Connects (port 0: the usual one), proves the server's certificate and logs in (RFC 3501). Unlike other stores this
 * one may be used from any thread, by one at a time: the socket has a thread of its own. A connection lost while nobody
 * used it, or in the middle of work, is made anew once; a message is then continued at the byte where it was cut, so
 * that a receiver never sees one twice. Only folders of the user's own namespace are listed, unless
 * MailboxSource::folders names others. Messages are removed only where the server can do UID EXPUNGE (UIDPLUS, RFC
 * 4315); where folders are labels (X-GM-EXT-1), only by way of the trash (imap/trash_removal.h).
 */
Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job);
Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job,
                                                 const ImapOptions& options);
/** The same over streams of the caller's making, one for each connection. */
Result<std::unique_ptr<MailStore>> openImapStore(const MailboxSource& source, const Secret& password, JobContext& job,
                                                 const ImapOptions& options, imap::StreamFactory streams);

} // namespace staffelstab::mail
