// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sealed_stream.h"

#include "core/atomic_file.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <algorithm>

namespace staffelstab::archive {

namespace {

constexpr char magic[] = "STAFFELSTAB-SEALED-1\n";
constexpr qsizetype magicSize = qsizetype{sizeof(magic) - 1};
constexpr qint64 chunkSize = qint64{64} * 1024;
constexpr qint64 tagSize = 16;
constexpr qint64 sealedSize = chunkSize + tagSize;
constexpr quint32 mostSeals = 32;
constexpr quint32 largestSeal = 64 * 1024;

using CipherPtr = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, 0);
    qToBigEndian(value, bytes.data());
    return bytes;
}

/** 11 bytes of the chunk's number, one that says whether it is the last. */
QByteArray nonceOf(quint64 number, bool isLast)
{
    QByteArray nonce(12, 0);
    qToBigEndian(number, nonce.data() + 3);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
}

const unsigned char* in(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

/** Seals or opens one chunk; false if it cannot be opened. */
bool transform(bool isSealing, const Secret& key, const QByteArray& nonce, const QByteArray& bound, QByteArrayView from,
               QByteArray& to)
{
    const CipherPtr cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const qsizetype text = isSealing ? from.size() : from.size() - tagSize;
    to.resize(isSealing ? from.size() + tagSize : text);
    int size = 0;
    auto* out = reinterpret_cast<unsigned char*>(to.data());
    if (EVP_CipherInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key.view()), in(nonce), isSealing ? 1 : 0) !=
            1 ||
        EVP_CipherUpdate(cipher.get(), nullptr, &size, in(bound), static_cast<int>(bound.size())) != 1 ||
        EVP_CipherUpdate(cipher.get(), out, &size, in(from), static_cast<int>(text)) != 1) {
        return false;
    }
    if (!isSealing) {
        QByteArray tag = from.last(tagSize).toByteArray();
        return EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
               EVP_CipherFinal_ex(cipher.get(), out + text, &size) == 1;
    }
    return EVP_CipherFinal_ex(cipher.get(), out + text, &size) == 1 &&
           EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, out + text) == 1;
}

} // namespace

Status SealedWriter::begin(const ArchiveSeal& seal)
{
    if (seal.key.size() != 32 || seal.seals.empty() || seal.seals.size() > mostSeals) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("a sealed copy without key or recipients")};
    }
    m_key = seal.key.clone();
    QByteArray header(magic, magicSize);
    header += bigEndian(static_cast<quint32>(seal.seals.size()));
    for (const QByteArray& one : seal.seals) {
        header += bigEndian(static_cast<quint32>(one.size())) + one;
    }
    m_bound = Sha256::of(header);
    return m_device.write(header);
}

Status SealedWriter::seal(QByteArrayView chunk, bool isLast)
{
    QByteArray sealed;
    if (!transform(true, m_key, nonceOf(m_number++, isLast), m_bound, chunk, sealed)) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("AES-256-GCM failed")};
    }
    return m_device.write(sealed);
}

Status SealedWriter::write(QByteArrayView bytes)
{
    m_buffer += bytes;
    qsizetype done = 0;
    // One chunk is always held back: only the end knows which is the last.
    while (m_buffer.size() - done > chunkSize) {
        if (Status sealed = seal(QByteArrayView(m_buffer).sliced(done, chunkSize), false); !sealed) {
            return sealed;
        }
        done += chunkSize;
    }
    m_buffer.remove(0, done);
    return Done{};
}

Status SealedWriter::finish()
{
    if (Status sealed = seal(m_buffer, true); !sealed) {
        return sealed;
    }
    m_buffer.clear();
    return m_device.flushAndClose();
}

Failure SealedReader::damaged(const char* what) const
{
    return {Failure::Kind::ArchiveDamaged, m_file.fileName(), QLatin1String(what)};
}

Status SealedReader::open(const QString& path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly)) {
        return Failure{m_file.exists() ? Failure::Kind::FileNotReadable : Failure::Kind::FileNotFound, path,
                       m_file.errorString()};
    }
    if (m_file.read(magicSize) != QByteArrayView(magic, magicSize)) {
        return Failure{Failure::Kind::NotAnArchive, path, {}};
    }
    return readHeader();
}

Status SealedReader::readHeader()
{
    QByteArray header(magic, magicSize);
    const auto number = [this, &header]() -> quint32 {
        const QByteArray bytes = m_file.read(4);
        header += bytes;
        return bytes.size() == 4 ? qFromBigEndian<quint32>(bytes.constData()) : 0;
    };
    const quint32 count = number();
    if (count == 0 || count > mostSeals) {
        return damaged("no recipients");
    }
    for (quint32 i = 0; i < count; ++i) {
        const quint32 size = number();
        const QByteArray seal = size <= largestSeal ? m_file.read(size) : QByteArray();
        if (size == 0 || seal.size() != static_cast<qsizetype>(size)) {
            return damaged("a recipient's key is cut off");
        }
        header += seal;
        m_seals.push_back(seal);
    }
    m_bound = Sha256::of(header);
    m_start = header.size();
    const qint64 data = m_file.size() - m_start;
    m_chunks = (data + sealedSize - 1) / sealedSize;
    return data - (m_chunks - 1) * sealedSize < tagSize || m_chunks == 0 ? Status(damaged("cut off")) : Status(Done{});
}

qint64 SealedReader::plainSize() const
{
    return m_file.size() - m_start - m_chunks * tagSize;
}

Result<QByteArray> SealedReader::chunk(qint64 number)
{
    if (!m_file.seek(m_start + number * sealedSize)) {
        return Failure{Failure::Kind::MediumGone, m_file.fileName(), {}};
    }
    const QByteArray sealed = m_file.read(sealedSize);
    QByteArray plain;
    const bool isLast = number == m_chunks - 1;
    if (m_key.size() != 32 || sealed.size() < tagSize ||
        !transform(false, m_key, nonceOf(static_cast<quint64>(number), isLast), m_bound, sealed, plain)) {
        return damaged("a chunk is not authentic");
    }
    return plain;
}

Result<qint64> SealedReader::read(char* to, qint64 atMost)
{
    if (m_taken == m_plain.size()) {
        m_plain.clear();
        m_taken = 0;
        if (m_next == m_chunks) {
            return qint64{0};
        }
        Result<QByteArray> next = chunk(m_next++);
        if (!next) {
            return next.failure();
        }
        m_plain = std::move(*next);
    }
    const qint64 size = std::min<qint64>(atMost, m_plain.size() - m_taken);
    std::copy_n(m_plain.constData() + m_taken, size, to);
    m_taken += static_cast<qsizetype>(size);
    return size;
}

Result<QByteArray> SealedReader::tail(qint64 atMost)
{
    QByteArray tail;
    for (qint64 number = m_chunks - 1; number >= 0 && tail.size() < atMost; --number) {
        Result<QByteArray> part = chunk(number);
        if (!part) {
            return part.failure();
        }
        tail.prepend(*part);
    }
    return tail.right(static_cast<qsizetype>(atMost));
}

Status openSealedCopy(SealedReader& reader, const QString& target, const JobContext& job)
{
    AtomicFile file(target);
    if (Status opened = file.open(); !opened) {
        return opened;
    }
    QByteArray buffer(chunkSize, Qt::Uninitialized);
    Progress progress{Progress::Stage::Copying, 0, 0, 0, reader.plainSize()};
    for (;;) {
        if (Status going = job.mayGoOn(); !going) {
            return going;
        }
        const Result<qint64> got = reader.read(buffer.data(), buffer.size());
        if (!got) {
            return got.failure();
        }
        if (*got == 0) {
            return file.commit();
        }
        if (Status written = file.write(QByteArrayView(buffer).first(static_cast<qsizetype>(*got))); !written) {
            return written;
        }
        progress.bytesDone += *got;
        job.report(progress);
    }
}

} // namespace staffelstab::archive
