// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"
#include "archive/message_copy.h"

#include <optional>

namespace staffelstab::archive {

/** Of the file that is handed over: ".zip", ".iso"; empty for a folder. */
QString suffixOf(ArchiveOptions::Container container);

/** Of the ZIP in the ZIP; `name`: without suffix. */
QString innerName(const QString& name);

/** Only a ZIP has a part that proves what is in it; the sealed copy would have to be gone on with in step. */
bool canBeGoneOnWith(const ArchiveOptions& options);

/** One attempt to write an archive: what it goes on with, and what came of it. */
struct ArchiveAttempt
{
    /**
     * Looks for what can be gone on with; a part that fits the plan no more is removed. FileExists if one of its name
     * that is another's stands in its way.
     */
    static Result<ArchiveAttempt> first(std::span<const MailSelection> selection, const ArchiveOptions& options,
                                        const JobContext& job);

    /** Of the selection and the options; empty if the archive cannot be gone on with. */
    QByteArray plan;
    std::optional<NotedPart> earlier;
    SkippedBefore skippedBefore = SkippedBefore::AskedAgain;
    /** What was noted of the part may fit if they stay skipped. */
    bool mayKeepSkipped = false;
    /** Something was written, or could have been. */
    bool isBegun = false;
    /** A later one could go on. */
    bool leavesPlace = false;
    /** Going on was not possible. */
    ArchiveReport::Beginning whyAnew = ArchiveReport::Beginning::Anew;
};

} // namespace staffelstab::archive
