// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "archive/spool.h"

#include <span>

namespace staffelstab::archive {

/** A message that has arrived whole. Valid during the call. */
struct WholeMessage
{
    SelectedMessage which;
    Spool& content;
    /** Of the raw bytes. */
    QByteArray sha256;
    /** Raw, up to and including the first empty line, at most 256 KiB. */
    QByteArray header;
    mail::MessageStanding standing;
};

class MessageConsumer
{
public:
    virtual ~MessageConsumer() = default;
    virtual Status folderBegins(int mailbox, int folder) = 0;
    /** A folder that had ended comes again, with messages that an earlier run could not read. folderEnds() follows. */
    virtual Status folderAgain(int mailbox, int folder) { return folderBegins(mailbox, folder); }
    /** A Failure here is one of the medium and stops everything. */
    virtual Status take(WholeMessage& message) = 0;
    virtual Status folderEnds() = 0;

    /** What of a folder need not be asked for. */
    struct TakenUp
    {
        std::size_t messages = 0;
        std::vector<SkippedMessage> skipped;
    };
    /**
     * Shows `receiver` what an earlier run has taken of a folder of `messages` messages, as a store would but without
     * keys: its first ones, save those that were skipped. take() follows for each, as for a new one.
     */
    virtual Result<TakenUp> takeUp(int mailbox, int folder, std::size_t messages, mail::MessageReceiver& receiver);
    /** A later run could go on from here. `skipped`: all so far. */
    virtual Status reached(const CopyPlace& place, std::span<const SkippedMessage> skipped);
};

/** What copyMessages() lists: a hash for each of a million messages takes 110 MB. */
enum class Listing { Everything, Failures };

/** What becomes of what an earlier run has skipped (MessageConsumer::takeUp). */
enum class SkippedBefore { AskedAgain, StaySkipped };

struct CopyOutcome
{
    /** In the order in which they were taken; read back only later. Empty with Listing::Failures. */
    std::vector<CopiedMessage> copied;
    std::vector<SkippedMessage> skipped;
};

/**
 * Reads all messages of a selection and hands each on once it is whole, so that one that fails in its middle leaves no
 * trace. Every message asked for was taken by the consumer or is among the skipped ones. What an earlier run has
 * skipped is asked for again behind all others; there are no places among them. Stops at a
 * failure of the consumer, of the connection to the store, or when cancelled; a folder that is gone or damaged only
 * costs its own messages. Memory does not grow with their number but for what is listed.
 */
Result<CopyOutcome> copyMessages(std::span<const MailSelection> selection, const QString& spoolFolder,
                                 MessageConsumer& consumer, JobContext& job, Listing listing = Listing::Everything,
                                 SkippedBefore skipped = SkippedBefore::AskedAgain);

/** Bytes a copy of all messages takes while it is made: their sizes, and the largest once more if it must be spooled.
 */
qint64 roomFor(std::span<const MailSelection> selection);

} // namespace staffelstab::archive
