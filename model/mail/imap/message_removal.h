// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/folder_expunge.h"
#include "mail/imap/group_removal.h"

namespace staffelstab::mail::imap {

/**
 * On a server whose folders are folders: hash again, mark as deleted, UID EXPUNGE of exactly these, look whether they
 * are gone. What could not be removed has its mark taken back. MOVE (RFC 6851) has no use here: it would leave private
 * mail on the server in another folder. Where folders are labels, TrashRemoval takes its place.
 */
class MessageRemoval : public GroupRemoval
{
public:
    /** What a message counts for that was gone before; in the trash of labels somebody may have restored it. */
    enum class Gone { Removed, Unproven };

    MessageRemoval(SessionKeeper& sessions, const Folder& folder, Gone gone, JobContext& job);

    bool removeGroup(std::span<const RemovalOrder> group) override;

private:
    std::vector<quint32> settle(const Status& expunged, const Result<std::vector<quint32>>& found);

    Gone m_gone;
    FolderExpunge m_expunge;
};

} // namespace staffelstab::mail::imap
