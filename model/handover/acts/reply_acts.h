// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/reply_topics.h"

namespace staffelstab::handover {

/** Name of the login in the key store. */
QString sieveKey(const reply::SieveServer& server);

/**
 * Acts on the filters of the mail server named in ReplyChoice. An empty password is looked up in the key store, also
 * under the mailbox of the same user on the same host; one that worked is kept there.
 */

/** Looks what filters and forwards there are; sets ReplyFindings, changes nothing. */
Result<Act> inspectReplyAct(const ActContext& context, Secret password);
/** BadInput if the reply has a fault. Sets ReplyFindings and ReplyOutcome. */
Result<Act> installReplyAct(const ActContext& context, Secret password);
/** Gives the user's own filters back and forgets ReplyOutcome. */
Result<Act> takeReplyBackAct(const ActContext& context, Secret password);

} // namespace staffelstab::handover
