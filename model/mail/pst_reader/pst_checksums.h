// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/pst/pst_protocol.h"

#include <functional>
#include <optional>

class QIODevice;

namespace staffelstab::mail::pst {

/**
 * Compares the checksums of an Outlook data file: of every page of its two trees and of every block that is in use
 * ([MS-PST] sections 2.2.2.7.1, 2.2.2.8.1, 5.3). libpff compares none, so that a message with bits turned is read as if
 * it had been written so. Reads what is in use once, in the order in which it lies; holds 16 bytes for each block of at
 * most 8 KiB. Believes nothing of the file: a place outside it, or a tree that is none, counts as damaged.
 *
 * `tell` hears every 16 MiB how far it is, and while it looks for what is in use that it still does. Nothing for a
 * format whose places are not known here (the 4 KiB pages of Outlook 2013's OST), or if the header cannot be read.
 */
std::optional<ChecksumsFound> compareChecksums(QIODevice& file, const std::function<void(const ChecksumsFound&)>& tell);

} // namespace staffelstab::mail::pst
