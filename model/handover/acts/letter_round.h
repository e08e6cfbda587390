// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/mailbox_access.h"
#include "handover/letter_journal.h"
#include "reply/smtp/mail_sender.h"

#include <chrono>
#include <span>

namespace staffelstab::handover {

/** One letter to one person. */
struct Letter
{
    reply::Audience audience = reply::Audience::Private;
    reply::Addressee to;
    QByteArray message;
};

/** How letters are handed in. */
struct LetterPost
{
    reply::SmtpServer server;
    /** The leaver's own address. */
    QString from;
    /** From one letter to the next. */
    std::chrono::milliseconds pause{};
};

/**
 * Sends the letters that are open or were refused, one by one, each with one receiver. Each is noted before it is said
 * and when its end is known. Stops at a lost connection, and after three refusals in a row: then the server is not
 * willing. Goes on with the next call where it stopped.
 */
Status sendLetters(std::span<const Letter> letters, const LetterPost& post, const Secret& password,
                   LetterJournal& journal, JobContext& job);

/**
 * Puts the letters into the mailbox's folder for drafts, found by its special use (RFC 6154) or name, made if there is
 * none; read back and compared. What lies there already is not put there again.
 */
Status saveDrafts(std::span<const Letter> letters, const MailboxLogin& login, LetterJournal& journal, JobContext& job);

/** Writes each letter as a file that mail programs open as a draft, below `target`, by audience. */
Status writeLetters(std::span<const Letter> letters, const QString& target, const QString& language,
                    LetterJournal& journal, JobContext& job);

} // namespace staffelstab::handover
