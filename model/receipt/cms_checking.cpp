// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_signature.h"

#include "core/sha256.h"
#include "receipt/cms_form.h"
#include "receipt/time_stamp.h"

namespace staffelstab::receipt {
namespace {

using OwnedCertificates = Owned<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }>;

OwnedCms parseHole(const QByteArray& hole)
{
    const auto* at = reinterpret_cast<const unsigned char*>(hole.constData());
    OwnedCms cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(hole.size())));
    (void)lastOpenSslError();
    return cms && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed ? std::move(cms) : nullptr;
}

QByteArray sequenceIn(X509_ATTRIBUTE* attribute)
{
    const ASN1_TYPE* const value = attribute == nullptr ? nullptr : X509_ATTRIBUTE_get0_type(attribute, 0);
    return value == nullptr || value->type != V_ASN1_SEQUENCE
               ? QByteArray()
               : QByteArray(reinterpret_cast<const char*>(value->value.sequence->data), value->value.sequence->length);
}

QByteArray signingCertificates(CMS_SignerInfo* signer)
{
    const int at = CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1);
    return at < 0 ? QByteArray() : sequenceIn(CMS_signed_get_attr(signer, at));
}

/** DER of the time-stamp token; empty if there is none or it is no SEQUENCE. */
QByteArray stampToken(CMS_SignerInfo* signer)
{
    const int at = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1);
    return at < 0 ? QByteArray() : sequenceIn(CMS_unsigned_get_attr(signer, at));
}

QByteArrayView signatureValue(CMS_SignerInfo* signer)
{
    const ASN1_OCTET_STRING* const value = CMS_SignerInfo_get0_signature(signer);
    return {ASN1_STRING_get0_data(value), ASN1_STRING_length(value)};
}

/** It is, byte for byte, what this program writes for these values, and behind it are zero bytes only. */
bool isInForm(const QByteArray& hole, const CmsForm& form)
{
    const QByteArray again = write(form);
    return hole.startsWith(again) &&
           std::all_of(hole.constBegin() + again.size(), hole.constEnd(), [](char c) { return c == '\0'; });
}

void readStamp(CMS_SignerInfo* signer, const QByteArray& stampCas, CmsFinding& finding)
{
    finding.hasStamp = CMS_unsigned_get_attr_count(signer) > 0;
    const QByteArray token = stampToken(signer);
    if (!token.isEmpty()) {
        const StampFinding stamp = checkToken(token, Sha256::of(signatureValue(signer)), stampCas);
        finding.stampedAt = stamp.time;
        finding.isStampVouchedFor = stamp.isVouchedFor;
    }
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
    const QByteArray bytes = stampToken(signer);
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.constData());
    const Owned<PKCS7, PKCS7_free> token(d2i_PKCS7(nullptr, &at, static_cast<long>(bytes.size())));
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
        const OwnedCertificates others(CMS_get1_certs(cms.get()));
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
    // Of a bare memory BIO libcrypto takes a copy, which it loses where the digest's name is unknown.
    const OwnedBio bio(BIO_push(BIO_new(BIO_f_null()), bioOf(content).release()));
    const bool isRight =
        CMS_verify(cms.get(), nullptr, nullptr, bio.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
    (void)lastOpenSslError();
    CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
    X509* certificate = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
    if (certificate == nullptr) {
        return finding;
    }
    const OwnedCertificates all(CMS_get1_certs(cms.get()));
    CmsForm form{certificate, {}, Sha256::of(content), signingCertificates(signer), {}, stampToken(signer)};
    form.value = QByteArray(signatureValue(signer).data(), signatureValue(signer).size());
    for (int i = 0; all && i < sk_X509_num(all.get()); ++i) {
        if (X509* const one = sk_X509_value(all.get(), i); X509_cmp(one, certificate) != 0) {
            form.others.push_back(one);
        }
    }
    finding.isIntact = isRight && isInForm(hole, form);
    finding.namesItsCertificate = form.signingCertificates == namesOf(certificate, form.others);
    finding.signer = commonName(certificate);
    finding.certificateSha256 = fingerprint(certificate);
    readStamp(signer, trusted.stamps, finding);
    finding.worth =
        worthOf(certificate, form.others, trusted.signers, finding.stampedAt.isValid() ? finding.stampedAt : signedAt);
    return finding;
}

} // namespace staffelstab::receipt
