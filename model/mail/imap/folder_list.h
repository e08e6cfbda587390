// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/login.h"
#include "mail/mail_store.h"

#include <optional>
#include <vector>

namespace staffelstab::mail::imap {

/**
 * The folders that can be opened, with their number of messages: all of the user's own namespace, or exactly those that
 * `wanted` names by path (FolderGone if one is not there).
 */
Result<std::vector<Folder>> listFolders(Session& session, const QStringList& wanted);

/** Folders that matter to a removal where folders are labels, by their special use (RFC 6154) alone. */
struct LabelFolders
{
    /** \Trash; what is removed there is gone. */
    std::optional<Folder> trash;
    /** \All; shows every message but those in the trash and among the spam. */
    std::optional<Folder> all;
};

Result<LabelFolders> labelFolders(Session& session);

/** Readable path of a mailbox name; a '/' inside a level becomes U+2215 where the server joins levels otherwise. */
QString folderPath(const QByteArray& rawName, char delimiter, bool isUtf8 = false);

} // namespace staffelstab::mail::imap
