// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/output_device.h"
#include "archive/part_log.h"

#include <deque>

namespace staffelstab::archive {

/**
 * A file on a medium that can be gone on with after a kill, a power cut or when the medium was pulled out. Bytes are
 * held back until their checksum is in the log, and only then written: so the log tells of every byte that may lie on
 * the medium, and a later run
 *
 * - knows by the checksums alone what of the file is as it was written, whatever the medium says of it;
 * - can prove that what it writes behind its place is what stood there before. The file is encrypted in counter mode:
 *   two texts under one key stream would give each other away to whoever finds the blocks of the first. They are the
 *   same to the last bit or nothing is written, hasDiffered(). They differ if a message was changed or became readable
 *   or unreadable meanwhile, or if another version of the program packs otherwise.
 */
class ResumablePart final : public OutputDevice
{
public:
    /** `pieceSize`: bytes held back at most; also the memory it takes. `log` outlives it. */
    ResumablePart(PartLog& log, quint64 pieceSize) : m_log(log), m_pieceSize(pieceSize) {}

    /** A new file. */
    Status begin(const QString& path, const BegunPart& part);
    /** An existing one. It is read by written() until goOn() is called. */
    Status openAgain(const QString& path) { return m_file.openAgain(path); }
    [[nodiscard]] QFile& written() { return m_file.file(); }
    /**
     * The file is cut behind `offset`, where a place is. `behind`: the points that were noted behind that; `skipped`:
     * how many messages those up to there name.
     */
    Status goOn(quint64 offset, std::vector<PartPoint> behind, std::size_t skipped);

    Status write(QByteArrayView bytes) override;
    /** Only once all is written. */
    Status patch(qint64 offset, QByteArrayView bytes) override;
    Status flushAndClose() override;

    /** Enough was written since the last place, counting in what is `yetToCome`. */
    [[nodiscard]] bool isPlaceDue(quint64 yetToCome = 0) const;
    /** All bytes of what comes before `place` were given to write(). `skipped`: all so far. */
    Status reached(const CopyPlace& place, std::span<const SkippedMessage> skipped);
    /** There is a place in the log. */
    [[nodiscard]] bool hasPlace() const { return m_hasPlace; }
    /** What was to be written again is not what it was. */
    [[nodiscard]] bool hasDiffered() const { return m_hasDiffered; }

private:
    Failure differs(const char* what);
    /** What is skipped leaves no bytes that would tell. */
    [[nodiscard]] bool isSkippedAsNoted(std::span<const SkippedMessage> skipped) const;
    [[nodiscard]] quint64 end() const { return m_offset + static_cast<quint64>(m_held.size()); }
    Status letGo(const PartPoint& point);
    Status letRestGo();

    PartLog& m_log;
    quint64 m_pieceSize;
    FileDevice m_file;
    /** Bytes in the file, without those that are held back. */
    quint64 m_offset = 0;
    quint64 m_lastPlace = 0;
    QByteArray m_held;
    std::deque<PartPoint> m_expected;
    std::size_t m_skippedNoted = 0;
    /** The last of these, which the points behind have named; until it is known that they were skipped again. */
    std::vector<SkippedMessage> m_expectedSkipped;
    bool m_hasPlace = false;
    bool m_hasDiffered = false;
};

} // namespace staffelstab::archive
