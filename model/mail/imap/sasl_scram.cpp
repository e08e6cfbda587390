// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/imap/sasl.h"

#include <QString>

#include <algorithm>
#include <array>
#include <map>

#include <sodium.h>

namespace staffelstab::mail::imap {

namespace {

using Kind = Failure::Kind;

constexpr std::size_t hashSize = crypto_auth_hmacsha256_BYTES;
// RFC 7677 demands the first; the second takes about a second and no server has a reason for it.
constexpr int fewestIterations = 4096;
constexpr int mostIterations = 2'000'000;
constexpr qsizetype longestMessage = 2048;

/** 32 bytes that are wiped. */
struct Hash : std::array<unsigned char, hashSize>
{
    Hash() : array{} {}
    Hash(const Hash&) = default;
    Hash& operator=(const Hash&) = default;
    ~Hash() { sodium_memzero(data(), size()); }
    [[nodiscard]] QByteArrayView view() const { return {reinterpret_cast<const char*>(data()), qsizetype(size())}; }
};

const unsigned char* bytesOf(QByteArrayView text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Hash hmac(QByteArrayView key, QByteArrayView text)
{
    Hash hash;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytesOf(key), static_cast<std::size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, bytesOf(text), static_cast<std::size_t>(text.size()));
    crypto_auth_hmacsha256_final(&state, hash.data());
    sodium_memzero(&state, sizeof state);
    return hash;
}

/** Hi() of RFC 5802: PBKDF2 with one block. */
Hash stretch(QByteArrayView password, const QByteArray& salt, int iterations)
{
    crypto_auth_hmacsha256_state keyed;
    crypto_auth_hmacsha256_init(&keyed, bytesOf(password), static_cast<std::size_t>(password.size()));
    const auto next = [&keyed](QByteArrayView text) {
        Hash hash;
        crypto_auth_hmacsha256_state state = keyed;
        crypto_auth_hmacsha256_update(&state, bytesOf(text), static_cast<std::size_t>(text.size()));
        crypto_auth_hmacsha256_final(&state, hash.data());
        sodium_memzero(&state, sizeof state);
        return hash;
    };
    Hash u = next(salt + QByteArray("\0\0\0\1", 4));
    Hash result = u;
    for (int i = 1; i < iterations; ++i) {
        u = next(u.view());
        std::transform(result.begin(), result.end(), u.begin(), result.begin(), std::bit_xor<>());
    }
    sodium_memzero(&keyed, sizeof keyed);
    return result;
}

QByteArray randomNonce()
{
    std::array<char, 18> random{};
    randombytes_buf(random.data(), random.size());
    return QByteArray(random.data(), random.size()).toBase64();
}

/** As SASLprep (RFC 4013) does it for what people type: compatibility forms become one; ASCII stays. */
Secret prepared(const Secret& password)
{
    const QByteArrayView bytes = password.view();
    if (std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte > 0; })) {
        return password.clone();
    }
    QString text = QString::fromUtf8(bytes);
    QString normal = text.normalized(QString::NormalizationForm_KC);
    wipe(text);
    return takeSecret(std::move(normal));
}

/** "r=...,s=...,i=..." */
std::map<char, QByteArray> attributes(QByteArrayView message)
{
    std::map<char, QByteArray> found;
    for (const QByteArray& part : message.toByteArray().split(',')) {
        if (part.size() >= 2 && part.at(1) == '=') {
            found.emplace(part.at(0), part.mid(2));
        }
    }
    return found;
}

class Scram : public SaslExchange
{
public:
    Scram(SaslIdentity who, QByteArray nonce)
        : m_password(prepared(who.secret)), m_nonce(nonce.isEmpty() ? randomNonce() : std::move(nonce))
    {
        QByteArray name = QString::fromUtf8(who.user).normalized(QString::NormalizationForm_KC).toUtf8();
        name.replace('=', "=3D").replace(',', "=2C");
        m_first = "n=" + name + ",r=" + m_nonce;
    }

    [[nodiscard]] QByteArray mechanism() const override { return "SCRAM-SHA-256"; }
    std::unique_ptr<Secret> opening() override { return std::make_unique<Secret>(QByteArrayView("n,," + m_first)); }

    Result<Secret> answer(QByteArrayView challenge) override
    {
        if (challenge.size() > longestMessage) {
            return refused("a SCRAM message of more than 2 KiB");
        }
        switch (m_step++) {
        case 0:
            return proof(challenge);
        case 1:
            return judge(challenge);
        default:
            return refused("more SCRAM messages than there are");
        }
    }

    [[nodiscard]] Status conclude() const override
    {
        return m_isProved ? Status(Done{}) : Status(refused("the server did not prove that it knows the password"));
    }

private:
    static Failure refused(const char* why) { return {Kind::ProtocolError, {}, QString::fromLatin1(why)}; }

    Result<Secret> proof(QByteArrayView challenge)
    {
        const std::map<char, QByteArray> told = attributes(challenge);
        if (told.contains('m') || !told.contains('r') || !told.contains('s') || !told.contains('i')) {
            return refused("an incomplete SCRAM message");
        }
        const QByteArray& nonce = told.at('r');
        const auto salt = QByteArray::fromBase64Encoding(told.at('s'), QByteArray::AbortOnBase64DecodingErrors);
        const int iterations = told.at('i').toInt();
        if (!nonce.startsWith(m_nonce) || nonce.size() == m_nonce.size() || !salt || salt.decoded.isEmpty()) {
            return refused("a SCRAM message with a foreign nonce or without salt");
        }
        if (iterations < fewestIterations || iterations > mostIterations) {
            return refused("a SCRAM iteration count out of bounds");
        }
        const QByteArray last = "c=biws,r=" + nonce;
        const QByteArray whole = m_first + ',' + challenge.toByteArray() + ',' + last;
        const Hash salted = stretch(m_password.view(), salt.decoded, iterations);
        const Hash clientKey = hmac(salted.view(), "Client Key");
        Hash stored;
        crypto_hash_sha256(stored.data(), clientKey.data(), clientKey.size());
        Hash signature = hmac(stored.view(), whole);
        std::transform(signature.begin(), signature.end(), clientKey.begin(), signature.begin(), std::bit_xor<>());
        m_expected = hmac(hmac(salted.view(), "Server Key").view(), whole).view().toByteArray().toBase64();
        return Secret(QByteArrayView(last + ",p=" + signature.view().toByteArray().toBase64()));
    }

    Result<Secret> judge(QByteArrayView challenge)
    {
        const std::map<char, QByteArray> told = attributes(challenge);
        if (told.contains('e')) {
            return Secret(); // the NO that follows says it
        }
        const QByteArray signature = told.contains('v') ? told.at('v') : QByteArray();
        m_isProved =
            signature.size() == m_expected.size() && sodium_memcmp(signature.constData(), m_expected.constData(),
                                                                   static_cast<std::size_t>(m_expected.size())) == 0;
        return m_isProved ? Result<Secret>(Secret()) : conclude().failure();
    }

    Secret m_password;
    QByteArray m_nonce;
    QByteArray m_first;
    QByteArray m_expected;
    int m_step = 0;
    bool m_isProved = false;
};

} // namespace

std::unique_ptr<SaslExchange> saslScramSha256(SaslIdentity who, QByteArray nonce)
{
    return std::make_unique<Scram>(std::move(who), std::move(nonce));
}

} // namespace staffelstab::mail::imap
