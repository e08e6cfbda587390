// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/copy_plan.h"
#include "files/file_table.h"
#include "handover/act.h"
#include "handover/topics/files_topics.h"

#include <functional>
#include <memory>

namespace staffelstab::handover {

using FileTablePtr = std::shared_ptr<const files::FileTable>;

/**
 * What no verdict on a folder reaches: the mailboxes of the case and of mail programs on this computer, the case with
 * its lock and journal, what was and will be written for the handover, and the settings of programs. Reads names on
 * disk.
 */
files::OffLimits offLimitsOf(const std::vector<mail::MailboxSource>& mailboxes, const QString& caseFile,
                             const QStringList& targets);

/** Looks through FilesChoice::roots; `found` is called on the case's thread. The table is never saved: names are
 * private. */
Result<Act> walkFilesAct(const ActContext& context, std::function<void(FileTablePtr)> found);

/**
 * Copies what is private to the leaver's medium and what is business to the handover folder; sets FilesOutcome. With
 * FilesChoice::isLocked the private ones go into a ZIP under `passphrase`.
 */
Result<Act> copyFilesAct(const ActContext& context, const FileTablePtr& table, Secret passphrase = {});

/**
 * Removes the private originals. Each copy is compared once more before, so that nothing has to be remembered from the
 * copying; the journal gets numbers only. A ZIP is opened with `passphrase` for that, which so proves to be the right
 * one.
 */
Result<Act> removeFilesAct(const ActContext& context, const FileTablePtr& table, Secret passphrase = {});

/** Where the files of one verdict go: to tell beforehand what the medium cannot take. */
Result<files::CopyPlan> plannedCopy(const FilesChoice& choice, const files::FileTable& table, Verdict verdict,
                                    const files::OffLimits& offLimits = {});

} // namespace staffelstab::handover
