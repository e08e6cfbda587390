// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QByteArray>

#include <memory>

namespace staffelstab::archive {

/**
 * The encryption of one ZIP entry as WinZip defines it (AE-2, strength 3): keys by PBKDF2-HMAC-SHA1 with 1,000 rounds,
 * AES-256 in counter mode with a little-endian counter from 1, HMAC-SHA1 over the ciphertext cut to 80 bits. Source:
 * "AES Encryption Information", winzip.com/aes_info. 1,000 rounds protect a weak passphrase badly: it must be a
 * generated one.
 */
class WinZipAes
{
public:
    static constexpr int saltSize = 16;
    static constexpr int verifierSize = 2;
    static constexpr int macSize = 10;

    WinZipAes(const Secret& passphrase, QByteArrayView salt);
    ~WinZipAes();
    WinZipAes(const WinZipAes&) = delete;
    WinZipAes& operator=(const WinZipAes&) = delete;

    /** Two bytes that tell most wrong passphrases at once. */
    [[nodiscard]] QByteArray verifier() const;
    /** In place, going on where the last call ended. */
    void encrypt(char* data, qsizetype size);
    void decrypt(char* data, qsizetype size);
    /** In place, for bytes that stand at `offset` of the entry; not authenticated. */
    void cryptAt(quint64 offset, char* data, qsizetype size) const;
    /** Over all that went through encrypt() or decrypt(); once. */
    [[nodiscard]] QByteArray mac();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace staffelstab::archive
