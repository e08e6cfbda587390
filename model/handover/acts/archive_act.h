// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/mailbox_access.h"

#include "archive/business_archive.h"

#include <functional>
#include <optional>

namespace staffelstab::handover {

/**
 * Writes the business archive, or goes on with the one an earlier run has begun. Then the passphrase is to be that of
 * the earlier run, WrongPassphrase otherwise.
 */
Result<Act> archiveAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase);

/** How far an archive has got. */
struct ArchiveStanding
{
    QString target;
    quint32 done = 0;
    quint32 messages = 0;
};

/** What an earlier run of archiveAct() left of an archive. */
struct BegunArchive
{
    archive::LyingPart part;
    /** If archiveAct() would go on with it: nothing that is in it was decided otherwise since. */
    std::optional<ArchiveStanding> standing;
};

/**
 * Looks for it where it was begun and in the target of `choice`, which is in force or only typed yet. In the case's
 * thread; its parts follow, for those who must not wait.
 */
std::optional<BegunArchive> lookForArchive(const HandoverCase& handover, const ArchiveChoice& choice,
                                           const JobContext& job);
/** What the case has noted of it; looks at no medium. On any thread. */
std::optional<archive::NotedPart> notedArchive(const QString& caseFile);
/**
 * Looks on the media, which may take as long as a share that does not answer, and at nothing of the case; on any
 * thread.
 */
std::optional<archive::LyingPart> begunArchive(archive::NotedPart noted, const QString& target);
/** How far it is; looks at no medium. */
using StandingQuestion = std::function<std::optional<ArchiveStanding>(const JobContext& job)>;
/** Made in the case's thread; to be asked on any, as long as the messages of the case are what they are. */
StandingQuestion askStanding(const HandoverCase& handover, const ArchiveChoice& choice, archive::LyingPart part);

/**
 * The file of what was begun, there or in `target`, or what has its name in `target` but is another's: what no sweep
 * takes. Empty if there is none. On any thread.
 */
QString begunArchiveFile(const QString& caseFile, const QString& target);
/**
 * Takes what was begun away, and forgets it if it is gone, or if its medium is in and it is not there; on any thread.
 * Gives what has its name and was left, as it is another's.
 */
QString takeBegunArchiveAway(const QString& caseFile, const QString& target);

} // namespace staffelstab::handover
