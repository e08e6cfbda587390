// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/removable_drives.h"

#include "core/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>

namespace staffelstab {

QString nearestFolder(const QString& path)
{
    QDir folder(QFileInfo(path).absoluteFilePath());
    while (!folder.exists() && folder.path() != QFileInfo(folder.path()).path()) {
        folder.setPath(QFileInfo(folder.path()).path());
    }
    return folder.path();
}

std::vector<RemovableDrive> removableDrives()
{
    std::vector<RemovableDrive> drives;
    const QStringList roots = platform::removableRoots();
    for (const QString& root : roots) {
        const QStorageInfo storage(root);
        if (!storage.isValid() || !storage.isReady()) {
            continue;
        }
        const QString label = storage.name();
        drives.push_back({storage.rootPath(), label.isEmpty() ? QFileInfo(root).fileName() : label,
                          QString::fromLatin1(storage.fileSystemType()), storage.bytesAvailable(),
                          storage.isReadOnly()});
    }
    std::sort(drives.begin(), drives.end(), [](const RemovableDrive& a, const RemovableDrive& b) {
        return std::pair(a.name, a.root) < std::pair(b.name, b.root);
    });
    return drives;
}

qint64 largestFileOn(const QByteArray& fileSystem)
{
    const QByteArray name = fileSystem.toLower();
    const bool isFat = name == "vfat" || name == "msdos" || name == "fat" || name == "fat32" || name == "fat16";
    return isFat ? (qint64{1} << 32) - 1 : -1;
}

qint64 largestFileAt(const QString& path)
{
    return largestFileOn(fileSystemAt(path));
}

QByteArray fileSystemAt(const QString& path)
{
    return QStorageInfo(nearestFolder(path)).fileSystemType();
}

bool staysWithComputer(const QString& path)
{
    const QString folder = QFileInfo(nearestFolder(path)).canonicalFilePath();
    const QStringList removable = platform::removableRoots();
    const bool isRemovable = std::any_of(removable.begin(), removable.end(), [&folder](const QString& root) {
        return (folder + u'/').startsWith(root + u'/');
    });
    const auto mediumOf = [](const QString& place) { return platform::mediumOf(QFile::encodeName(place)); };
    const quint64 medium = mediumOf(folder);
    return !isRemovable && medium != 0 &&
           (medium == mediumOf(QDir::homePath()) || medium == mediumOf(QDir::rootPath()));
}

} // namespace staffelstab
