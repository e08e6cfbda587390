// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "mail/imap/connection.h"
#include "mail/imap/imap_store.h"

#include <QByteArrayList>

#include <memory>

namespace staffelstab::mail::imap {

/** A folder as EXAMINE or SELECT opened it. */
struct OpenFolder
{
    QByteArray rawName;
    quint32 uidValidity = 0;
    quint32 messages = 0;
    /** 0 where the server does not say. */
    quint32 uidNext = 0;
    /** RFC 7162; 0 where the server does not say. */
    quint64 highestModSeq = 0;
    bool isWritable = false;
};

/** A connection after login. */
struct Session
{
    std::unique_ptr<Connection> connection;
    /** Upper case, as told after the login; what was said before counts for nothing. */
    QByteArrayList capabilities;
    /** Names go over the wire as UTF-8 instead of modified UTF-7 (RFC 6855). */
    bool isUtf8 = false;
    /** The folder that is open, with an empty name for none. */
    OpenFolder open;

    [[nodiscard]] bool can(const char* capability) const { return capabilities.contains(capability); }
};

/**
 * Connects and logs in (authentication.h). A server that claims to be logged in already (PREAUTH) is refused, as nobody
 * has proved anything to anyone by then.
 */
Result<std::unique_ptr<Session>> logIn(const MailboxSource& source, const Secret& password, const ImapOptions& options,
                                       const StreamFactory& streams, const JobContext& job);

/**
 * Opens a folder, for reading only unless `isWritable`. FolderGone, NotPermitted or ServerRefused with the readable
 * path as subject if the server will not.
 */
Status openFolder(Session& session, const Folder& folder, bool isWritable);

} // namespace staffelstab::mail::imap
