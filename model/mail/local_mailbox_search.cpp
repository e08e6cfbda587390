// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/local_mailbox_search.h"

#include "core/job.h"

namespace staffelstab::mail {

void LocalMailboxSearch::start(const QString& home)
{
    using List = std::vector<LocalMailbox>;
    startJob<List>(
        this, [home](JobContext& /*job*/) { return Result<List>(findLocalMailboxes(home)); },
        [this](Result<List> list) {
            if (list) {
                m_mailboxes = std::move(*list);
            }
            Q_EMIT found();
        });
}

} // namespace staffelstab::mail
