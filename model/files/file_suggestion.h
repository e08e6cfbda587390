// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict.h"
#include "files/file_table.h"

#include <QStringList>

#include <optional>

namespace staffelstab::files {

/** Why a verdict is suggested; the page makes a sentence of it. */
enum class FileReason {
    PrivateName,
    BusinessName,
    ProtectedName,
    Photos,
    Music,
    CloudFolder,
    ProjectFolder,
    SharedDrive
};

struct FileSuggestion
{
    Verdict verdict = Verdict::Undecided;
    FileReason reason = FileReason::PrivateName;
};

/**
 * What a folder, or a file by itself, looks like; nothing if it looks like nothing. Judges by names and kinds of files
 * alone, no file is opened. Never decides anything.
 */
std::optional<FileSuggestion> suggestionFor(const FileTable& table, Item item);

/** The topmost items that have a suggestion, in the table's order. */
std::vector<std::pair<Item, FileSuggestion>> suggestions(const FileTable& table);

} // namespace staffelstab::files
