// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/certificate_seal.h"
#include "secrets/seal.h"
#include "secrets/seal_envelope.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <cstring>

namespace staffelstab::secrets {

namespace {

constexpr int weakestRsaBits = 2048;
constexpr int weakestEcBits = 256;

Failure unusable(const QString& why)
{
    return {Failure::Kind::CertificateUnusable, {}, why};
}

X509Ptr parsedCertificate(const QByteArray& text)
{
    const BioPtr source(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    if (X509* const pem = PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)) {
        return X509Ptr(pem);
    }
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.constData());
    return X509Ptr(d2i_X509(nullptr, &bytes, static_cast<long>(text.size())));
}

/** RFC 5280 4.2.1.3: RSA keys are used by keyEncipherment, EC keys by keyAgreement; no extension allows both. */
Status mayReceive(X509* certificate)
{
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) >= 0 ||
        X509_cmp_current_time(X509_get0_notAfter(certificate)) <= 0) {
        return unusable(QStringLiteral("not valid today"));
    }
    EVP_PKEY* const key = X509_get0_pubkey(certificate);
    const bool isRsa = key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1;
    const bool isEc = key != nullptr && EVP_PKEY_is_a(key, "EC") == 1;
    if (!isRsa && !isEc) {
        return unusable(QStringLiteral("neither an RSA nor an EC key"));
    }
    if (EVP_PKEY_get_bits(key) < (isRsa ? weakestRsaBits : weakestEcBits)) {
        return unusable(QStringLiteral("key too short"));
    }
    if ((X509_get_key_usage(certificate) & (isRsa ? KU_KEY_ENCIPHERMENT : KU_KEY_AGREEMENT)) == 0) {
        return unusable(QStringLiteral("its key usage does not allow encryption"));
    }
    return Done{};
}

bool addRecipient(CMS_ContentInfo* cms, X509* certificate)
{
    CMS_RecipientInfo* const recipient = CMS_add1_recipient_cert(cms, certificate, CMS_KEY_PARAM);
    EVP_PKEY_CTX* const parameters = recipient == nullptr ? nullptr : CMS_RecipientInfo_get0_pkey_ctx(recipient);
    if (parameters == nullptr) {
        return false;
    }
    if (EVP_PKEY_is_a(X509_get0_pubkey(certificate), "RSA") == 1) {
        return EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_OAEP_PADDING) > 0 &&
               EVP_PKEY_CTX_set_rsa_oaep_md(parameters, EVP_sha256()) > 0 &&
               EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, EVP_sha256()) > 0;
    }
    return EVP_PKEY_CTX_set_ecdh_kdf_md(parameters, EVP_sha256()) > 0;
}

Secret joined(const QByteArray& header, const Secret& tail)
{
    Secret whole = Secret::withSize(static_cast<std::size_t>(header.size()) + tail.size());
    std::memcpy(whole.data(), header.constData(), static_cast<std::size_t>(header.size()));
    std::memcpy(whole.data() + header.size(), tail.data(), tail.size());
    return whole;
}

QByteArray derOf(CMS_ContentInfo* cms)
{
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

CmsPtr parsedBody(const QByteArray& body)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(body.constData());
    CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(body.size())));
    const bool isWhole = reinterpret_cast<const char*>(bytes) == body.constEnd();
    // EnvelopedData without authentication is not let in by the back door.
    if (!cms || !isWhole || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_id_smime_ct_authEnvelopedData) {
        return {};
    }
    return cms;
}

} // namespace

namespace {

QByteArray derOf(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    QByteArray bytes(reinterpret_cast<const char*>(der), size > 0 ? size : 0);
    OPENSSL_free(der);
    return bytes;
}

/** Certificates of a PKCS#7 message; the message itself is not looked at. */
QList<QByteArray> certificatesIn(const QByteArray& pkcs7)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(pkcs7.constData());
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(pkcs7.size())));
    QList<QByteArray> list;
    STACK_OF(X509)* const found = cms ? CMS_get1_certs(cms.get()) : nullptr;
    for (int i = 0; i < sk_X509_num(found); ++i) {
        list.append(derOf(sk_X509_value(found, i)));
    }
    sk_X509_pop_free(found, X509_free);
    return list;
}

} // namespace

Result<QByteArray> usableCertificate(const QList<QByteArray>& found)
{
    ERR_clear_error();
    Failure why = unusable(QStringLiteral("there is none"));
    for (const QByteArray& bytes : found) {
        const QList<QByteArray> inside = parsedCertificate(bytes) ? QList<QByteArray>{bytes} : certificatesIn(bytes);
        for (const QByteArray& candidate : inside) {
            const X509Ptr certificate = parsedCertificate(candidate);
            const Status may = certificate ? mayReceive(certificate.get()) : Status(unusable(lastOpenSslReason()));
            if (may && X509_check_ca(certificate.get()) == 0) {
                return derOf(certificate.get());
            }
            why = may ? unusable(QStringLiteral("only certificates of authorities")) : may.failure();
        }
    }
    ERR_clear_error();
    return why;
}

Result<QByteArray> sealBodyForCertificate(const Secret& secret, const QByteArray& certificate, const QByteArray& header)
{
    ERR_clear_error();
    const X509Ptr recipient = parsedCertificate(certificate);
    if (!recipient) {
        return unusable(lastOpenSslReason());
    }
    if (Status may = mayReceive(recipient.get()); !may) {
        return may.failure();
    }
    const Secret plain = joined(header, padded(secret.view()));
    const BioPtr source(BIO_new_mem_buf(plain.data(), static_cast<int>(plain.size())));
    constexpr unsigned flags = CMS_BINARY | CMS_PARTIAL;
    const CmsPtr cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), flags));
    if (!cms || !addRecipient(cms.get(), recipient.get()) ||
        CMS_final(cms.get(), source.get(), nullptr, CMS_BINARY) != 1) {
        return unusable(lastOpenSslReason());
    }
    return derOf(cms.get());
}

Result<Secret> openBodyWithKey(const QByteArray& body, const KeyPtr& key, const QByteArray& header)
{
    ERR_clear_error();
    const CmsPtr cms = parsedBody(body);
    if (!cms) {
        ERR_clear_error();
        return Failure{Failure::Kind::NotASeal, {}, QStringLiteral("no AuthEnvelopedData")};
    }
    // The secure memory BIO wipes its buffer when it grows and when it is freed.
    const BioPtr target(BIO_new(BIO_s_secmem()));
    if (CMS_decrypt(cms.get(), key.get(), nullptr, nullptr, target.get(), CMS_BINARY) != 1) {
        return Failure{Failure::Kind::SealRefused, {}, lastOpenSslReason()};
    }
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(target.get(), &bytes);
    const QByteArrayView plain(bytes, size);
    if (!plain.startsWith(header)) {
        return Failure{Failure::Kind::SealRefused, {}, QStringLiteral("the outside was changed")};
    }
    return unpadded(plain.sliced(header.size()));
}

} // namespace staffelstab::secrets
