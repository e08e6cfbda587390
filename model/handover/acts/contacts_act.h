// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "reply/smtp/mail_sender.h"

namespace staffelstab::handover {

/** Name of a login for sending mail in the key store. */
QString smtpKey(const reply::SmtpServer& server);

/**
 * Does what ContactsChoice says: writes the list of business contacts, then the letters. `password` is the one for
 * sending; empty: the key store is asked, then the mailbox's own. `passwords` are those of the mailboxes, for drafts.
 * Only people whom privateContacts() and businessContacts() name are written to or listed, whatever the choice says.
 * May be started again after a stop or with more people; nobody gets a letter twice.
 */
Result<Act> contactsAct(const ActContext& context, MailboxPasswords passwords, Secret password);

} // namespace staffelstab::handover
