// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"
#include "mail/pst/pst_protocol.h"

#include <memory>
#include <vector>

namespace staffelstab::mail::pst {

struct FoundItem
{
    quint32 id = 0;
    mapi::Item item;
};

/** An Outlook data file opened by libpff. Whatever the file holds comes back as a value or a Failure, or ends us. */
class PffFile
{
public:
    PffFile();
    ~PffFile();
    PffFile(const PffFile&) = delete;
    PffFile& operator=(const PffFile&) = delete;

    /** BadInput if it is no Outlook file, MailboxDamaged if libpff cannot open it. */
    Status open(const QString& path);
    /** The mailbox's folders, the deleted ones marked, and those beside it that hold something. No search folders. */
    Result<std::vector<FolderFound>> folders();
    /** What the last folders() could not reach. */
    [[nodiscard]] const std::vector<GapFound>& gaps() const;
    /** Makes a folder the one itemAt() is about; returns how many items it has. */
    Result<quint32> enterFolder(quint32 id);
    Result<FoundItem> itemAt(quint32 index);
    Result<FoundItem> itemOf(quint32 id);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::mail::pst
