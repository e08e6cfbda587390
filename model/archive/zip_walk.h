// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"
#include "archive/zip_records.h"
#include "core/job.h"

#include <memory>

namespace staffelstab::archive {

/** What a packed stream may cost at most; a ZIP of a few megabytes can unfold to terabytes. */
struct WalkLimits
{
    /** All files together, unpacked. */
    quint64 bytes = 0;
    quint64 files = 2'000'000;
    /** All names together. */
    quint64 nameBytes = 512ULL << 20;
};

/**
 * Unpacks a ZIP of ZipPacker from a stream and shows each file. Accepts only what ZipPacker writes, down to the last
 * bit: anything else is ArchiveDamaged. Memory is constant. Reports progress by packed bytes against `packedTotal`.
 * Files are unpacked on other threads, ahead of their turn; source, visitor and job are called from the caller's alone.
 */
Status walkZip(ByteSource& source, FileVisitor& visitor, const WalkLimits& limits, qint64 packedTotal, JobContext& job);

class ZipWalk;

/** The same, file by file, for a ZIP of which only the beginning is there: the stream ends behind a file. */
class ZipFiles
{
public:
    ZipFiles(ByteSource& source, JobContext& job);
    ~ZipFiles();
    ZipFiles(const ZipFiles&) = delete;
    ZipFiles& operator=(const ZipFiles&) = delete;

    /** Shows one file whole; `offset` of the entry is where it stands in the ZIP. ArchiveDamaged behind the last one.
     */
    Result<ZipEntry> next(FileVisitor& visitor);
    /** Bytes of the ZIP up to behind the last file shown. */
    [[nodiscard]] quint64 position() const;

private:
    std::unique_ptr<ZipWalk> m_walk;
};

/** The comment behind the directory, if it is one of ours (letters, digits, '-', '.', ':', ' '); else empty. */
QByteArray zipComment(QByteArrayView tail);
/** How many last bytes zipComment() wants to see. */
constexpr qint64 commentWindow = 128;

} // namespace staffelstab::archive
