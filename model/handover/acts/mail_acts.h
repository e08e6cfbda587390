// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/mailbox_access.h"

namespace staffelstab::handover {

/** Name of the archive's passphrase in the key store. */
QString archiveKey(const HandoverCase& handover);

/** What a copy is called: a word and the number of the case. */
QString copyName(const HandoverCase& handover, const char* german, const char* english);

Result<Act> scanAct(const ActContext& context, MailboxPasswords passwords);
Result<Act> takeawayAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase);
Result<Act> removalAct(const ActContext& context, MailboxPasswords passwords);
/** Ends a removal that was stopped; the rest stays in the mailbox. */
Result<Act> leaveRestAct(const ActContext& context, MailboxPasswords passwords);

} // namespace staffelstab::handover
