// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"

namespace staffelstab::archive {

struct InspectedArchive
{
    ArchiveCheck check;
    /** SHA-256 of tagmanifest-sha256.txt: the writer knows what it must be. */
    QByteArray seal;
};

/** The same for a sealed copy. */
Result<InspectedArchive> inspectSealed(const QString& path, const Secret& key, JobContext& job);

/** As checkBusinessArchive(), for the writer's own read-back too. */
Result<InspectedArchive> inspectArchive(const QString& path, const Secret& passphrase, JobContext& job);

} // namespace staffelstab::archive
