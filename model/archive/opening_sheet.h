// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/business_archive.h"

namespace staffelstab::archive {

/** The end of the sheet's file name: "-Anleitung.txt" or "-how-to-open.txt". */
QString sheetSuffix(const QString& language);

/** One page in plain language for whoever finds the archive in a drawer: how to open it, what is inside, how to check
 * it. */
QString openingSheet(const ArchiveOptions& options, const ArchiveReport& report);

} // namespace staffelstab::archive
