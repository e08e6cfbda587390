// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/byte_stream.h"
#include "archive/winzip_aes.h"
#include "archive/zip_records.h"
#include "core/sha256.h"

#include <QFile>

namespace staffelstab::archive {

/**
 * Reads what AesZipWriter wrote, in constant memory. The bytes given by read() are not authenticated until finish() has
 * said ok; nothing may be believed or kept before.
 */
class AesZipReader final : public ByteSource
{
public:
    /** NotAnArchive, WrongPassphrase or ArchiveDamaged are told apart as far as the format allows. */
    Status open(const QString& path, const Secret& passphrase);
    Result<qint64> read(char* to, qint64 atMost) override;
    Result<QByteArray> tail(qint64 atMost) override;
    /** After the last byte: the authentication code and everything behind it must be exactly what belongs there. */
    Status finish();
    /** Of the whole file; valid after finish(). */
    [[nodiscard]] const QByteArray& sha256() const { return m_digest; }
    [[nodiscard]] qint64 plainSize() const { return static_cast<qint64>(m_entry.size); }

private:
    [[nodiscard]] Failure damaged(const char* what) const;
    Result<QByteArray> readRaw(qint64 size);
    Status readHeader();
    Status checkBeginning();

    QFile m_file;
    ZipEntry m_entry;
    std::unique_ptr<WinZipAes> m_aes;
    Sha256 m_hash;
    QByteArray m_digest;
    qint64 m_left = 0;
    qint64 m_dataStart = 0;
};

} // namespace staffelstab::archive
