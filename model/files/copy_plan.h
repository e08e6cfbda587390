// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "files/file_name.h"
#include "files/file_plan.h"

#include <vector>

namespace staffelstab::files {

/** One file and its place in the copy. */
struct CopyItem
{
    /** Whole path, in bytes. */
    QByteArray source;
    /** Below the target folder, levels joined by '/'. */
    QByteArray place;
    qint64 bytes = 0;
    qint64 modified = 0;
};

struct CopyFolder
{
    QByteArray source;
    QByteArray place;
    /** False for one that is made only because something in it is copied. */
    bool isWanted = false;
};

/** What the leaver is told before anything is copied. */
struct CopyNotice
{
    enum class Kind {
        /** The medium cannot hold a file of this size: it stays where it is. */
        TooLarge,
        /** The medium cannot keep the name; the copy has another. */
        Renamed,
        /** On the medium two names are one; the copy of one has another. */
        CaseClash,
        /** A link, a mount point or a device: not copied. */
        NotCopied,
        /** Nobody may read it: not copied. */
        Unreadable,
    };
    Kind kind = Kind::NotCopied;
    QByteArray source;
    /** The name in the copy, for Renamed and CaseClash. */
    QByteArray place;
};

struct CopyPlan
{
    QString target;
    std::vector<CopyItem> items;
    /** Folders to make, also those that hold no file; parents first. */
    std::vector<CopyFolder> folders;
    std::vector<CopyNotice> notices;
    qint64 bytes = 0;
    /** Free on the medium; -1 if unknown. */
    qint64 freeBytes = -1;
    /** The target is no stick nor other drive: the copy goes back with the computer. */
    bool staysWithComputer = false;
    /** Largest file of the medium where all goes into one file, a ZIP; -1: no limit that matters. */
    qint64 largestWhole = -1;

    [[nodiscard]] bool hasRoom() const { return freeBytes < 0 || bytes + (qint64{16} << 20) <= freeBytes; }
    [[nodiscard]] bool isTooLarge() const { return largestWhole >= 0 && bytes > largestWhole; }
    [[nodiscard]] quint32 count(CopyNotice::Kind kind) const;
};

/**
 * Where each file of one verdict goes on a medium with these rules. The same table and plan give the same places, so
 * that a copy that was stopped finds its files again. What is off limits by now has no place. BadInput if the target
 * lies in a folder that is to be copied, or the copy would be the original itself.
 */
Result<CopyPlan> planCopy(const FileTable& table, const FilePlan& plan, Verdict verdict, const QString& target,
                          const MediumRules& rules, const OffLimits& offLimits = {});

} // namespace staffelstab::files
