// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/output_device.h"
#include "archive/winzip_aes.h"
#include "archive/zip_records.h"

namespace staffelstab::archive {

/**
 * A ZIP with one entry, stored and encrypted with AES-256 (WinZip AE-2, checksum 0). The entry is itself a ZIP, so that
 * an observer learns nothing but the total size, and the key is derived once instead of once a file. The size is
 * patched into the header at the end: readers that need it in front find it there.
 */
class AesZipWriter final : public ByteSink
{
public:
    explicit AesZipWriter(OutputDevice& device) : m_device(device) {}

    Status begin(const QByteArray& entryName, const Secret& passphrase, quint32 dosTime);
    /** What the device holds before the salt until finish(). */
    [[nodiscard]] static QByteArray header(const QByteArray& entryName, quint32 dosTime);
    /** The device stands behind `size` bytes of the entry, which went through `aes`. */
    void goOn(const QByteArray& entryName, quint32 dosTime, std::unique_ptr<WinZipAes> aes, quint64 size);
    Status write(QByteArrayView plain) override;
    /** All that was written is at the device. */
    Status drain() { return encryptBuffer(); }
    /** Authentication code, directory, size in the header; flushed to the medium and closed. */
    Status finish();

private:
    Status encryptBuffer();

    OutputDevice& m_device;
    std::unique_ptr<WinZipAes> m_aes;
    ZipEntry m_entry;
    QByteArray m_buffer;
};

} // namespace staffelstab::archive
