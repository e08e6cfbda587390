// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"

#include <QString>

#include <functional>
#include <memory>

class QTemporaryFile;

namespace staffelstab::archive {

/**
 * Holds bytes until they are wanted again: in memory as long as they are few, else in a temporary file that is
 * encrypted (AES-256-CTR) under a key which exists in this object only. So a message of any size fits into constant
 * memory, and no plaintext of mail remains on a disk after a power cut. The file has no name where the system allows
 * that.
 */
class Spool final : public ByteSink
{
public:
    static constexpr qsizetype inMemory = 8 << 20;
    /** Enough for lists that are only appended to: there are several at a time. */
    static constexpr qsizetype ofListInMemory = 1 << 20;

    /** `folder`: where a temporary file may be made. */
    explicit Spool(QString folder, qsizetype mostInMemory = inMemory);
    ~Spool() override;

    Status write(QByteArrayView bytes) override;
    /** Empty again. */
    void clear();
    [[nodiscard]] qint64 size() const { return m_size; }
    /** All bytes, if they are in memory; valid until the next write() or clear(). */
    [[nodiscard]] bool isInMemory() const { return m_size == m_memory.size(); }
    [[nodiscard]] QByteArrayView memory() const { return m_memory; }
    /** Gives all bytes from the first on, in pieces of at most 1 MiB. May be called again. */
    Status replay(const std::function<Status(QByteArrayView)>& take);

private:
    struct Cipher;

    Status toFile(QByteArrayView bytes);
    Status openFile();
    Status replayFile(const std::function<Status(QByteArrayView)>& take);

    QString m_folder;
    qsizetype m_mostInMemory;
    QByteArray m_memory;
    qint64 m_size = 0;
    std::unique_ptr<QTemporaryFile> m_file;
    std::unique_ptr<Cipher> m_cipher;
};

} // namespace staffelstab::archive
