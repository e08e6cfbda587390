// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/file_copy.h"
#include "files/off_limits.h"

#include <functional>

namespace staffelstab::files {

struct RemovalReport
{
    quint32 removed = 0;
    qint64 bytes = 0;
    /** Still there, each with its reason: changed since the copy, the copy is not there any more, not permitted. */
    std::vector<FileProblem> kept;
    /** Asked to stop in between; what was removed is counted. */
    bool isCancelled = false;
};

/** Told before each batch (what is about to go) and after it (what is gone), so that it can be written down. */
class RemovalWitness
{
public:
    virtual ~RemovalWitness() = default;
    virtual Status removalBegins(quint32 files) = 0;
    virtual Status removed(quint32 files, qint64 bytes) = 0;
};

/** SHA-256 of a file's copy as it is now; a Failure if there is none any more. */
using CopyHash = std::function<Result<QByteArray>(const CopiedFile&)>;
/** For copies that stand below plan.target as they were made by copyFiles(). Both outlive it. */
CopyHash hashInFolder(const CopyPlan& plan, const JobContext& job);

/**
 * Removes the originals of files that were copied. Right before, each is hashed again and so is its copy; if either is
 * not what was compared, the original stays. Folders that were to be taken as a whole and are empty now go too. A file
 * that is off limits stays (NotPermitted); one that is gone already counts as removed. A Failure comes from the witness
 * only.
 */
Result<RemovalReport> removeCopied(const CopyPlan& plan, const std::vector<CopiedFile>& copied,
                                   const CopyHash& hashOfCopy, const OffLimits& offLimits, RemovalWitness& witness,
                                   JobContext& job);

} // namespace staffelstab::files
