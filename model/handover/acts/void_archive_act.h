// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/void_archive_topic.h"

namespace staffelstab::handover {

/**
 * Removes archives that became void, with their sealed copies, sheets and labels. Only what still is what was written:
 * a file by its SHA-256, a folder as an intact bag with the same seal. The journal hears of each before and after. What
 * is left comes back with the reason; one that is not there is left too, as it may lie on a medium that is not in.
 * `standing`: paths of the archive that counts; they are never touched.
 */
Result<std::vector<VoidArchive>> removeVoidArchives(const std::vector<VoidArchive>& archives,
                                                    const QStringList& standing, Journal& journal, JobContext& job);

/** The same as an act of its own. */
Result<Act> removeVoidArchivesAct(const ActContext& context);

/** The leaver says of those that were not found that they exist no more; journal and receipt keep it as their word. */
Status sayVoidArchivesGone(HandoverCase& handover);

} // namespace staffelstab::handover
