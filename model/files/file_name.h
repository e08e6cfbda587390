// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace staffelstab::files {

/** What a medium can keep. */
struct MediumRules
{
    /** Largest file; -1: no limit that matters. */
    qint64 largestFile = -1;
    /** Names as Windows allows them: no < > : " / \\ | ? *, no control characters, no trailing dot or space, no CON. */
    bool hasWindowsNames = false;
    /** "Foto.jpg" and "foto.JPG" are one file. */
    bool ignoresCase = false;
    /** Names must be text. */
    bool needsUnicode = false;
    /** Bytes in UTF-8 (UTF-16 units where Windows names rule) that a name may have. */
    int longestName = 255;
    QString fileSystem;
};

/** The rules of a file system by its name as the system gives it: "vfat", "msdos", "exfat", "ntfs", "ext4", ... */
MediumRules rulesOf(const QByteArray& fileSystem);
/** Of the medium that holds `path`, or its nearest folder that exists. */
MediumRules rulesFor(const QString& path);
/** Of names inside a ZIP, which is unpacked who knows where. */
MediumRules rulesOfZip();

/** True if the medium can keep this name as it is. */
bool fits(const QByteArray& name, const MediumRules& rules);
/** The nearest name that fits; the ending is kept. */
QByteArray fittingName(const QByteArray& name, const MediumRules& rules);
/** Names with the same key are one file on the medium. */
QByteArray nameKey(const QByteArray& name, const MediumRules& rules);

} // namespace staffelstab::files
