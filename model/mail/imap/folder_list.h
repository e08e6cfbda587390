// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"
#include "mail/mail_store.h"

#include <vector>

namespace staffelstab::mail::imap {

/**
 * The folders that can be opened, with their number of messages: all of the user's own namespace, or exactly those that
 * `wanted` names by path (FolderGone if one is not there).
 */
Result<std::vector<Folder>> listFolders(Session& session, const QStringList& wanted);

/** Readable path of a mailbox name; a '/' inside a level becomes U+2215 where the server joins levels otherwise. */
QString folderPath(const QByteArray& rawName, char delimiter, bool isUtf8 = false);

} // namespace staffelstab::mail::imap
