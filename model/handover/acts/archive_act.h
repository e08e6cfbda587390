// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/mailbox_access.h"

#include "archive/business_archive.h"

#include <optional>

namespace staffelstab::handover {

/**
 * Writes the business archive, or goes on with the one an earlier run has begun. Then the passphrase is to be that of
 * the earlier run, WrongPassphrase otherwise.
 */
Result<Act> archiveAct(const ActContext& context, MailboxPasswords passwords, Secret passphrase);

/** What an earlier run of archiveAct() left of an archive, if anything. Looks at the medium; on any thread. */
std::optional<archive::LyingPart> begunArchive(const QString& caseFile);
/** Its file; empty if there is none. */
QString begunArchiveFile(const QString& caseFile);
/** Forgets it if its medium is in and it is not there any more; on any thread. */
void forgetLostArchive(const QString& caseFile);

/** How far an archive has got. */
struct ArchiveStanding
{
    QString target;
    quint32 done = 0;
    quint32 messages = 0;
};
/** How far, if archiveAct() would go on with it: nothing that is in it was decided otherwise since. */
std::optional<ArchiveStanding> standingOf(const archive::LyingPart& part, const HandoverCase& handover);

} // namespace staffelstab::handover
