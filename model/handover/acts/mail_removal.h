// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/mailbox_access.h"
#include "handover/case_store.h"
#include "handover/journal.h"

#include <optional>
#include <vector>

namespace staffelstab::handover {

/** Where the messages of CaseStore::copies() are removed from. */
struct RemovalInput
{
    std::vector<MailboxLogin> logins;
    /** MessageTable::folders() at the time of the scan. */
    std::vector<separation::TableFolder> folders;
};

struct Removed
{
    /** In all runs together. */
    quint32 removed = 0;
    /** What stayed against the leaver's will. */
    std::vector<UnreadableEntry> kept;
    /** Why not everything was gone through. */
    std::optional<Failure> stopped;
    /** Something may be gone, known or not. */
    bool isTouched = false;
};

/**
 * Removes folder by folder what was copied and verified; writes each folder's outcome to the case file and the journal
 * before it goes on, so that a second run goes on where the first was stopped.
 */
Removed removeCopied(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job);

/**
 * Ends a removal that was stopped: looks what of the rest is gone, and leaves the rest in the mailbox. What cannot be
 * looked for any more, as its folder or server is gone, is kept with that reason; a login that is refused stops it.
 */
Removed leaveRest(const RemovalInput& input, CaseStore& store, Journal& journal, JobContext& job);

} // namespace staffelstab::handover
