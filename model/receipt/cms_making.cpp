// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_signature.h"

#include "core/sha256.h"

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

/** OpenSSL 3.0 always adds a signing-time; it is taken out and the rest is signed again. */
bool signWithoutTime(CMS_SignerInfo* signer, EVP_PKEY* key)
{
    const int at = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    if (at >= 0) {
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, at));
    }
    const QByteArray set = signedAttributes(signer);
    const OwnedDigest digest(EVP_MD_CTX_new());
    std::size_t size = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(set.constData());
    if (EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(digest.get(), nullptr, &size, data, static_cast<std::size_t>(set.size())) != 1) {
        return false;
    }
    std::vector<unsigned char> value(size);
    return EVP_DigestSign(digest.get(), value.data(), &size, data, static_cast<std::size_t>(set.size())) == 1 &&
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
    const OwnedBio bio = bioOf(content);
    if (signer == nullptr || CMS_final(cms.get(), bio.get(), nullptr, CMS_BINARY | CMS_DETACHED) != 1 ||
        !signWithoutTime(signer, key.key.get())) {
        return unusable();
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
