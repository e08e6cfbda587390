// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/content_search.h"
#include "mail/imap/folder_expunge.h"
#include "mail/imap/group_removal.h"

#include <map>
#include <set>

namespace staffelstab::mail::imap {

/**
 * Where folders are labels (capability X-GM-EXT-1): there a message is one, whatever folders show it, and expunging it
 * takes one label away and leaves it in the folder of all mail. It is gone, from all of them, once it lies in the trash
 * and is removed there (https://developers.google.com/workspace/gmail/imap/imap-extensions, and the vendor's table of
 * what IMAP actions mean). So: hash again, UID MOVE to the trash (RFC 6851), take the new UIDs from COPYUID (RFC 4315)
 * or find the messages by size and header, hash them there once more, expunge exactly these, and look: in the folder,
 * in the trash, and by X-GM-MSGID among all mail, as far as the server shows those folders.
 *
 * Whatever stops it after the MOVE, nothing is lost: what lies in the trash is kept as StillInMailbox with the trash's
 * path, and the next run, which misses it in its folder, finds it there. What is gone from the folder without our doing
 * and not in the trash counts as removed: the folder of all mail has orders of its own, or is searched if it was not
 * among the folders that were read.
 */
class TrashRemoval : public GroupRemoval
{
public:
    TrashRemoval(SessionKeeper& sessions, const Folder& folder, JobContext& job);

    /** To be called first. RemovalUnsupported if the server shows no trash that can be emptied. */
    Status prepare();
    bool removeGroup(std::span<const RemovalOrder> group) override;

private:
    /** An order whose message is no longer in its folder. */
    struct Moved
    {
        const RemovalOrder* order = nullptr;
        /** Put there by us, or found there. */
        bool isInTrash = false;
        /** Its UID in the trash, as COPYUID had it; 0 if it did not. */
        quint32 told = 0;
        /** The messages in the trash that are the order's, byte for byte. */
        std::vector<quint32> doomed = {};
        /** Where it was to be, somebody has removed it. */
        bool isGoneThere = false;
        bool isUnreadable = false;
        /** X-GM-MSGID; 0 while unknown. */
        quint64 commonId = 0;
    };

    Status move();
    Status sendMove(Session& session, const std::vector<quint32>& uids);
    void takeNote(const StatusLine& status, const std::vector<quint32>& asked);
    Status settleFolder(const Status& moved);
    Result<std::vector<Match>> findInTrash();
    Status findDoomed();
    Status compare();
    Status expunge();
    Status askCommonIds(const std::vector<quint32>& uids);
    Status lookAmongAll();
    void keepMoved(const Failure& why);
    /** Puts those into the outcome and out of m_moved. */
    void keepThere(const std::set<const RemovalOrder*>& orders, const Folder& folder, const QString& detail);

    Folder m_trashFolder;
    /** Where the server shows it. */
    std::optional<Folder> m_all;
    bool m_isAllRead = true;
    FolderExpunge m_source;
    FolderExpunge m_trash;
    quint32 m_trashValidity = 0;

    // the group
    /** UID in the folder to UID in the trash. */
    std::map<quint32, quint32> m_told;
    /** Not yet in the outcome. */
    std::vector<Moved> m_moved;
};

/**
 * Of what `outcome` takes for removed because it is not in its folder: puts to the kept what lies in the trash, or, if
 * that folder was not read, among all mail.
 */
Status lookElsewhere(SessionKeeper& sessions, std::span<const RemovalOrder> orders, RemovalOutcome& outcome,
                     JobContext& job);

} // namespace staffelstab::mail::imap
