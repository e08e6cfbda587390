// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answers.h"
#include "app/call.h"
#include "core/secret.h"
#include "handover/handover_acts.h"
#include "policy/company_policy.h"

namespace staffelstab::app {

// What the commands read for the acts of a case: the policy, logins, drawings, keys.

/** The policy of the call, else of the answers, else the built-in one; with the answers' time-stamp server. */
Result<policy::CompanyPolicy> policyOf(const Answers& answers, const Call& call);
/** Empty for mailboxes that need none. */
Result<Secret> mailboxPassword(const Answers::Mailbox& mailbox);
/** One entry per mailbox. */
Result<handover::MailboxPasswords> mailboxPasswords(const Answers& answers);
/** Drawing and key of a signature; the confirmation is the caller's. */
Result<handover::SignInput> signInput(const Answers::Signature& signature);
/** Codes of everything on the receipt but what the answers say was not received. */
QStringList receivedThings(const Answers::Signature& signature, const receipt::ReceiptRecord& record);
/** The language asked for, else the system's: "de" or "en". */
QString languageOf(const Answers& answers, const Call& call);
/** Reads the file's code, or draws one and writes it there (0600) if there is no such file. */
Result<Secret> sealCode(const QString& file);

} // namespace staffelstab::app
