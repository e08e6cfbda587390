// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"

namespace staffelstab::archive {

/**
 * SHA-256 of which messages are written in which order, and of all that is written about them; the day aside. Where it
 * is the same, what was written of an archive can be gone on with. The stores of the selection are not asked.
 */
QByteArray planOf(std::span<const MailSelection> selection, const ArchiveOptions& options);

} // namespace staffelstab::archive
