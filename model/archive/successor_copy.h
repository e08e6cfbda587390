// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "core/job.h"
#include "mail/imap/delivery.h"

#include <span>

namespace staffelstab::archive {

struct SuccessorCopyOptions
{
    /** Folder of the target below which the copies go, by its levels. */
    QStringList root;
    /** Where large messages may be kept for a moment. */
    QString spoolFolder;
};

struct SuccessorCopyReport
{
    /** Put there by this run, read back and compared. */
    quint32 arrived = 0;
    /** Were there from an earlier run; read back and compared. */
    quint32 wasThere = 0;
    qint64 bytes = 0;
    /** Could not be read here, were refused there, or differ when read back. */
    std::vector<SkippedMessage> failed;
};

/**
 * Copies all messages into another mailbox, folder by folder below `root`. Can be done again at any time: what has
 * arrived is not sent twice. Stops at a failure of either side; what has arrived by then stays.
 */
Result<SuccessorCopyReport> copyToSuccessor(std::span<const MailSelection> selection, mail::Delivery& target,
                                            const SuccessorCopyOptions& options, JobContext& job);

} // namespace staffelstab::archive
