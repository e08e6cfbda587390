// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

namespace staffelstab::mail {

/** A mailbox found on this computer, to be offered; nothing of it was opened. */
struct LocalMailbox
{
    enum class Program { Thunderbird, Outlook, KMail, Evolution, Other };

    Program program = Program::Other;
    /** Name of the profile or file. */
    QString name;
    MailboxSource source;
};

/**
 * Mailboxes at the places where mail programs keep them below `home`: Thunderbird's profiles, Outlook data files, the
 * plain folders of KMail and Evolution, ~/Maildir and ~/mbox. Looks at names, and whether a file of KMail or Evolution
 * begins as an mbox does.
 */
std::vector<LocalMailbox> findLocalMailboxes(const QString& home);

} // namespace staffelstab::mail
