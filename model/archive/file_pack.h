// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/secret.h"

#include <QHash>

#include <span>
#include <vector>

namespace staffelstab::archive {

/** One file for a pack. */
struct PackItem
{
    /** Whole path, in bytes. */
    QByteArray source;
    /** Inside the pack: UTF-8, levels joined by '/', no level empty, "." or "..". */
    QByteArray place;
    qint64 bytes = 0;
    /** Seconds since 1970. */
    qint64 modified = 0;
};

/** A file that stands in the pack, read back and compared. */
struct PackedFile
{
    std::size_t item = 0;
    qint64 bytes = 0;
    QByteArray sha256;
};

struct UnpackedFile
{
    std::size_t item = 0;
    Failure why;
};

struct PackReport
{
    QString path;
    std::vector<PackedFile> packed;
    /** Could not be opened: not in the pack. */
    std::vector<UnpackedFile> failed;
    qint64 bytes = 0;
};

/**
 * Files of any kind in one AES-256 ZIP, as the private copy of mail has it: names and sizes stay hidden, the times of
 * the files are kept to two seconds. NAME.zip in `target`, or "NAME (2).zip". Read back and compared before it gets its
 * name; nothing remains of a run that failed or was cancelled. A file that breaks off while it is read ends the run
 * (FileNotReadable, with its path).
 */
Result<PackReport> packFiles(std::span<const PackItem> items, const QString& target, const QString& name,
                             const Secret& passphrase, JobContext& job);

/** SHA-256 of each file in a pack, by its place; nothing is believed before the pack is found authentic. */
Result<QHash<QByteArray, QByteArray>> hashesInPack(const QString& path, const Secret& passphrase, JobContext& job);

} // namespace staffelstab::archive
