// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "files/file_table.h"

#include <QStringList>

namespace staffelstab::files {

/**
 * Looks through folders, level by level, without opening a file. Links are not followed, other media mounted below a
 * root are not entered; a root that lies inside another is refused (BadInput). What cannot be read is in the table as
 * such. What is off limits is in it as a closed item without children. Cancelled within one folder.
 */
Result<FileTable> walkFiles(const QStringList& roots, const OffLimits& offLimits, JobContext& job);

} // namespace staffelstab::files
