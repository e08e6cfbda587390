// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/message_table.h"

#include <vector>

namespace staffelstab::separation {

/**
 * For each row the first row of the same message: one that lies in an IMAP account, an Outlook data file and an old
 * archive is three rows and one message. Copies have the same second, subject and Message-ID, no two different senders,
 * and the same content: hashes of the text's words, of which four fifths must be common. One without Message-ID
 * (Outlook's sent mail) is a copy of the only one in other mailboxes that fits; within one mailbox two such messages
 * stay two, and are copies of nothing. Those of one size, header and content in several folders of one mailbox are
 * always one: on servers whose folders are labels, what removes one removes all of them.
 */
std::vector<Row> originalsOf(const MessageTable& table);

} // namespace staffelstab::separation
