// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"
#include "archive/mbox_format.h"
#include "core/sha256.h"

#include <vector>

namespace staffelstab::archive {

/** Where a message stands in a file of the private copy. */
struct PlacedMessage
{
    qint64 offset = 0;
    qint64 length = 0;
    /** Of the raw bytes, as the mailbox delivered them. */
    QByteArray sha256;
};

struct PlacedFile
{
    /** Relative, UTF-8. */
    QByteArray path;
    bool isMbox = false;
    /** In the order in which they stand. */
    std::vector<PlacedMessage> messages;
};

/**
 * Compares a private copy with what should be in it, while someone else reads it from the medium: every file, in order,
 * every message in it turned back into its raw bytes and hashed.
 */
class TakeawayReadBack final : public FileVisitor
{
public:
    explicit TakeawayReadBack(const std::vector<PlacedFile>& files) : m_files(files) {}

    Status begin(const QByteArray& path) override;
    Status piece(QByteArrayView bytes) override;
    Status end() override;
    /** All files were seen. */
    [[nodiscard]] Status finish() const;

private:
    [[nodiscard]] static Failure differs();
    void feed(QByteArrayView bytes);
    Status messageEnds(const PlacedMessage& message);

    const std::vector<PlacedFile>& m_files;
    std::size_t m_file = 0;
    std::size_t m_message = 0;
    qint64 m_position = 0;
    Sha256 m_hash;
    MboxQuoting m_unquoting{MboxQuoting::Way::Unquote};
    QByteArray m_raw;
};

} // namespace staffelstab::archive
