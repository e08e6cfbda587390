// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/unreadable_entry.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** By what a person finds a message in its folder that cannot be read, or whose subject is not at hand. */
struct MessagePlaceText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::MessagePlaceText)
public:
    /** "0815.eml", "item 12", "from byte 4,711 on", "number 23 on the server"; "the folder itself" for an empty key. */
    static QString of(mail::StoreKind kind, const mail::MessageKey& key);
    /** The same of an entry of this mailbox; "the whole file" where that is what cannot be read as it should. */
    static QString of(const mail::MailboxSource& mailbox, const handover::UnreadableEntry& entry);
};

} // namespace staffelstab::wizard_pages
