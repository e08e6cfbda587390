// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/file_tree.h"
#include "archive/message_copy.h"
#include "archive/resumable_part.h"
#include "archive/written_part.h"

namespace staffelstab::archive {

/**
 * A PackedTree that can be gone on with: its part is a ResumablePart, and what an earlier run has written of it is not
 * written again but read from the medium (WrittenPart). Whoever fills it adds all files from the first one on as if it
 * were new; the messages among them come from takeUp(). So all that is only known in memory while an archive is written
 * (directory, manifest, index, HMAC) comes about once more. No key lies on a disk: they are derived again from the salt
 * in the part and the passphrase.
 */
class ResumableTree final : public ZipTree
{
public:
    /** `pieceSize`: as of ResumablePart. `log` outlives it. */
    ResumableTree(PartLog& log, quint64 pieceSize, BegunPart part, const QString& entryName);

    /** A new part. */
    Status open(const QString& path, const Secret& passphrase);
    /** WrongPassphrase; ArchiveDamaged if nothing of it can be used. `job` outlives it. */
    Status goOn(const QString& path, std::vector<PartPoint> points, const Secret& passphrase, JobContext& job);

    Status add(const QString& path, Spool& content) override;
    /** As of MessageConsumer. */
    Result<MessageConsumer::TakenUp> takeUp(int mailbox, int folder, std::size_t messages,
                                            mail::MessageReceiver& receiver);
    Status reached(const CopyPlace& place, std::span<const SkippedMessage> skipped);

    /** A later run could go on. */
    [[nodiscard]] bool hasPlace() const { return m_hasEarlier || m_part.hasPlace(); }
    /** The part on the medium is not what was written to it, and cannot be gone on with. */
    [[nodiscard]] bool isPartAltered() const { return m_written && m_written->hasDiffered(); }
    /** Something was, farther in front than what may not have reached the medium; it is gone on with before that. */
    [[nodiscard]] bool isEndAltered() const { return m_missing > mostUnflushed * m_pieceSize; }
    /**
     * It is other in its end only, behind all messages, and an earlier run had skipped some: what was written there may
     * be without those that were read this time.
     */
    [[nodiscard]] bool mayLackSkipped() const { return m_part.hasDiffered() && m_isEndWithoutSkipped; }
    /** Messages that were taken from the part. */
    [[nodiscard]] quint32 takenUp() const { return m_takenUp; }
    /** The mail is not any more what was written, or is written in another way. */
    [[nodiscard]] bool hasMailChanged() const
    {
        return m_part.hasDiffered() || (m_written && m_written->hasStrayed() && !m_written->hasDiffered());
    }

private:
    /** A FileDevice flushes more often than that many pieces of the usual size. */
    static constexpr quint64 mostUnflushed = 8;

    [[nodiscard]] MessageConsumer::TakenUp written(int mailbox, int folder, std::size_t messages) const;
    Status close() override { return m_cipher.finish(); }
    Status goOnWriting();

    BegunPart m_begun;
    quint64 m_pieceSize;
    QByteArray m_entryName;
    ResumablePart m_part;
    AesZipWriter m_cipher;
    /** As long as what comes stands in it. */
    std::unique_ptr<WrittenPart> m_written;
    bool m_hasEarlier = false;
    bool m_isEndWithoutSkipped = false;
    quint64 m_missing = 0;
    quint32 m_takenUp = 0;
};

} // namespace staffelstab::archive
