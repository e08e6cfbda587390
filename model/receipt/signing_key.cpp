// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signing_key_parts.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace staffelstab::receipt {
namespace {

constexpr qsizetype pkcs12Limit = 1 << 20;
/** The key is forgotten after one signature; viewers should not call the receipt expired while it is kept. */
constexpr int daysValid = 3660;

Failure unusable(const QString& why)
{
    return {Failure::Kind::KeyUnusable, {}, why};
}

bool addExtension(X509* certificate, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION, X509_EXTENSION_free> extension(X509V3_EXT_nconf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setName(X509* certificate, const QString& name)
{
    X509_NAME* subject = X509_get_subject_name(certificate);
    // A common name holds 64 characters (X.520 ub-common-name).
    const QByteArray common = name.left(64).toUtf8();
    const QByteArray organisation("Key made for one handover, identity not certified");
    const auto bytes = [](const QByteArray& text) { return reinterpret_cast<const unsigned char*>(text.constData()); };
    return X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, bytes(common),
                                      static_cast<int>(common.size()), -1, 0) == 1 &&
           X509_NAME_add_entry_by_NID(subject, NID_organizationName, MBSTRING_UTF8, bytes(organisation),
                                      static_cast<int>(organisation.size()), -1, 0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1;
}

bool setSerial(X509* certificate)
{
    unsigned char serial[16];
    if (RAND_bytes(serial, sizeof serial) != 1) {
        return false;
    }
    serial[0] &= 0x7F;
    const Owned<BIGNUM, BN_free> number(BN_bin2bn(serial, sizeof serial, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool fillCertificate(X509* certificate, EVP_PKEY* key, const QString& name, const QDateTime& now)
{
    const time_t start = now.toSecsSinceEpoch() - 300;
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate) && setName(certificate, name) &&
           ASN1_TIME_set(X509_getm_notBefore(certificate), start) != nullptr &&
           ASN1_TIME_adj(X509_getm_notAfter(certificate), start, daysValid, 600) != nullptr &&
           X509_set_pubkey(certificate, key) == 1 &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_key_usage, "critical,digitalSignature,nonRepudiation") &&
           addExtension(certificate, NID_ext_key_usage, "emailProtection,1.3.6.1.5.5.7.3.36") &&
           addExtension(certificate, NID_subject_key_identifier, "hash") &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

} // namespace

bool isKeyUsable(EVP_PKEY* key)
{
    const int kind = EVP_PKEY_get_base_id(key);
    const int bits = EVP_PKEY_get_bits(key);
    return (kind == EVP_PKEY_RSA && bits >= 2048) || (kind == EVP_PKEY_EC && bits >= 224);
}

bool isValidAt(X509* certificate, const QDateTime& at)
{
    return at >= timeOf(X509_get0_notBefore(certificate)) && at <= timeOf(X509_get0_notAfter(certificate));
}

bool maySign(X509* certificate)
{
    const uint32_t usage = X509_get_key_usage(certificate);
    return usage == UINT32_MAX || (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

namespace {

/** RFC 5280, 4.2: a certificate with a critical extension one does not know must be refused. */
bool isUnderstood(X509* certificate)
{
    return (X509_get_extension_flags(certificate) & EXFLAG_CRITICAL) == 0;
}

int keysIn(const STACK_OF(PKCS12_SAFEBAG) * bags)
{
    int count = 0;
    for (int i = 0; bags != nullptr && i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
        const int kind = PKCS12_SAFEBAG_get_nid(sk_PKCS12_SAFEBAG_value(bags, i));
        count += kind == NID_keyBag || kind == NID_pkcs8ShroudedKeyBag ? 1 : 0;
    }
    return count;
}

/** PKCS12_parse() takes one of several keys and does not say which. */
int keysIn(PKCS12* store, const char* passphrase)
{
    const Owned<STACK_OF(PKCS7), [](STACK_OF(PKCS7) * all) { sk_PKCS7_pop_free(all, PKCS7_free); }> safes(
        PKCS12_unpack_authsafes(store));
    int count = 0;
    for (int i = 0; safes && i < sk_PKCS7_num(safes.get()); ++i) {
        PKCS7* const safe = sk_PKCS7_value(safes.get(), i);
        const Owned<STACK_OF(PKCS12_SAFEBAG),
                    [](STACK_OF(PKCS12_SAFEBAG) * all) { sk_PKCS12_SAFEBAG_pop_free(all, PKCS12_SAFEBAG_free); }>
            bags(OBJ_obj2nid(safe->type) == NID_pkcs7_data ? PKCS12_unpack_p7data(safe)
                                                           : PKCS12_unpack_p7encdata(safe, passphrase, -1));
        count += keysIn(bags.get());
    }
    (void)lastOpenSslError();
    return count;
}

} // namespace

SigningKey::SigningKey(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

SignatureLevel SigningKey::level() const
{
    return m_parts->worth.level;
}

bool SigningKey::isVouchedFor() const
{
    return m_parts->worth.isVouchedFor;
}

QString SigningKey::name() const
{
    return commonName(m_parts->certificate.get());
}

QByteArray SigningKey::certificateSha256() const
{
    return fingerprint(m_parts->certificate.get());
}

Result<SigningKey> SigningKey::makeForOccasion(const QString& name, const QDateTime& now)
{
    if (name.trimmed().isEmpty() || !now.isValid()) {
        return Failure{Failure::Kind::BadInput, QStringLiteral("name"), {}};
    }
    auto parts = std::make_unique<Parts>();
    parts->key.reset(EVP_EC_gen("P-256"));
    parts->certificate.reset(X509_new());
    if (!parts->key || !parts->certificate ||
        !fillCertificate(parts->certificate.get(), parts->key.get(), name.trimmed(), now)) {
        return unusable(lastOpenSslError());
    }
    return SigningKey(std::move(parts));
}

Result<SigningKey> SigningKey::fromPkcs12(const QByteArray& file, const Secret& passphrase)
{
    return fromPkcs12(file, passphrase, {});
}

Result<SigningKey> SigningKey::fromPkcs12(const QByteArray& file, const Secret& passphrase,
                                          const QByteArray& trustedCas)
{
    if (file.size() > pkcs12Limit) {
        return unusable(QStringLiteral("larger than %1 bytes").arg(pkcs12Limit));
    }
    const OwnedBio bio = bioOf(file);
    const Owned<PKCS12, PKCS12_free> store(d2i_PKCS12_bio(bio.get(), nullptr));
    if (!store) {
        return unusable(lastOpenSslError());
    }
    // OpenSSL wants a string that ends in NUL; the second byte makes an empty passphrase one, too.
    Secret text = Secret::withSize(passphrase.size() + 1);
    std::copy(passphrase.data(), passphrase.data() + passphrase.size(), text.data());
    if (PKCS12_mac_present(store.get()) != 0 && PKCS12_verify_mac(store.get(), text.data(), -1) != 1) {
        return Failure{Failure::Kind::WrongPassphrase, {}, lastOpenSslError()};
    }
    if (keysIn(store.get(), text.data()) > 1) {
        return unusable(QStringLiteral("several_keys"));
    }
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool isParsed = PKCS12_parse(store.get(), text.data(), &key, &certificate, &others) == 1;
    auto parts = std::make_unique<Parts>();
    parts->key.reset(key);
    parts->certificate.reset(certificate);
    std::vector<X509*> chain;
    for (int i = 0; others != nullptr && i < sk_X509_num(others); ++i) {
        parts->chain.emplace_back(sk_X509_value(others, i));
        chain.push_back(sk_X509_value(others, i));
    }
    sk_X509_free(others);
    if (!isParsed) {
        return unusable(lastOpenSslError());
    }
    if (!parts->key || !parts->certificate || !isKeyUsable(parts->key.get()) || !maySign(parts->certificate.get())) {
        return unusable(QStringLiteral("needs an RSA key of 2048 bits or an EC key, with a certificate for signing"));
    }
    if (!isUnderstood(parts->certificate.get())) {
        return unusable(QStringLiteral("unknown_extension"));
    }
    parts->worth = worthOf(parts->certificate.get(), chain, trustedCas, QDateTime::currentDateTimeUtc());
    return SigningKey(std::move(parts));
}

} // namespace staffelstab::receipt
