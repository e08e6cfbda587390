// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <span>
#include <vector>

namespace staffelstab::mail::imap {

/** A message of a folder that has the size and header of an order's message. */
struct Match
{
    /** Into the orders. */
    std::size_t order = 0;
    /** In the folder that was searched, whatever key the order has. */
    MessageRef there;
};

/**
 * Looks through a folder for messages that lie there under another UID than the orders know. Only sizes are asked of
 * all of its messages, and headers of those of a size that is looked for; bodies are left to the caller to compare.
 */
Result<std::vector<Match>> findAlike(SessionKeeper& sessions, const Folder& folder,
                                     std::span<const RemovalOrder* const> orders, JobContext& job);

} // namespace staffelstab::mail::imap
