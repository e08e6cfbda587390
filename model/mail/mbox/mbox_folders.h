// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "mail/mail_store.h"

namespace staffelstab::mail {

/**
 * The mbox files below `root`, or `root` itself if it is a file (raw name "."). In a tree a file is an mbox if it
 * begins with "From ", is called *.mbox or *.mbx, or has Thunderbird's index *.msf beside it; Thunderbird's "Name.sbd"
 * holds the folders below "Name". What lies in a Maildir (cur, new, tmp) is none. Links are listed, so that they can be
 * reported, and not followed.
 */
Result<std::vector<Folder>> findMboxFolders(const QString& root, JobContext& job);

} // namespace staffelstab::mail
