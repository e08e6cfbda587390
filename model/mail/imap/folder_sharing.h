// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/imap_store.h"
#include "mail/mail_store.h"

#include <memory>
#include <set>

namespace staffelstab::mail {

/** Who may do what with a folder, as the server lists it (RFC 4314). */
struct FolderAccess
{
    QString identifier;
    /** One letter a right: l may see the folder, r may read it. */
    QString rights;

    bool operator==(const FolderAccess&) const = default;
};

/** True if one of the entries lets `identifier` see and read, and none takes that away. */
bool mayRead(const std::vector<FolderAccess>& access, const QString& identifier);

/**
 * Lets somebody else on the same server read folders of this mailbox, and takes that back. Reading means the rights l
 * and r, nothing more. Rights that are there already are never taken away.
 */
class FolderSharing
{
public:
    virtual ~FolderSharing() = default;

    /** The access list as it is. NotPermitted where the user may not administer the folder. */
    virtual Result<std::vector<FolderAccess>> look(const Folder& folder, JobContext& job) = 0;
    /** How many messages the folder holds at this moment that are not among `mayBeSeen`. */
    virtual Result<qint64> others(const Folder& folder, const std::set<MessageKey>& mayBeSeen, JobContext& job) = 0;
    /**
     * Grants reading and returns the list as it was read back; NotPermitted if it is not in it. `mayBeSeen` holds the
     * keys of all messages that the other person may read: if the folder holds any other at this moment, nothing is
     * granted and NotAllowedNow comes back with their number in detail.
     */
    virtual Result<std::vector<FolderAccess>> grantReading(const Folder& folder, const QString& identifier,
                                                           const std::set<MessageKey>& mayBeSeen, JobContext& job) = 0;
    /** Takes l and r away again and returns the list as it was read back. */
    virtual Result<std::vector<FolderAccess>> revokeReading(const Folder& folder, const QString& identifier,
                                                            JobContext& job) = 0;
};

/** SharingUnsupported where the server has no ACL. */
Result<std::unique_ptr<FolderSharing>> openFolderSharing(const MailboxSource& source, const Secret& password,
                                                         JobContext& job);
/** The same over streams of the caller's making. */
Result<std::unique_ptr<FolderSharing>> openFolderSharing(const MailboxSource& source, const Secret& password,
                                                         JobContext& job, const ImapOptions& options,
                                                         imap::StreamFactory streams);

} // namespace staffelstab::mail
