// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/stamp_form.h"

#include <openssl/ess.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace staffelstab::receipt {
namespace {

std::vector<X509*> certificatesOf(PKCS7* token)
{
    STACK_OF(X509)* const stack = token->d.sign->cert;
    std::vector<X509*> all;
    for (int i = 0; stack != nullptr && i < sk_X509_num(stack); ++i) {
        all.push_back(sk_X509_value(stack, i));
    }
    return all;
}

bool isIssuerOf(X509* issuer, X509* certificate)
{
    const bool isRight = issuer == certificate ? X509_self_signed(certificate, 1) == 1
                                               : X509_check_issued(issuer, certificate) == X509_V_OK &&
                                                     X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
    (void)lastOpenSslError();
    return isRight;
}

/** It issued another one of these. */
bool isNeeded(X509* certificate, const std::vector<X509*>& all)
{
    return std::any_of(all.begin(), all.end(),
                       [&](X509* other) { return other != certificate && isIssuerOf(certificate, other); });
}

/** Its own signature is right, where the issuer's certificate is there to tell. */
bool isProved(X509* certificate, const std::vector<X509*>& all)
{
    const auto isNamed = [&](X509* issuer) {
        return X509_NAME_cmp(X509_get_subject_name(issuer), X509_get_issuer_name(certificate)) == 0;
    };
    return std::none_of(all.begin(), all.end(), isNamed) ||
           std::any_of(all.begin(), all.end(), [&](X509* issuer) { return isIssuerOf(issuer, certificate); });
}

/** signing-certificate or signing-certificate-v2 (RFC 3161, 2.4.1; RFC 5816) names the signer's certificate. */
bool isNamedIn(PKCS7* token, PKCS7_SIGNER_INFO* info, X509* signer)
{
    const auto read = [info](int nid, auto decode) {
        const ASN1_TYPE* const value = PKCS7_get_signed_attribute(info, nid);
        const bool isThere = value != nullptr && value->type == V_ASN1_SEQUENCE;
        const unsigned char* at = isThere ? value->value.sequence->data : nullptr;
        return isThere ? decode(nullptr, &at, value->value.sequence->length) : nullptr;
    };
    const Owned<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free> old(
        read(NID_id_smime_aa_signingCertificate, d2i_ESS_SIGNING_CERT));
    const Owned<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free> named(
        read(NID_id_smime_aa_signingCertificateV2, d2i_ESS_SIGNING_CERT_V2));
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_free(all); }> chain(sk_X509_new_null());
    sk_X509_push(chain.get(), signer);
    for (X509* other : certificatesOf(token)) {
        if (X509_cmp(other, signer) != 0) {
            sk_X509_push(chain.get(), other);
        }
    }
    const bool isRight = OSSL_ESS_check_signing_certs(old.get(), named.get(), chain.get(), 1) == 1;
    (void)lastOpenSslError();
    return isRight;
}

/** The key's algorithm alone or together with the digest, and no parameters but NULL. */
bool isRightAlgorithm(PKCS7_SIGNER_INFO* info, X509* signer)
{
    const ASN1_OBJECT* name = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(&name, &type, nullptr, info->digest_alg);
    const int digest = OBJ_obj2nid(name);
    const bool isPlain = type == V_ASN1_UNDEF || type == V_ASN1_NULL;
    X509_ALGOR_get0(&name, &type, nullptr, info->digest_enc_alg);
    const int key = EVP_PKEY_get_base_id(X509_get0_pubkey(signer));
    int both = NID_undef;
    OBJ_find_sigid_by_algs(&both, digest, key);
    const bool isNamed = OBJ_obj2nid(name) == both || (key == EVP_PKEY_RSA && OBJ_obj2nid(name) == NID_rsaEncryption);
    return isPlain && isNamed && (type == V_ASN1_UNDEF || (type == V_ASN1_NULL && key == EVP_PKEY_RSA));
}

/** OpenSSL finds the certificate by a name in other capitals, too. */
bool isSignerExact(PKCS7_SIGNER_INFO* info, X509* signer)
{
    return derOf<X509_NAME>(info->issuer_and_serial->issuer, i2d_X509_NAME) ==
           derOf<X509_NAME>(X509_get_issuer_name(signer), i2d_X509_NAME);
}

} // namespace

void keepWhatIsProved(PKCS7* token, X509* signer)
{
    PKCS7_SIGNED* const data = token->d.sign;
    sk_X509_CRL_pop_free(data->crl, X509_CRL_free);
    data->crl = nullptr;
    PKCS7_SIGNER_INFO* const info = sk_PKCS7_SIGNER_INFO_value(data->signer_info, 0);
    sk_X509_ATTRIBUTE_pop_free(info->unauth_attr, X509_ATTRIBUTE_free);
    info->unauth_attr = nullptr;
    for (int i = sk_X509_num(data->cert) - 1; i >= 0; --i) {
        X509* const one = sk_X509_value(data->cert, i);
        if (one != signer && !isNeeded(one, certificatesOf(token))) {
            X509_free(sk_X509_delete(data->cert, i));
            i = sk_X509_num(data->cert);
        }
    }
}

bool isInStampForm(PKCS7* token, const QByteArray& der, X509* signer)
{
    const PKCS7_SIGNED* const data = token->d.sign;
    PKCS7_SIGNER_INFO* const info = sk_PKCS7_SIGNER_INFO_value(data->signer_info, 0);
    const std::vector<X509*> all = certificatesOf(token);
    // Version 3: what is signed is no plain data (RFC 5652, 5.1); 1: the signer is named by issuer and number (5.3).
    const bool isPlain = derOf<PKCS7>(token, i2d_PKCS7) == der && ASN1_INTEGER_get(data->version) == 3 &&
                         ASN1_INTEGER_get(info->version) == 1 && data->crl == nullptr && info->unauth_attr == nullptr &&
                         sk_X509_ALGOR_num(data->md_algs) == 1 &&
                         X509_ALGOR_cmp(sk_X509_ALGOR_value(data->md_algs, 0), info->digest_alg) == 0;
    return isPlain && isSignerExact(info, signer) && isRightAlgorithm(info, signer) && isNamedIn(token, info, signer) &&
           std::all_of(all.begin(), all.end(),
                       [&](X509* one) { return isProved(one, all) && (one == signer || isNeeded(one, all)); });
}

} // namespace staffelstab::receipt
