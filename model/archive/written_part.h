// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/part_log.h"
#include "archive/spool.h"
#include "archive/winzip_aes.h"
#include "archive/zip_walk.h"

#include <QFile>

namespace staffelstab::archive {

/**
 * What an earlier run has written of an archive (a ZIP inside an AES-256 ZIP, ResumablePart), read again from the
 * medium file by file. A piece is decrypted and looked at only once its checksum is the one that was noted; so nothing
 * that was changed on the medium passes for mail, although the archive's own proof (HMAC) stands at its end only.
 * Memory: one piece.
 */
class WrittenPart final : private ByteSource
{
public:
    /**
     * `header`: what stands before the salt, as it was first written. `unsafe`: so many bytes before the end may not
     * have reached the medium. `job` outlives this.
     */
    WrittenPart(QByteArray header, quint64 unsafe, JobContext& job);
    ~WrittenPart() override;

    /**
     * Chooses the last place that stands in the file; of what may not have reached the medium it is made sure now.
     * ArchiveDamaged if there is none, WrongPassphrase.
     */
    Status open(const QString& path, std::vector<PartPoint> points, const Secret& passphrase);

    /** Where writing goes on. */
    [[nodiscard]] const CopyPlace& place() const { return *m_points[m_used - 1].place; }
    [[nodiscard]] quint64 offset() const { return m_points[m_used - 1].offset; }
    /** Up to there. */
    [[nodiscard]] const std::vector<SkippedMessage>& skipped() const { return m_skipped; }
    [[nodiscard]] std::vector<PartPoint> pointsBehind() const;

    /** Shows the next file; confirm() must follow. ArchiveDamaged if it is not what was written. */
    Status next(FileVisitor& visitor);
    /**
     * The file that comes now must have this name and content: the one that was shown, else the next one. Gives how it
     * stands in the inner ZIP.
     */
    Result<ZipEntry> confirm(const QByteArray& name, Spool& content);
    /** Bytes of the inner ZIP so far. */
    [[nodiscard]] quint64 position() const { return m_files.position(); }
    /** All up to place() was confirmed. */
    [[nodiscard]] bool isAtEnd() const;
    /** At the end: the encryption, to go on with. */
    std::unique_ptr<WinZipAes> takeEncryption() { return std::move(m_aes); }
    /** Bytes on the medium are not those that were written. */
    [[nodiscard]] bool hasDiffered() const { return m_hasDiffered; }
    /** They are, but another file was to come. */
    [[nodiscard]] bool hasStrayed() const { return m_hasStrayed; }

private:
    Result<qint64> read(char* to, qint64 atMost) override;
    /** It has no end. */
    Result<QByteArray> tail(qint64 atMost) override;
    Failure differs(const char* what);
    Failure strays(const char* what);
    Status chooseEnd();
    /** Reads a piece and checks it; m_piece then holds it, without what stands before the first file. */
    Result<bool> isAsNoted(std::size_t number);
    Status unlock(const Secret& passphrase);
    Status nextPiece();

    QByteArray m_header;
    quint64 m_unsafe;
    QFile m_file;
    std::vector<PartPoint> m_points;
    std::vector<SkippedMessage> m_skipped;
    /** So many of the points are gone on behind, so many pieces were read. */
    std::size_t m_used = 0;
    std::size_t m_read = 0;
    std::unique_ptr<WinZipAes> m_aes;
    QByteArray m_piece;
    qsizetype m_at = 0;
    ZipFiles m_files;
    std::optional<ZipEntry> m_shown;
    JobContext& m_job;
    bool m_hasDiffered = false;
    bool m_hasStrayed = false;
};

} // namespace staffelstab::archive
