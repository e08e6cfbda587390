// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/folder_list.h"
#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <span>

namespace staffelstab::mail::imap {

/** The folders to look in where folders are labels (imap/trash_removal.h), as far as the server shows them. */
Result<LabelFolders> findLabelFolders(SessionKeeper& sessions, const JobContext& job);

/** The leaver had it read, so its messages have orders of their own. */
[[nodiscard]] bool isRead(const SessionKeeper& sessions, const Folder& folder);

/** It was seen there. */
[[nodiscard]] Failure stillThere(const Folder& folder, const QString& detail);

/**
 * Of what `outcome` takes for removed because it is not in `from`: puts to the kept what lies in the trash, or, if that
 * folder was not read, among all mail, and what nobody can say of whether it is gone.
 */
Status lookElsewhere(SessionKeeper& sessions, const Folder& from, std::span<const RemovalOrder> orders,
                     RemovalOutcome& outcome, JobContext& job);

} // namespace staffelstab::mail::imap
