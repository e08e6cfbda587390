// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/aes_zip_writer.h"

#include <openssl/rand.h>

namespace staffelstab::archive {

namespace {
constexpr qsizetype bufferSize = 256 << 10;

ZipEntry entryOf(const QByteArray& name, quint32 dosTime)
{
    return {.name = name, .method = ZipEntry::Method::Stored, .isEncrypted = true, .dosTime = dosTime};
}
} // namespace

QByteArray AesZipWriter::header(const QByteArray& entryName, quint32 dosTime)
{
    return localHeader(entryOf(entryName, dosTime));
}

void AesZipWriter::goOn(const QByteArray& entryName, quint32 dosTime, std::unique_ptr<WinZipAes> aes, quint64 size)
{
    m_entry = entryOf(entryName, dosTime);
    m_entry.size = size;
    m_aes = std::move(aes);
    m_buffer.reserve(bufferSize);
}

Status AesZipWriter::begin(const QByteArray& entryName, const Secret& passphrase, quint32 dosTime)
{
    QByteArray salt(WinZipAes::saltSize, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), WinZipAes::saltSize) != 1) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("no random numbers")};
    }
    m_entry = entryOf(entryName, dosTime);
    m_aes = std::make_unique<WinZipAes>(passphrase, salt);
    m_buffer.reserve(bufferSize);
    return m_device.write(localHeader(m_entry) + salt + m_aes->verifier());
}

Status AesZipWriter::encryptBuffer()
{
    m_aes->encrypt(m_buffer.data(), m_buffer.size());
    Status written = m_device.write(m_buffer);
    m_buffer.resize(0);
    return written;
}

Status AesZipWriter::write(QByteArrayView plain)
{
    m_entry.size += static_cast<quint64>(plain.size());
    while (!plain.isEmpty()) {
        const qsizetype length = std::min(plain.size(), bufferSize - m_buffer.size());
        m_buffer.append(plain.data(), length);
        plain = plain.sliced(length);
        if (m_buffer.size() == bufferSize) {
            if (Status written = encryptBuffer(); !written) {
                return written;
            }
        }
    }
    return Done{};
}

Status AesZipWriter::finish()
{
    if (Status written = encryptBuffer(); !written) {
        return written;
    }
    m_entry.packed = m_entry.size + WinZipAes::saltSize + WinZipAes::verifierSize + WinZipAes::macSize;
    const QByteArray central = centralRecord(m_entry);
    const QByteArray header = localHeader(m_entry);
    const quint64 offset = static_cast<quint64>(header.size()) + m_entry.packed;
    const QByteArray tail = m_aes->mac() + central + endRecords(1, static_cast<quint64>(central.size()), offset, {});
    if (Status written = m_device.write(tail); !written) {
        return written;
    }
    if (Status patched = m_device.patch(0, header); !patched) {
        return patched;
    }
    return m_device.flushAndClose();
}

} // namespace staffelstab::archive
