// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_signature.h"

#include "core/sha256.h"
#include "receipt/token_session.h"

#include <algorithm>

namespace staffelstab::receipt {
namespace {

Failure unusable()
{
    return {Failure::Kind::KeyUnusable, {}, lastOpenSslError()};
}

/** The header of a DER SET with this many bytes in it. */
QByteArray setHeader(qsizetype size)
{
    QByteArray header(1, '\x31');
    if (size < 0x80) {
        return header + static_cast<char>(size);
    }
    QByteArray digits;
    for (; size > 0; size >>= 8) {
        digits.prepend(static_cast<char>(size & 0xFF));
    }
    return header + static_cast<char>(0x80 | digits.size()) + digits;
}

/** The signed attributes as RFC 5652, 5.4 wants them digested: a DER SET, sorted. */
QByteArray signedAttributes(CMS_SignerInfo* signer)
{
    std::vector<QByteArray> attributes;
    attributes.reserve(static_cast<std::size_t>(CMS_signed_get_attr_count(signer)));
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        attributes.push_back(derOf<X509_ATTRIBUTE>(CMS_signed_get_attr(signer, i), i2d_X509_ATTRIBUTE));
    }
    std::sort(attributes.begin(), attributes.end(), [](const QByteArray& a, const QByteArray& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
            return static_cast<uchar>(x) < static_cast<uchar>(y);
        });
    });
    QByteArray set;
    for (const QByteArray& attribute : attributes) {
        set += attribute;
    }
    return setHeader(set.size()) + set;
}

bool addAttribute(CMS_SignerInfo* signer, int nid, int type, const void* value, int size)
{
    return CMS_signed_add1_attr_by_NID(signer, nid, type, value, size) == 1;
}

/** What CMS_SignerInfo_sign() would note: rsaEncryption (RFC 3370, 3.2) or ecdsa-with-SHA256 (RFC 5754, 3.3). */
bool nameAlgorithm(CMS_SignerInfo* signer, EVP_PKEY* key)
{
    X509_ALGOR* algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, nullptr, &algorithm);
    const bool isRsa = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA;
    return X509_ALGOR_set0(algorithm, OBJ_nid2obj(isRsa ? NID_rsaEncryption : NID_ecdsa_with_SHA256),
                           isRsa ? V_ASN1_NULL : V_ASN1_UNDEF, nullptr) == 1;
}

/**
 * Signs once, as a card may ask for its PIN each time. CMS_final() would add a signing-time, which PAdES baseline does
 * not want and OpenSSL 3.0 cannot leave out.
 */
bool sign(CMS_SignerInfo* signer, QByteArrayView content, EVP_PKEY* key)
{
    const QByteArray digest = Sha256::of(content);
    if (!addAttribute(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.constData(),
                      static_cast<int>(digest.size())) ||
        !addAttribute(signer, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) ||
        !nameAlgorithm(signer, key)) {
        return false;
    }
    const QByteArray set = signedAttributes(signer);
    const OwnedDigest context(EVP_MD_CTX_new());
    std::size_t size = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(set.constData());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, data, static_cast<std::size_t>(set.size())) != 1) {
        return false;
    }
    std::vector<unsigned char> value(size);
    return EVP_DigestSign(context.get(), value.data(), &size, data, static_cast<std::size_t>(set.size())) == 1 &&
           ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), value.data(), static_cast<int>(size)) == 1;
}

Status addStamp(CMS_SignerInfo* signer, const Stamp& stamp)
{
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    const QByteArrayView bytes(ASN1_STRING_get0_data(value), ASN1_STRING_length(value));
    Result<QByteArray> token = stamp(Sha256::of(bytes));
    if (!token) {
        return token.failure();
    }
    if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token->constData(),
                                      static_cast<int>(token->size())) != 1) {
        return Failure{Failure::Kind::TimestampRefused, {}, lastOpenSslError()};
    }
    return Done{};
}

} // namespace

Result<QByteArray> makeCms(QByteArrayView content, const SigningKey::Parts& key, const Stamp& stamp)
{
    constexpr unsigned common = CMS_BINARY | CMS_DETACHED | CMS_PARTIAL;
    const OwnedCms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, common));
    if (!cms) {
        return unusable();
    }
    CMS_SignerInfo* signer = CMS_add1_signer(cms.get(), key.certificate.get(), key.key.get(), EVP_sha256(),
                                             common | CMS_NOSMIMECAP | CMS_CADES);
    if (signer == nullptr || !sign(signer, content, key.key.get())) {
        const std::optional<Failure> card = key.token ? tokenFailure(key.token->token()) : std::nullopt;
        return card.value_or(unusable());
    }
    for (const OwnedCertificate& other : key.chain) {
        CMS_add1_cert(cms.get(), other.get());
    }
    if (stamp) {
        if (Status stamped = addStamp(signer, stamp); !stamped) {
            return stamped.failure();
        }
    }
    QByteArray der = derOf<CMS_ContentInfo>(cms.get(), i2d_CMS_ContentInfo);
    return der.isEmpty() ? Result<QByteArray>(unusable()) : Result<QByteArray>(der);
}

qsizetype roomForCms(const SigningKey::Parts& key, bool isStamped)
{
    qsizetype room = 4096 + derOf<X509>(key.certificate.get(), i2d_X509).size();
    for (const OwnedCertificate& other : key.chain) {
        room += derOf<X509>(other.get(), i2d_X509).size();
    }
    return room + (isStamped ? 16384 : 0);
}

} // namespace staffelstab::receipt
