// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "mail/mail_store.h"

#include <variant>

class QFile;

namespace staffelstab::mail {

/**
 * What stores with one file per message have in common: files that are messages, and Outlook's .msg files, which become
 * one (msg/msg_file.h). One object reads many files through one buffer; it belongs to one thread.
 */
class MessageFileReader
{
public:
    MessageFileReader();

    /** The header and size of the message in `path`; `key` is passed on. Opens the file once and reads 16 KiB of it. */
    std::variant<ScannedMessage, UnreadableMessage> scan(const QString& path, MessageKey key);

    /** Sends the whole file to `receiver` if it still is what the scan saw; see MailStore::read(). */
    Status read(const QString& path, const MessageRef& ref, MessageReceiver& receiver, const JobContext& job);

private:
    Status send(QFile& file, qint64 got, const MessageRef& ref, MessageReceiver& receiver, const JobContext& job);

    QByteArray m_buffer;
};

/** SHA-256 of the message in a file; stops on cancel. */
Result<QByteArray> hashFile(const QString& path, const JobContext& job);

/**
 * Removes `path` if it is byte for byte what was copied. Done means that it is gone, MessageChanged that it was kept.
 * The folder is not flushed: the caller does that once.
 */
Status removeMessageFile(const QString& path, const RemovalOrder& order, const JobContext& job);

/** Why a message cannot be read although the file is there. */
Failure unreadable(const QString& detail);

} // namespace staffelstab::mail
