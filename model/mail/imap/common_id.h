// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/imap/session_keeper.h"
#include "mail/mail_store.h"

#include <map>
#include <set>
#include <vector>

namespace staffelstab::mail::imap {

/**
 * X-GM-MSGID of messages of the open folder, by UID: what a message is called in every folder that shows it. Those the
 * server does not tell are left out.
 */
Result<std::map<quint32, quint64>> commonIds(Session& session, const std::vector<quint32>& uids);

/** Which of some messages a folder shows; many are asked for at once, as the usual answer is none. */
class CommonIdSearch
{
public:
    CommonIdSearch(Folder folder, std::vector<quint64> ids);

    Status run(Session& session);
    [[nodiscard]] qint64 progress() const { return static_cast<qint64>(m_next); }
    [[nodiscard]] const std::set<quint64>& found() const { return m_found; }

private:
    /** False also where the server will not answer about so many. */
    Result<bool> showsNone(Session& session, std::size_t from, std::size_t to);

    Folder m_folder;
    std::vector<quint64> m_ids;
    std::size_t m_next = 0;
    std::set<quint64> m_found;
};

} // namespace staffelstab::mail::imap
