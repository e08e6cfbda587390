// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/mailbox_access.h"

namespace staffelstab::handover {

struct Scanned
{
    ScanReport report;
    separation::MessageTable table;
    /** The logins that worked, to be kept. */
    std::vector<MailboxLogin> logins;
};

/**
 * Reads folders and headers of all mailboxes into a fresh table. Read-only. With a case file, what was found is kept
 * there on the way, and what an earlier scan kept is not read again.
 */
Result<Scanned> scanMailboxes(std::vector<MailboxLogin> logins, const QString& leaverAddress, const QDateTime& now,
                              JobContext& job, const QString& caseFile = {});

} // namespace staffelstab::handover
