// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/dropped_files.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

namespace staffelstab::wizard_pages {

void acceptFiles(QDragEnterEvent* event)
{
    if (!droppedFiles(event).isEmpty()) {
        event->acceptProposedAction();
    }
}

QStringList droppedFiles(const QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            files += url.toLocalFile();
        }
    }
    return files;
}

} // namespace staffelstab::wizard_pages
