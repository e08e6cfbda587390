// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/spool.h"

#include "core/platform.h"
#include "core/secret.h"

#include <QTemporaryFile>

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <new>

namespace staffelstab::archive {

namespace {
constexpr qsizetype pieceSize = 1 << 20;
}

/** AES-256-CTR from the first byte on, under a key made for this object. */
struct Spool::Cipher
{
    Cipher() : key(Secret::withSize(48)), context(EVP_CIPHER_CTX_new())
    {
        if (context == nullptr || RAND_bytes(reinterpret_cast<unsigned char*>(key.data()), 48) != 1) {
            EVP_CIPHER_CTX_free(context);
            throw std::bad_alloc();
        }
        rewind();
    }
    ~Cipher() { EVP_CIPHER_CTX_free(context); }
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    void rewind() const
    {
        const auto* bytes = reinterpret_cast<const unsigned char*>(key.data());
        if (EVP_EncryptInit_ex2(context, EVP_aes_256_ctr(), bytes, bytes + 32, nullptr) != 1) {
            throw std::bad_alloc();
        }
    }
    QByteArray crypt(QByteArrayView bytes) const
    {
        QByteArray done(bytes.size(), Qt::Uninitialized);
        int length = 0;
        EVP_EncryptUpdate(context, reinterpret_cast<unsigned char*>(done.data()), &length,
                          reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
        return done;
    }

    Secret key;
    EVP_CIPHER_CTX* context;
};

Spool::Spool(QString folder, qsizetype mostInMemory) : m_folder(std::move(folder)), m_mostInMemory(mostInMemory) {}
Spool::~Spool() = default;

void Spool::clear()
{
    m_memory.resize(0);
    m_size = 0;
    m_file.reset();
    m_cipher.reset();
}

Status Spool::openFile()
{
    m_cipher = std::make_unique<Cipher>();
    m_file = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/.staffelstab-XXXXXX.part"));
    if (!m_file->open()) {
        return platform::lastFileError(m_folder);
    }
    return Done{};
}

Status Spool::toFile(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qsizetype length = std::min(pieceSize, bytes.size());
        const QByteArray hidden = m_cipher->crypt(bytes.first(length));
        if (m_file->write(hidden) != length) {
            return platform::lastFileError(m_folder);
        }
        bytes = bytes.sliced(length);
    }
    return Done{};
}

Status Spool::write(QByteArrayView bytes)
{
    if (m_file == nullptr) {
        if (m_size + bytes.size() <= m_mostInMemory) {
            m_memory.append(bytes.data(), bytes.size());
            m_size += bytes.size();
            return Done{};
        }
        if (Status opened = openFile(); !opened) {
            return opened;
        }
        if (Status moved = toFile(m_memory); !moved) {
            return moved;
        }
        m_memory.clear();
    }
    m_size += bytes.size();
    return toFile(bytes);
}

Status Spool::replay(const std::function<Status(QByteArrayView)>& take)
{
    if (m_file != nullptr) {
        return replayFile(take);
    }
    for (qsizetype at = 0; at < m_memory.size(); at += pieceSize) {
        if (Status taken = take(QByteArrayView(m_memory).sliced(at, std::min(pieceSize, m_memory.size() - at)));
            !taken) {
            return taken;
        }
    }
    return Done{};
}

Status Spool::replayFile(const std::function<Status(QByteArrayView)>& take)
{
    if (!m_file->flush() || !m_file->seek(0)) {
        return platform::lastFileError(m_folder);
    }
    m_cipher->rewind();
    QByteArray hidden(pieceSize, Qt::Uninitialized);
    for (qint64 left = m_size; left > 0;) {
        const qint64 got = m_file->read(hidden.data(), std::min<qint64>(left, pieceSize));
        if (got <= 0) {
            return Failure{Failure::Kind::MediumGone, m_folder, m_file->errorString()};
        }
        if (Status taken = take(m_cipher->crypt(QByteArrayView(hidden).first(got))); !taken) {
            return taken;
        }
        left -= got;
    }
    // Back to the state after the last write, should more follow: the key stream goes on where the bytes end.
    return Done{};
}

} // namespace staffelstab::archive
