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
 * that was changed on the medium passes for mail, although the archive's own proof (HMAC) stands at its end only. Where
 * a piece is not what was noted, the part ends at the last place before it: nothing behind that place was shown. Each
 * byte is read once, those of a message that is larger than a piece twice. Memory: one piece.
 */
class WrittenPart final : private ByteSource
{
public:
    /**
     * `file`: open to be read. `header`: what stands before the salt, as it was first written. `file` and `job` outlive
     * this.
     */
    WrittenPart(QFile& file, QByteArray header, JobContext& job);
    ~WrittenPart() override;

    /** Whether a file begins with the piece that was noted first; `header` as above. */
    static Result<bool> isFirstPiece(QFile& file, const QByteArray& header, const PartPoint& first);

    /** ArchiveDamaged if there is no place that can be gone on from, WrongPassphrase. */
    Status open(std::vector<PartPoint> points, const Secret& passphrase);

    /** Where writing goes on, as far as is known: hasNext() may find that it is earlier. */
    [[nodiscard]] const CopyPlace& place() const { return *m_points[m_used - 1].place; }
    [[nodiscard]] quint64 offset() const { return m_points[m_used - 1].offset; }
    /** Up to there. */
    [[nodiscard]] const std::vector<SkippedMessage>& skipped() const { return m_skipped; }
    [[nodiscard]] std::vector<PartPoint> pointsBehind() const;
    /** Bytes that were noted but are not, or not as they were, on the medium; with all that is behind them. */
    [[nodiscard]] quint64 missing() const { return m_points.back().offset - m_whole; }

    /** Another file follows. False: all up to place() was confirmed. To be asked before next() and confirm(). */
    Result<bool> hasNext();
    /** Shows the next file; confirm() must follow. ArchiveDamaged if it is not what was written. */
    Status next(FileVisitor& visitor);
    /**
     * The file that comes now must have this name and content: the one that was shown, else the next one. Gives how it
     * stands in the inner ZIP.
     */
    Result<ZipEntry> confirm(const QByteArray& name, Spool& content);
    /** Bytes of the inner ZIP so far. */
    [[nodiscard]] quint64 position() const { return m_files.position(); }
    /** At the end: the encryption, to go on with. */
    std::unique_ptr<WinZipAes> takeEncryption() { return std::move(m_aes); }
    /** What is on the medium is not what was written, and cannot be gone on with. */
    [[nodiscard]] bool hasDiffered() const { return m_hasDiffered; }
    /** They are, but another file was to come. */
    [[nodiscard]] bool hasStrayed() const { return m_hasStrayed; }

private:
    Result<qint64> read(char* to, qint64 atMost) override;
    /** It has no end. */
    Result<QByteArray> tail(qint64 atMost) override;
    Failure differs(const char* what);
    Failure strays(const char* what);
    [[nodiscard]] bool isAtEnd() const;
    /** Nothing behind so many points counts. */
    void endAfter(std::size_t points);
    /** Makes sure of all pieces up to the next place; if one is not as it was, the part ends before them. */
    Status secure();
    /** Reads a piece and checks it; m_piece then holds it, without what stands before the first file. */
    Result<bool> isAsNoted(std::size_t number);
    Result<bool> isAsNotedOnce(std::size_t number);
    /** Makes it the one that is read now. */
    Status load(std::size_t number);
    Status unlock(const Secret& passphrase);
    Status nextPiece();

    QByteArray m_header;
    QFile& m_file;
    std::vector<PartPoint> m_points;
    std::vector<SkippedMessage> m_skipped;
    /** So many of the points are gone on behind; so many pieces were made sure of, and so many taken. */
    std::size_t m_used = 0;
    std::size_t m_secured = 0;
    std::size_t m_read = 0;
    /** So many bytes of the file are, as far as is known, what was written. */
    quint64 m_whole = 0;
    std::unique_ptr<WinZipAes> m_aes;
    QByteArray m_piece;
    /** Which one it is, as long as it is not decrypted. */
    std::optional<std::size_t> m_loaded;
    qsizetype m_at = 0;
    ZipFiles m_files;
    std::optional<ZipEntry> m_shown;
    JobContext& m_job;
    bool m_hasDiffered = false;
    bool m_hasStrayed = false;
};

} // namespace staffelstab::archive
