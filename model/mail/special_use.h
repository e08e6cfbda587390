// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/mail_store.h"

#include <QStringView>

namespace staffelstab::mail {

/** What a folder is for, by the last level of its path, in German or English; for stores without RFC 6154 attributes.
 */
SpecialUse specialUseOf(QStringView path);

/** Gives folders of the same readable path a number, so that a path names one folder. */
void makePathsUnique(std::vector<Folder>& folders);

/** Keeps the folders whose path is in `wanted`, all if it is empty; FolderGone for a wanted one that is not there. */
Status keepWanted(std::vector<Folder>& folders, const QStringList& wanted);

} // namespace staffelstab::mail
