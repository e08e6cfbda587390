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
    /** Gives where. WrongPassphrase; ArchiveDamaged if nothing of it can be used. `job` outlives it. */
    Result<CopyPlace> goOn(const QString& path, std::vector<PartPoint> points, const Secret& passphrase,
                           JobContext& job);

    /** Right after goOn(): how many messages before its place were skipped. */
    [[nodiscard]] quint32 skippedBefore() const { return static_cast<quint32>(m_written->skipped().size()); }

    Status add(const QString& path, Spool& content) override;
    /** As of MessageConsumer. */
    Result<MessageConsumer::TakenUp> takeUp(int mailbox, int folder, std::size_t messages,
                                            mail::MessageReceiver& receiver);
    Status reached(const CopyPlace& place, std::span<const SkippedMessage> skipped);

    /** A later run could go on. */
    [[nodiscard]] bool hasPlace() const { return m_written != nullptr || m_part.hasPlace(); }
    /** The part on the medium is not what was written to it. */
    [[nodiscard]] bool isPartAltered() const { return m_written && m_written->hasDiffered(); }
    /** The mail is not any more what was written, or is written in another way. */
    [[nodiscard]] bool hasMailChanged() const
    {
        return m_part.hasDiffered() || (m_written && m_written->hasStrayed() && !m_written->hasDiffered());
    }

private:
    Status close() override { return m_cipher.finish(); }
    Status goOnWriting();

    BegunPart m_begun;
    quint64 m_pieceSize;
    QByteArray m_entryName;
    QString m_path;
    ResumablePart m_part;
    AesZipWriter m_cipher;
    /** As long as what comes stands in it. */
    std::unique_ptr<WrittenPart> m_written;
};

} // namespace staffelstab::archive
