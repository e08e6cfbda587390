// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_form.h"

#include <openssl/ess.h>

#include <algorithm>

namespace staffelstab::receipt {
namespace {

enum Tag : char { Octets = 0x04, Sequence = 0x30, Set = 0x31, First = '\xA0', Second = '\xA1' };

QByteArray tagged(Tag tag, const QByteArray& content)
{
    QByteArray digits;
    for (qsizetype size = content.size(); size > 0; size >>= 8) {
        digits.prepend(static_cast<char>(size & 0xFF));
    }
    QByteArray header(1, static_cast<char>(tag));
    if (content.size() < 0x80) {
        header += static_cast<char>(content.size());
    } else {
        header += static_cast<char>(0x80 | digits.size()) + digits;
    }
    return header + content;
}

bool isBefore(const QByteArray& a, const QByteArray& b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](char x, char y) { return static_cast<uchar>(x) < static_cast<uchar>(y); });
}

/** The members of a DER SET, one behind the other (X.690, 11.6). */
QByteArray sorted(std::vector<QByteArray> members)
{
    std::sort(members.begin(), members.end(), isBefore);
    QByteArray all;
    for (const QByteArray& member : members) {
        all += member;
    }
    return all;
}

QByteArray name(int nid)
{
    return derOf<ASN1_OBJECT>(OBJ_nid2obj(nid), i2d_ASN1_OBJECT);
}

QByteArray attribute(int nid, const QByteArray& value)
{
    return tagged(Sequence, name(nid) + tagged(Set, value));
}

QByteArray certificate(X509* one)
{
    return derOf<X509>(one, i2d_X509);
}

/** rsaEncryption (RFC 3370, 3.2) or ecdsa-with-SHA256 (RFC 5754, 3.3). */
QByteArray signatureAlgorithm(X509* signer)
{
    const QByteArray null("\x05\x00", 2);
    return EVP_PKEY_get_base_id(X509_get0_pubkey(signer)) == EVP_PKEY_RSA
               ? tagged(Sequence, name(NID_rsaEncryption) + null)
               : tagged(Sequence, name(NID_ecdsa_with_SHA256));
}

const QByteArray& one()
{
    static const QByteArray der("\x02\x01\x01", 3);
    return der;
}

QByteArray signerInfo(const CmsForm& form, const QByteArray& digestAlgorithm)
{
    const QByteArray issuer = derOf<X509_NAME>(X509_get_issuer_name(form.signer), i2d_X509_NAME);
    const QByteArray serial = derOf<ASN1_INTEGER>(X509_get0_serialNumber(form.signer), i2d_ASN1_INTEGER);
    QByteArray attributes = signedAttributes(form);
    attributes[0] = First;
    QByteArray info = one() + tagged(Sequence, issuer + serial) + digestAlgorithm + attributes +
                      signatureAlgorithm(form.signer) + tagged(Octets, form.value);
    if (!form.stamp.isEmpty()) {
        info += tagged(Second, attribute(NID_id_smime_aa_timeStampToken, form.stamp));
    }
    return tagged(Sequence, info);
}

} // namespace

QByteArray namesOf(X509* signer, const std::vector<X509*>& others)
{
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_free(all); }> all(sk_X509_new_null());
    for (X509* other : others) {
        sk_X509_push(all.get(), other);
    }
    const Owned<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free> names(
        OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), signer, all.get(), 1));
    return names ? derOf<ESS_SIGNING_CERT_V2>(names.get(), i2d_ESS_SIGNING_CERT_V2) : QByteArray();
}

QByteArray signedAttributes(const CmsForm& form)
{
    return tagged(Set, sorted({attribute(NID_pkcs9_contentType, name(NID_pkcs7_data)),
                               attribute(NID_pkcs9_messageDigest, tagged(Octets, form.digest)),
                               attribute(NID_id_smime_aa_signingCertificateV2, form.signingCertificates)}));
}

QByteArray write(const CmsForm& form)
{
    const QByteArray digestAlgorithm = tagged(Sequence, name(NID_sha256));
    std::vector<QByteArray> certificates{certificate(form.signer)};
    for (X509* other : form.others) {
        certificates.push_back(certificate(other));
    }
    const QByteArray signedData = one() + tagged(Set, digestAlgorithm) + tagged(Sequence, name(NID_pkcs7_data)) +
                                  tagged(First, sorted(std::move(certificates))) +
                                  tagged(Set, signerInfo(form, digestAlgorithm));
    return tagged(Sequence, name(NID_pkcs7_signed) + tagged(First, tagged(Sequence, signedData)));
}

void sortAsDer(std::vector<X509*>& certificates)
{
    std::sort(certificates.begin(), certificates.end(),
              [](X509* a, X509* b) { return isBefore(certificate(a), certificate(b)); });
}

} // namespace staffelstab::receipt
