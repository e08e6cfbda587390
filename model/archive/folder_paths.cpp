// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/folder_paths.h"

namespace staffelstab::archive {

QStringList FolderPaths::levels(int mailbox, int folder) const
{
    const MailSelection& chosen = m_selection[static_cast<std::size_t>(mailbox)];
    QStringList levels =
        chosen.folders[static_cast<std::size_t>(folder)].folder.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (levels.isEmpty()) {
        levels += QStringLiteral("INBOX");
    }
    if (m_selection.size() > 1) {
        // The number keeps two mailboxes of the same name apart.
        levels.prepend(chosen.mailboxName.isEmpty() ? QString::number(mailbox + 1)
                                                    : QStringLiteral("%1 %2").arg(mailbox + 1).arg(chosen.mailboxName));
    }
    return levels;
}

QString FolderPaths::folder(int mailbox, int folder)
{
    return m_paths.folder(levels(mailbox, folder));
}

QString FolderPaths::file(int mailbox, int folder, const QString& suffix)
{
    QStringList parents = levels(mailbox, folder);
    const QString name = parents.takeLast();
    return m_paths.file(m_paths.folder(parents), name, suffix);
}

} // namespace staffelstab::archive
