// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"

namespace staffelstab::archive {

/**
 * Of the bytes that are written for the same messages: names, index, packing. To be raised with every change of them,
 * so that a newer program does not go on with what an older one has begun.
 */
inline constexpr qint64 writtenFormat = 2;

/**
 * SHA-256 of which messages are written in which order, of all that is written about them, and of writtenFormat; the
 * day aside. Where it is the same, what was written of an archive can be gone on with. The stores of the selection are
 * not asked. Cancelled if the job is.
 */
Result<QByteArray> planOf(std::span<const MailSelection> selection, const ArchiveOptions& options,
                          const JobContext& job, qint64 format = writtenFormat);

} // namespace staffelstab::archive
