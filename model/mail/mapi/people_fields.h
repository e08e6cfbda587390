// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mapi/item.h"

#include <vector>

namespace staffelstab::mail::mapi {

/** A person as a header names one. */
struct Mailbox
{
    QString name;
    /** SMTP where the item holds it, be it with another mention of the person; else the X.500 name as text; may be
     * empty. */
    QString address;

    [[nodiscard]] bool isEmpty() const { return name.isEmpty() && address.isEmpty(); }
};

enum class Role { To = 1, Cc = 2, Bcc = 3 };

/** Who the message is from; empty for items nobody sent. */
Mailbox senderOf(const Item& item);
/** Who sent it in the sender's place; empty if that is the same person. */
Mailbox secretaryOf(const Item& item);
/** From the recipient table, or where there is none from the text that Outlook shows. */
std::vector<Mailbox> recipientsOf(const Item& item, Role role);

/** `name <address>`; an X.500 name stands in quotes, since it is no address of RFC 5322. */
QByteArray headerMailbox(const Mailbox& mailbox);
/** All of them, each on a line of its own. */
QByteArray headerMailboxes(const std::vector<Mailbox>& mailboxes);

} // namespace staffelstab::mail::mapi
