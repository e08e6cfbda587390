// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/code_seal.h"
#include "secrets/one_time_code.h"
#include "secrets/seal_envelope.h"

#include <sodium.h>

namespace staffelstab::secrets {

namespace {

constexpr qsizetype saltSize = crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 256ULL * 1024 * 1024;

const unsigned char* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char*>(view.data());
}
unsigned char* bytesOf(Secret& secret)
{
    return reinterpret_cast<unsigned char*>(secret.data());
}
unsigned char* bytesOf(QByteArray& array)
{
    return reinterpret_cast<unsigned char*>(array.data());
}

Failure refused(const char* why)
{
    return {Failure::Kind::SealRefused, {}, QString::fromLatin1(why)};
}

Result<Secret> deriveKey(const Secret& code, QByteArrayView salt)
{
    Secret key = Secret::withSize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash_argon2id(bytesOf(key), key.size(), code.data(), code.size(), bytesOf(salt), passes, memory,
                               crypto_pwhash_argon2id_ALG_ARGON2ID13) != 0) {
        return Failure{Failure::Kind::LimitExceeded, {}, QStringLiteral("256 MiB of memory are needed")};
    }
    return key;
}

} // namespace

Result<QByteArray> sealBodyUnderCode(const Secret& secret, const Secret& code, const QByteArray& header)
{
    const Secret normal = normalisedCode(code);
    if (normal.isEmpty()) {
        return Failure{Failure::Kind::BadInput, {}, QStringLiteral("not a code of 16 characters")};
    }
    QByteArray body(saltSize + nonceSize, '\0');
    randombytes_buf(body.data(), static_cast<std::size_t>(body.size()));
    const Result<Secret> key = deriveKey(normal, QByteArrayView(body).first(saltSize));
    if (!key) {
        return key.failure();
    }
    const Secret plain = padded(secret.view());
    body.resize(saltSize + nonceSize + static_cast<qsizetype>(plain.size()) + tagSize);
    unsigned char* const raw = bytesOf(body);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw + saltSize + nonceSize, nullptr, bytesOf(plain.view()), plain.size(),
                                               bytesOf(header), static_cast<unsigned long long>(header.size()), nullptr,
                                               raw + saltSize, bytesOf(key->view()));
    return body;
}

Result<Secret> openBodyWithCode(const QByteArray& body, const Secret& code, const QByteArray& header)
{
    const qsizetype plainSize = body.size() - saltSize - nonceSize - tagSize;
    if (plainSize <= 0) {
        return Failure{Failure::Kind::NotASeal, {}, QStringLiteral("cut off")};
    }
    const Secret normal = normalisedCode(code);
    if (normal.isEmpty()) {
        return refused("not a code of 16 characters");
    }
    const QByteArrayView view(body);
    const Result<Secret> key = deriveKey(normal, view.first(saltSize));
    if (!key) {
        return key.failure();
    }
    Secret plain = Secret::withSize(static_cast<std::size_t>(plainSize));
    const QByteArrayView cipher = view.sliced(saltSize + nonceSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytesOf(plain), nullptr, nullptr, bytesOf(cipher), static_cast<unsigned long long>(cipher.size()),
            bytesOf(header), static_cast<unsigned long long>(header.size()), bytesOf(view.sliced(saltSize, nonceSize)),
            bytesOf(key->view())) != 0) {
        return refused("wrong code, or changed after sealing");
    }
    return unpadded(plain.view());
}

} // namespace staffelstab::secrets
