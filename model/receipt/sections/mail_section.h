// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace staffelstab::receipt {

/** How the mail was separated. */
struct MailSection
{
    static constexpr const char* key = "mail";

    struct Count
    {
        quint32 messages = 0;
        qint64 bytes = 0;
    };
    quint32 mailboxes = 0;
    Count privateMail;
    Count business;
    Count protectedMail;
    Count undecided;
    quint32 unreadable = 0;
    quint32 decisions = 0;
    /** Made anew from Outlook data files, which keep no message as it was sent. */
    quint32 rebuilt = 0;
};

} // namespace staffelstab::receipt
