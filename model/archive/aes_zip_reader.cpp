// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/aes_zip_reader.h"

#include <QtEndian>

namespace staffelstab::archive {

namespace {
constexpr int frameSize = WinZipAes::saltSize + WinZipAes::verifierSize + WinZipAes::macSize;
// Ours has one short name; more is no archive of ours.
constexpr qsizetype longestRest = 2000;
} // namespace

Failure AesZipReader::damaged(const char* what) const
{
    return {Failure::Kind::ArchiveDamaged, m_file.fileName(), QString::fromLatin1(what)};
}

Result<QByteArray> AesZipReader::readRaw(qint64 size)
{
    QByteArray bytes = m_file.read(size);
    if (bytes.size() != size) {
        return damaged("ends too early");
    }
    m_hash.add(bytes);
    return bytes;
}

Status AesZipReader::readHeader()
{
    const Failure foreign{Failure::Kind::NotAnArchive, m_file.fileName(), {}};
    const QByteArray fixed = m_file.read(fixedHeaderSize);
    const std::optional<qsizetype> rest = restOfLocalHeader(fixed);
    if (!rest || *rest > longestRest) {
        return foreign;
    }
    const QByteArray whole = fixed + m_file.read(*rest);
    const std::optional<ZipEntry> entry = parseLocalHeader(whole);
    if (!entry || !entry->isEncrypted || entry->isStreamed || entry->method != ZipEntry::Method::Stored) {
        return foreign;
    }
    m_entry = *entry;
    m_hash.add(whole);
    const QByteArray central = centralRecord(m_entry);
    const auto size = static_cast<quint64>(m_file.size());
    const quint64 offset = static_cast<quint64>(whole.size()) + m_entry.packed;
    const QByteArray behind = central + endRecords(1, static_cast<quint64>(central.size()), offset, {});
    if (m_entry.packed < frameSize || m_entry.packed > size || m_entry.size != m_entry.packed - frameSize ||
        offset + static_cast<quint64>(behind.size()) != size) {
        return damaged("size differs");
    }
    m_left = static_cast<qint64>(m_entry.size);
    return Done{};
}

Status AesZipReader::open(const QString& path, const Secret& passphrase)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Failure{m_file.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, path,
                       m_file.errorString()};
    }
    if (Status headed = readHeader(); !headed) {
        return headed;
    }
    const Result<QByteArray> frame = readRaw(WinZipAes::saltSize + WinZipAes::verifierSize);
    if (!frame) {
        return frame.failure();
    }
    m_dataStart = m_file.pos();
    m_aes = std::make_unique<WinZipAes>(passphrase, QByteArrayView(*frame).first(WinZipAes::saltSize));
    if (m_aes->verifier() != frame->last(WinZipAes::verifierSize)) {
        return Failure{Failure::Kind::WrongPassphrase, path, {}};
    }
    return checkBeginning();
}

Status AesZipReader::checkBeginning()
{
    // One wrong passphrase in 65,536 passes the verifier; what it decrypts to does not begin like a ZIP.
    char first[4] = {};
    if (m_file.read(first, sizeof first) != sizeof first) {
        return damaged("ends too early");
    }
    m_aes->cryptAt(0, first, sizeof first);
    const auto signature = qFromLittleEndian<quint32>(first);
    if (signature != localSignature) {
        return Failure{Failure::Kind::WrongPassphrase, m_file.fileName(), QStringLiteral("first bytes")};
    }
    if (!m_file.seek(m_dataStart)) {
        return damaged("cannot seek");
    }
    return Done{};
}

Result<QByteArray> AesZipReader::tail(qint64 atMost)
{
    const qint64 length = std::min(atMost, plainSize());
    const qint64 at = plainSize() - length;
    if (!m_file.seek(m_dataStart + at)) {
        return damaged("cannot seek");
    }
    QByteArray bytes = m_file.read(length);
    if (bytes.size() != length || !m_file.seek(m_dataStart)) {
        return damaged("ends too early");
    }
    m_aes->cryptAt(static_cast<quint64>(at), bytes.data(), bytes.size());
    return bytes;
}

Result<qint64> AesZipReader::read(char* to, qint64 atMost)
{
    const qint64 wanted = std::min(atMost, m_left);
    if (wanted == 0) {
        return qint64{0};
    }
    const qint64 got = m_file.read(to, wanted);
    if (got < 0) {
        return Failure{Failure::Kind::FileNotReadable, m_file.fileName(), m_file.errorString()};
    }
    if (got == 0) {
        return damaged("ends too early");
    }
    m_hash.add(QByteArrayView(to, got));
    m_aes->decrypt(to, got);
    m_left -= got;
    return got;
}

Status AesZipReader::finish()
{
    if (m_left != 0) {
        return damaged("more bytes than files");
    }
    const QByteArray central = centralRecord(m_entry);
    const quint64 offset = static_cast<quint64>(localHeader(m_entry).size()) + m_entry.packed;
    const QByteArray expected =
        m_aes->mac() + central + endRecords(1, static_cast<quint64>(central.size()), offset, {});
    const Result<QByteArray> found = readRaw(expected.size());
    if (!found) {
        return found.failure();
    }
    if (*found != expected || m_file.read(1).size() != 0) {
        return damaged("authentication code differs");
    }
    m_digest = m_hash.finish();
    return Done{};
}

} // namespace staffelstab::archive
