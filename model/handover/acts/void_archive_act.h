// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/void_archive_topic.h"

namespace staffelstab::handover {

/**
 * Removes archives that became void, with their sealed copies. Only what still is what was written: a file by its
 * SHA-256, a folder as an intact bag with the same seal. One that is gone counts as removed. The journal hears of each
 * before and after. What is left comes back. `standing`: paths of the archive that counts; they are never touched, and
 * a void archive that lay there counts as replaced.
 */
Result<std::vector<ArchiveOutcome>> removeVoidArchives(const std::vector<ArchiveOutcome>& archives,
                                                       const QStringList& standing, Journal& journal, JobContext& job);

/** The same as an act of its own; FileChanged if one had to stay. */
Result<Act> removeVoidArchivesAct(const ActContext& context);

} // namespace staffelstab::handover
