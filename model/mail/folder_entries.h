// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab::mail {

/** One name in a folder on disk; nothing is followed or opened to learn this. */
struct FolderEntry
{
    enum class Type { File, Folder, Link, Other };

    /** As on disk. */
    QByteArray rawName;
    /** Empty if the name is not valid in the system's encoding: Qt cannot open such a file. */
    QString name;
    Type type = Type::File;
};

/** All names in `folder`, sorted by their bytes; FileNotFound, FileNotReadable, MediumGone. */
Result<std::vector<FolderEntry>> entriesOf(const QString& folder);

} // namespace staffelstab::mail
