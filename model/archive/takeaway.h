// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "core/job.h"
#include "core/secret.h"

namespace staffelstab::archive {

/** How the leaver takes the private mail along. */
struct TakeawayOptions
{
    enum class Format { Mbox, Eml };

    Format format = Format::Mbox;
    /** Folder to write into; made if missing. */
    QString target;
    /** Base name of what is written: a folder, or NAME.zip. */
    QString name;
};

struct TakeawayReport
{
    /** Folder or .zip file that was written. For the leaver only; never on the receipt. */
    QString path;
    qint64 bytesOnMedium = 0;
    bool isEncrypted = false;
    /** Verified copies: the licence to remove the originals. */
    std::vector<CopiedMessage> copied;
    std::vector<SkippedMessage> skipped;
};

/**
 * Copies, flushes, reads back and compares (SHA-256 of each message). With a passphrase everything goes into one
 * AES-256 ZIP. Nothing remains of a run that failed or was cancelled. Free space is checked first.
 */
Result<TakeawayReport> writeTakeaway(std::span<const MailSelection> selection, const TakeawayOptions& options,
                                     const Secret& passphrase, JobContext& job);

} // namespace staffelstab::archive
