// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/winzip_aes.h"

#include <QtEndian>

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace staffelstab::archive {

namespace {
constexpr int keySize = 32;
constexpr int derivedSize = 2 * keySize + WinZipAes::verifierSize;
constexpr int rounds = 1000;
constexpr qsizetype blockSize = 16;
constexpr qsizetype streamSize = 32 << 10;

unsigned char* bytesOf(char* data)
{
    return reinterpret_cast<unsigned char*>(data);
}
/** data ^= key, eight bytes at a time. */
void mix(char* data, const char* key, qsizetype size)
{
    qsizetype at = 0;
    for (; at + 8 <= size; at += 8) {
        quint64 word = 0;
        quint64 other = 0;
        std::memcpy(&word, data + at, 8);
        std::memcpy(&other, key + at, 8);
        word ^= other;
        std::memcpy(data + at, &word, 8);
    }
    for (; at < size; ++at) {
        data[at] = static_cast<char>(data[at] ^ key[at]);
    }
}

const unsigned char* bytesOf(const char* data)
{
    return reinterpret_cast<const unsigned char*>(data);
}
} // namespace

struct WinZipAes::State
{
    State(const Secret& passphrase, QByteArrayView salt)
        : keys(Secret::withSize(derivedSize)), aes(EVP_CIPHER_CTX_new()),
          macAlgorithm(EVP_MAC_fetch(nullptr, "HMAC", nullptr)),
          hmac(macAlgorithm != nullptr ? EVP_MAC_CTX_new(macAlgorithm) : nullptr)
    {
        char sha1[] = "SHA1";
        const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, sha1, 0),
                                         OSSL_PARAM_construct_end()};
        const bool isReady =
            aes != nullptr && hmac != nullptr &&
            PKCS5_PBKDF2_HMAC_SHA1(passphrase.data(), static_cast<int>(passphrase.size()), bytesOf(salt.data()),
                                   static_cast<int>(salt.size()), rounds, derivedSize, bytesOf(keys.data())) == 1 &&
            EVP_EncryptInit_ex2(aes, EVP_aes_256_ecb(), bytesOf(keys.data()), nullptr, nullptr) == 1 &&
            EVP_CIPHER_CTX_set_padding(aes, 0) == 1 &&
            EVP_MAC_init(hmac, bytesOf(keys.data()) + keySize, keySize, parameters) == 1;
        if (!isReady) {
            release();
            throw std::bad_alloc();
        }
    }
    ~State() { release(); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void release() const
    {
        EVP_CIPHER_CTX_free(aes);
        EVP_MAC_CTX_free(hmac);
        EVP_MAC_free(macAlgorithm);
    }

    /** The key stream from block number `first` (counting from 0) on: encrypted counters, many in one call. */
    void makeStream(quint64 first, qsizetype blocks)
    {
        for (qsizetype block = 0; block < blocks; ++block) {
            char* counter = stream.data() + block * blockSize;
            qToLittleEndian<quint64>(first + static_cast<quint64>(block) + 1, counter);
            qToLittleEndian<quint64>(0, counter + 8);
        }
        int length = 0;
        EVP_EncryptUpdate(aes, bytesOf(stream.data()), &length, bytesOf(stream.data()),
                          static_cast<int>(blocks * blockSize));
    }

    Secret keys;
    EVP_CIPHER_CTX* aes;
    EVP_MAC* macAlgorithm;
    EVP_MAC_CTX* hmac;
    quint64 offset = 0;
    std::array<char, streamSize> stream;
};

WinZipAes::WinZipAes(const Secret& passphrase, QByteArrayView salt) : m_state(std::make_unique<State>(passphrase, salt))
{
}
WinZipAes::~WinZipAes() = default;

QByteArray WinZipAes::verifier() const
{
    return m_state->keys.view().last(verifierSize).toByteArray();
}

void WinZipAes::cryptAt(quint64 offset, char* data, qsizetype size) const
{
    while (size > 0) {
        const auto skip = static_cast<qsizetype>(offset % blockSize);
        const qsizetype length = std::min(size, streamSize - skip);
        m_state->makeStream(offset / blockSize, (skip + length + blockSize - 1) / blockSize);
        mix(data, m_state->stream.data() + skip, length);
        data += length;
        offset += static_cast<quint64>(length);
        size -= length;
    }
}

void WinZipAes::encrypt(char* data, qsizetype size)
{
    cryptAt(m_state->offset, data, size);
    EVP_MAC_update(m_state->hmac, bytesOf(data), static_cast<std::size_t>(size));
    m_state->offset += static_cast<quint64>(size);
}

void WinZipAes::decrypt(char* data, qsizetype size)
{
    EVP_MAC_update(m_state->hmac, bytesOf(data), static_cast<std::size_t>(size));
    cryptAt(m_state->offset, data, size);
    m_state->offset += static_cast<quint64>(size);
}

QByteArray WinZipAes::mac()
{
    QByteArray whole(20, '\0');
    std::size_t length = 0;
    EVP_MAC_final(m_state->hmac, bytesOf(whole.data()), &length, static_cast<std::size_t>(whole.size()));
    return whole.first(macSize);
}

} // namespace staffelstab::archive
