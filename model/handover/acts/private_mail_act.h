// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/mailbox_access.h"
#include "handover/case_store.h"

namespace staffelstab::handover {

struct TakeawayInput
{
    std::vector<WantedMail> wanted;
    std::vector<MailboxLogin> logins;
    TakeawayChoice choice;
    /** Base name of what is written. */
    QString name;
    Secret passphrase;
};

struct TakenAway
{
    TakeawayOutcome outcome;
    /** The licence to remove; indices into TakeawayInput::wanted. */
    std::vector<archive::CopiedMessage> copies;
};

/** One of TakenAway::copies, as it is kept. */
VerifiedCopy verifiedCopy(const TakeawayInput& input, const archive::CopiedMessage& copy);

/**
 * Action::Take: copies and compares. Action::Delete: reads each message, so that exactly what the leaver saw is removed
 * later. Action::Leave: nothing.
 */
Result<TakenAway> takeAway(const TakeawayInput& input, const QDateTime& now, JobContext& job);

} // namespace staffelstab::handover
