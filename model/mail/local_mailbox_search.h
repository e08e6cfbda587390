// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/local_mailboxes.h"

#include <QObject>

namespace staffelstab::mail {

/** Looks for mailboxes on this computer without holding up the window. Lives on the GUI thread. */
class LocalMailboxSearch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /** found() follows, once. */
    void start(const QString& home);
    [[nodiscard]] const std::vector<LocalMailbox>& mailboxes() const { return m_mailboxes; }

Q_SIGNALS:
    void found();

private:
    std::vector<LocalMailbox> m_mailboxes;
};

} // namespace staffelstab::mail
