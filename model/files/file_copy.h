// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "files/copy_plan.h"

namespace staffelstab::files {

/** A file that was copied, flushed, read back and compared: the licence to remove the original. */
struct CopiedFile
{
    QByteArray source;
    QByteArray place;
    qint64 bytes = 0;
    QByteArray sha256;
};

struct FileProblem
{
    QByteArray source;
    Failure why;
};

struct CopyReport
{
    std::vector<CopiedFile> copied;
    /** Still only where they were, each with its reason. */
    std::vector<FileProblem> failed;
    qint64 bytes = 0;
    /** Of `copied`, those an earlier run had brought over. */
    quint32 alreadyThere = 0;
    /** SHA-256 of manifest-sha256.txt, if one was written. */
    QByteArray manifestSha256;
};

/**
 * Copies as planned into plan.target: under NAME.part, flushed in batches, read back, compared by SHA-256, given times
 * and attributes, renamed. Holes of sparse files stay holes. Nothing is overwritten: the same content counts as copied,
 * another one is a FileExists problem. What is wrong with one file is listed and the rest goes on; what is wrong with
 * the medium (DiskFull, MediumGone) or a cancel ends the run and leaves whole files only, so that the same call goes on
 * from there. With `hasManifest` the list of all checksums stands in the target, for sha256sum -c.
 */
Result<CopyReport> copyFiles(const CopyPlan& plan, bool hasManifest, JobContext& job);

/** Both names lead to one file, be it by a link, a mount or another spelling. False where one of them is not there. */
bool isSameFile(const QByteArray& one, const QByteArray& other);

/** SHA-256 of a file by the bytes of its name; a link is refused. Progress counts no bytes. */
Result<QByteArray> hashOf(const QByteArray& name, const JobContext& job);

} // namespace staffelstab::files
