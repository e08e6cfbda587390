// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/sieve/script_account.h"
#include "reply/vacation_script.h"

namespace staffelstab::reply {

/** What was found on the server before anything is changed. */
struct ReplyInspection
{
    /** Empty: none. */
    QString activeScript;
    /** Of the active script and all that it runs. */
    std::vector<FoundForward> forwards;
    /** The user answers already; that reply gives way to ours. */
    bool hasOwnVacation = false;
    /** The active script is ours, from an earlier visit. */
    bool isOurs = false;
};

struct InstalledReply
{
    QString script;
    /** What was active before and comes back on cancel; empty: nothing was. */
    QString previousScript;
    /** Of the script as it was read back. */
    QByteArray sha256;
    ReplyInspection found;
};

/** Name of our script. */
QString replyScriptName();

/** Looks at the filters that run, without a change. Scripts that cannot be read are a Failure: a forward may hide
 * there. */
Result<ReplyInspection> inspectReplies(sieve::ScriptAccount& account);

/**
 * Puts the reply in front of the user's own filters, reads it back, makes it the active script and asks the server
 * whether it is. A kill in between leaves the old script active. The user's script stays on the server untouched. Can
 * be repeated with another text.
 */
Result<InstalledReply> installReply(sieve::ScriptAccount& account, const OutOfOffice& reply);

/**
 * Makes the script active again that was before, as noted in ours, and removes ours. If somebody has made another one
 * active meanwhile, that stays. NoSuchEntry if ours is not there; FolderGone-like loss of the old script is told in the
 * result: then none is active.
 */
struct TakenBackReply
{
    QString restoredScript;
    bool isPreviousMissing = false;
};
Result<TakenBackReply> takeReplyBack(sieve::ScriptAccount& account);

} // namespace staffelstab::reply
