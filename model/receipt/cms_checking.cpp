// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_signature.h"

#include "core/sha256.h"
#include "receipt/time_stamp.h"

#include <openssl/ess.h>

namespace staffelstab::receipt {
namespace {

/** The DER object at the start, and nothing but zero bytes after it. */
OwnedCms parseHole(const QByteArray& hole)
{
    const auto* const begin = reinterpret_cast<const unsigned char*>(hole.constData());
    const unsigned char* at = begin;
    OwnedCms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(hole.size())));
    (void)lastOpenSslError();
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed) {
        return nullptr;
    }
    const bool isPadded =
        std::all_of(hole.constBegin() + (at - begin), hole.constEnd(), [](char c) { return c == '\0'; });
    return isPadded ? std::move(cms) : nullptr;
}

/** Only SHA-256 or better: a weak digest would let someone exchange the document. */
bool isDigestStrong(CMS_SignerInfo* signer)
{
    X509_ALGOR* algorithm = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &algorithm, nullptr);
    const ASN1_OBJECT* name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    const int nid = OBJ_obj2nid(name);
    return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512;
}

/** signing-certificate-v2 (RFC 5035): its first entry is the SHA-256 of the signer's certificate. */
bool namesCertificate(CMS_SignerInfo* signer, X509* certificate)
{
    const int at = CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1);
    if (at < 0) {
        return false;
    }
    ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signer, at), 0);
    if (value == nullptr || value->type != V_ASN1_SEQUENCE) {
        return false;
    }
    const unsigned char* der = value->value.sequence->data;
    const Owned<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free> named(
        d2i_ESS_SIGNING_CERT_V2(nullptr, &der, value->value.sequence->length));
    (void)lastOpenSslError();
    // OpenSSL 3.0 shows no member of this type; the hash is looked for in its DER as an OCTET STRING of 32 bytes.
    const QByteArray hash = QByteArray("\x04\x20", 2) + fingerprint(certificate);
    const QByteArray bytes(reinterpret_cast<const char*>(value->value.sequence->data), value->value.sequence->length);
    const qsizetype first = bytes.indexOf(QByteArray("\x04\x20", 2));
    return named && first >= 0 && first <= 40 && bytes.mid(first, hash.size()) == hash;
}

void readStamp(CMS_SignerInfo* signer, const QByteArray& stampCas, CmsFinding& finding)
{
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    if (at < 0) {
        return;
    }
    finding.hasStamp = true;
    const ASN1_TYPE* value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
    if (value == nullptr || value->type != V_ASN1_SEQUENCE) {
        return;
    }
    const QByteArray token(reinterpret_cast<const char*>(value->value.sequence->data), value->value.sequence->length);
    const ASN1_OCTET_STRING* signature = CMS_SignerInfo_get0_signature(signer);
    const QByteArrayView signatureBytes(ASN1_STRING_get0_data(signature), ASN1_STRING_length(signature));
    const StampFinding stamp = checkToken(token, Sha256::of(signatureBytes), stampCas);
    finding.stampedAt = stamp.time;
    finding.isStampVouchedFor = stamp.isVouchedFor;
}

void addOthers(STACK_OF(X509) * all, std::vector<OwnedCertificate>& found)
{
    for (int i = 0; all != nullptr && i < sk_X509_num(all); ++i) {
        X509* const one = sk_X509_value(all, i);
        if (found.empty() || X509_cmp(one, found.front().get()) != 0) {
            X509_up_ref(one);
            found.emplace_back(one);
        }
    }
}

std::vector<OwnedCertificate> stampCertificates(CMS_SignerInfo* signer)
{
    std::vector<OwnedCertificate> found;
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    const ASN1_TYPE* const value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(signer, at), 0);
    if (value == nullptr || value->type != V_ASN1_SEQUENCE) {
        return found;
    }
    const unsigned char* der = value->value.sequence->data;
    const Owned<PKCS7, PKCS7_free> token(d2i_PKCS7(nullptr, &der, value->value.sequence->length));
    if (!token || PKCS7_type_is_signed(token.get()) != 1) {
        return found;
    }
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> servers(
        PKCS7_get0_signers(token.get(), nullptr, 0));
    addOthers(servers.get(), found);
    if (!found.empty()) {
        addOthers(token->d.sign->cert, found);
    }
    return found;
}

} // namespace

SignatureCertificates certificatesIn(const QByteArray& hole)
{
    SignatureCertificates found;
    const OwnedCms cms = parseHole(hole);
    STACK_OF(CMS_SignerInfo)* const signers = cms ? CMS_get0_SignerInfos(cms.get()) : nullptr;
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) {
        return found;
    }
    CMS_set1_signers_certs(cms.get(), nullptr, 0);
    CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(signers, 0);
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    if (certificate != nullptr) {
        X509_up_ref(certificate);
        found.signature.emplace_back(certificate);
        const Owned<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }> others(
            CMS_get1_certs(cms.get()));
        addOthers(others.get(), found.signature);
        found.stamp = stampCertificates(signer);
    }
    (void)lastOpenSslError();
    return found;
}

CmsFinding checkCms(QByteArrayView content, const QByteArray& hole, const TrustedCas& trusted,
                    const QDateTime& signedAt)
{
    CmsFinding finding;
    const OwnedCms cms = parseHole(hole);
    if (!cms) {
        return finding;
    }
    STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms.get());
    if (signers == nullptr || sk_CMS_SignerInfo_num(signers) != 1) {
        return finding;
    }
    const OwnedBio bio = bioOf(content);
    const bool isRight =
        CMS_verify(cms.get(), nullptr, nullptr, bio.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    (void)lastOpenSslError();
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    if (certificate == nullptr) {
        return finding;
    }
    finding.isIntact = isRight && CMS_is_detached(cms.get()) == 1 && isDigestStrong(signer);
    finding.namesItsCertificate = namesCertificate(signer, certificate);
    finding.signer = commonName(certificate);
    finding.certificateSha256 = fingerprint(certificate);
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }> others(
        CMS_get1_certs(cms.get()));
    std::vector<X509*> chain;
    for (int i = 0; others && i < sk_X509_num(others.get()); ++i) {
        chain.push_back(sk_X509_value(others.get(), i));
    }
    readStamp(signer, trusted.stamps, finding);
    finding.worth =
        worthOf(certificate, chain, trusted.signers, finding.stampedAt.isValid() ? finding.stampedAt : signedAt);
    return finding;
}

} // namespace staffelstab::receipt
