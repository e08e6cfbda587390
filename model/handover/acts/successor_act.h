// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"

namespace staffelstab::handover {

/**
 * Copies the business mail as SuccessorChoice says (Way::Copy). `targetPassword` may be empty where the target is
 * reached by the login of one of the case's mailboxes. May be done again; nothing arrives twice.
 */
Result<Act> successorCopyAct(const ActContext& context, MailboxPasswords passwords, Secret targetPassword);

/** Reads the access lists of all folders with business mail, for SuccessorAccess. Changes nothing. */
Result<Act> successorAccessAct(const ActContext& context, MailboxPasswords passwords, const QString& identifier,
                               int mailbox);

/**
 * Lets the successor read the chosen folders (Way::Share), those only that hold nothing but business mail at that
 * moment, and reads the lists back. NotAllowedNow before the private mail is settled.
 */
Result<Act> successorShareAct(const ActContext& context, MailboxPasswords passwords);

/** Takes back what successorShareAct() granted, and reads the lists back. */
Result<Act> successorRevokeAct(const ActContext& context, MailboxPasswords passwords);

} // namespace staffelstab::handover
