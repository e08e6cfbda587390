// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/mailbox_access.h"

namespace staffelstab::handover {

/** Name of the archive's passphrase in the key store. */
QString archiveKey(const HandoverCase& handover);

Result<Act> scanAct(const ActContext& context, MailboxPasswords passwords);
Result<Act> takeawayAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase);
Result<Act> removalAct(const ActContext& context, MailboxPasswords passwords);
/** Ends a removal that was stopped; the rest stays in the mailbox. */
Result<Act> leaveRestAct(const ActContext& context, MailboxPasswords passwords);
Result<Act> archiveAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase);

} // namespace staffelstab::handover
