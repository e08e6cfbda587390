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
 * path, and the next run, which misses it in its folder, looks for it there.
 *
 * Removed is what this run took out of the trash itself, or what another folder's order was removed for
 * (RemovalOrder::isRemovedElsewhere). All else that is gone from its folder may lie anywhere: archived, restored, put
 * to the trash as other bytes. It is kept, as StillInMailbox where it was seen, else as RemovalUnproven.
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
        /** By us, in this run. */
        bool isOurs = false;
        /** Its UID in the trash, as COPYUID had it; 0 if it did not. */
        quint32 told = 0;
        /** X-GM-MSGID; 0 while unknown. */
        quint64 commonId = 0;
        /** The messages in the trash that are the order's, byte for byte. */
        std::vector<quint32> doomed = {};
        /** Put there or found there, and not yet expunged. */
        bool isInTrash = false;
        bool isUnreadable = false;
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
    Status settleMoved();
    /** Empty: removed. */
    [[nodiscard]] std::optional<Failure> verdictOn(const Moved& moved, const std::set<quint64>& inTrash,
                                                   const std::set<quint64>& amongAll) const;
    [[nodiscard]] bool isToBeSearchedAmongAll(const Moved& moved) const;
    [[nodiscard]] Failure unproven() const { return {Failure::Kind::RemovalUnproven, m_folder.path, {}}; }
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
    /** UID in the folder to X-GM-MSGID. */
    std::map<quint32, quint64> m_commonIds;
    bool m_isMoveSent = false;
    /** Not yet in the outcome. */
    std::vector<Moved> m_moved;
};

} // namespace staffelstab::mail::imap
