// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QDragEnterEvent;
class QDropEvent;

namespace staffelstab::wizard_pages {

/** Lets files be dropped here and nothing else. */
void acceptFiles(QDragEnterEvent* event);
/** Files and folders of this computer among what was dropped. */
QStringList droppedFiles(const QDropEvent* event);

} // namespace staffelstab::wizard_pages
