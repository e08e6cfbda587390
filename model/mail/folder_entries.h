// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
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

/** By their bytes. */
inline bool comesBefore(const FolderEntry& a, const FolderEntry& b)
{
    return a.rawName < b.rawName;
}

/** Calls `visit` for each name in `folder`, in no order; FileNotFound, FileNotReadable, MediumGone. */
Status visitEntries(const QString& folder, const std::function<void(FolderEntry&&)>& visit);

/** What Qt opens by the name FolderEntry::rawName, if it can be decoded. */
QString nameFromDisk(const QByteArray& rawName);

/** All of them, in order. Not for folders that may hold a million files. */
Result<std::vector<FolderEntry>> entriesOf(const QString& folder);

} // namespace staffelstab::mail
