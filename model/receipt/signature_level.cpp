// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signing_key_parts.h"

namespace staffelstab::receipt {
namespace {

/** id-etsi-qcs-QcCompliance, 0.4.0.1862.1.1, as DER; it stands in qcStatements (1.3.6.1.5.5.7.1.3). */
bool claimsToBeQualified(X509* certificate)
{
    const int at = X509_get_ext_by_NID(certificate, NID_qcStatements, -1);
    if (at < 0) {
        return false;
    }
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(X509_get_ext(certificate, at));
    const QByteArrayView der(ASN1_STRING_get0_data(value), ASN1_STRING_length(value));
    static const QByteArray compliance("\x06\x06\x04\x00\x8E\x46\x01\x01", 8);
    return der.toByteArray().contains(compliance);
}

} // namespace

bool chainEndsIn(X509* certificate, const std::vector<X509*>& chain, const QByteArray& roots, const QDateTime& at,
                 int purpose)
{
    const OwnedStore store(X509_STORE_new());
    const std::vector<OwnedCertificate> trusted = certificatesInPem(roots);
    if (trusted.empty()) {
        return false;
    }
    for (const OwnedCertificate& root : trusted) {
        X509_STORE_add_cert(store.get(), root.get());
    }
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> others(sk_X509_new_null());
    for (X509* one : chain) {
        sk_X509_push(others.get(), one);
    }
    const Owned<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), certificate, others.get());
    X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context.get()), at.toSecsSinceEpoch());
    if (purpose != 0) {
        X509_STORE_CTX_set_purpose(context.get(), purpose);
    }
    const bool isTrusted = X509_verify_cert(context.get()) == 1;
    (void)lastOpenSslError();
    return isTrusted;
}

CertificateWorth worthOf(X509* certificate, const std::vector<X509*>& chain, const QByteArray& trustedCas,
                         const QDateTime& at)
{
    if (isSelfIssued(certificate)) {
        return {};
    }
    const bool isVouchedFor = !trustedCas.isEmpty() && chainEndsIn(certificate, chain, trustedCas, at);
    const bool isQualified = isVouchedFor && claimsToBeQualified(certificate);
    return {isQualified ? SignatureLevel::Qualified : SignatureLevel::Advanced, isVouchedFor};
}

} // namespace staffelstab::receipt
