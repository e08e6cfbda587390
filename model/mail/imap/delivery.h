// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/imap_store.h"
#include "mail/mail_store.h"

#include <functional>
#include <memory>

namespace staffelstab::mail {

/** A message to be put into another mailbox. */
struct Parcel
{
    using Take = std::function<Status(QByteArrayView)>;

    /** The caller's name for it. */
    qint64 number = 0;
    /** Gives all raw bytes, from the first on; is called more than once, and not after put() has returned. */
    std::function<Status(const Take&)> replay;
    MessageStanding standing;
};

/** What became of a parcel, known when its folder ends. */
struct Delivered
{
    enum class State {
        /** Put there now, read back, the same. */
        Arrived,
        /** The same message was there already; read back, the same. */
        WasThere,
        /** Refused by the server, or not the same when read back. */
        Failed,
    };
    qint64 number = 0;
    State state = State::Failed;
    Failure why;
};

/**
 * Puts messages into folders of a mailbox on a server (APPEND with date and flags; MULTIAPPEND, RFC 3502, and
 * non-synchronising literals, RFC 7888, where the server has them). Bare line ends become CR LF, as IMAP wants them.
 *
 * What is there already is not put there again: the folder's headers are read first, and a message is known again by
 * size and header, or, where a server adds header lines of its own, by Message-ID and body. So a delivery that was
 * stopped can simply be done again. Everything is read back and compared by SHA-256: whole, or with the server's own
 * header lines, by Message-ID and the hash of the body. A connection that is lost between is made anew, and what had
 * arrived by then is found and not sent twice.
 *
 * Any thread, one at a time. Holds at most 8 MiB of messages, and about 150 bytes for each message of the folder.
 */
class Delivery
{
public:
    virtual ~Delivery() = default;
    /** Opens the folder, given by its readable levels; makes it if it is missing. */
    virtual Status beginFolder(const QStringList& levels, JobContext& job) = 0;
    /** A Failure stops everything: the connection is lost for good, the mailbox is full, cancelled. */
    virtual Status put(const Parcel& parcel, JobContext& job) = 0;
    /** Sends what waits, reads everything back. One answer for each parcel of the folder. */
    virtual Result<std::vector<Delivered>> endFolder(JobContext& job) = 0;
};

Result<std::unique_ptr<Delivery>> openImapDelivery(const MailboxSource& target, const Secret& password,
                                                   JobContext& job);
/** The same over streams of the caller's making. */
Result<std::unique_ptr<Delivery>> openImapDelivery(const MailboxSource& target, const Secret& password, JobContext& job,
                                                   const ImapOptions& options, imap::StreamFactory streams);

} // namespace staffelstab::mail
