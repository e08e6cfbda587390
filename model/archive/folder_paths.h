// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "archive/safe_name.h"

#include <span>

namespace staffelstab::archive {

/** Names of a selection's mail folders inside a copy; the mailbox's name comes first where there is more than one. */
class FolderPaths
{
public:
    explicit FolderPaths(std::span<const MailSelection> selection) : m_selection(selection) {}

    /** Levels as the reader knows them. */
    [[nodiscard]] QStringList levels(int mailbox, int folder) const;
    /** Safe and unique, for a folder of files. */
    QString folder(int mailbox, int folder);
    /** Safe and unique, for one file that holds the whole folder. */
    QString file(int mailbox, int folder, const QString& suffix);

private:
    std::span<const MailSelection> m_selection;
    SafePaths m_paths;
};

} // namespace staffelstab::archive
