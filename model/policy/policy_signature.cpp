// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_signature.h"

#include "core/atomic_file.h"
#include "core/owned.h"

#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <memory>

namespace staffelstab::policy {

namespace {

constexpr qint64 signatureLimit = qint64{1024} * 1024;

using Bio = Owned<BIO, BIO_free_all>;
using Cms = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using Store = Owned<X509_STORE, X509_STORE_free>;

Bio bioOf(const QByteArray& bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

QString lastReason()
{
    const char* const reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return QString::fromLatin1(reason == nullptr ? "not valid" : reason);
}

Cms parse(const QByteArray& bytes)
{
    Cms cms(d2i_CMS_bio(bioOf(bytes).get(), nullptr));
    ERR_clear_error();
    return cms;
}

/** A store that trusts each certificate of the file as it stands, a CA or not. */
Result<Store> storeOf(const QString& signersFile)
{
    auto pem = readWhole(signersFile, signatureLimit);
    if (!pem) {
        return pem.failure();
    }
    Store store(X509_STORE_new());
    const Bio bio = bioOf(*pem);
    int count = 0;
    while (const Owned<X509, X509_free> certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
        count += X509_STORE_add_cert(store.get(), certificate.get());
    }
    ERR_clear_error();
    if (count == 0) {
        return Failure{Failure::Kind::CertificateFileUnusable, signersFile, QStringLiteral("no certificate in it")};
    }
    X509_VERIFY_PARAM* const rules = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME);
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_ANY);
    return store;
}

/** At least one signer, and none with a digest weaker than SHA-256. */
bool areSignersStrong(CMS_ContentInfo* cms)
{
    STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms);
    const int count = signers == nullptr ? 0 : sk_CMS_SignerInfo_num(signers);
    for (int i = 0; i < count; ++i) {
        X509_ALGOR* digest = nullptr;
        CMS_SignerInfo_get0_algs(sk_CMS_SignerInfo_value(signers, i), nullptr, nullptr, &digest, nullptr);
        const ASN1_OBJECT* name = nullptr;
        X509_ALGOR_get0(&name, nullptr, nullptr, digest);
        const int nid = OBJ_obj2nid(name);
        if (nid != NID_sha256 && nid != NID_sha384 && nid != NID_sha512) {
            return false;
        }
    }
    return count > 0;
}

} // namespace

QString policySignatureFile(const QString& policyFile)
{
    return policyFile + QStringLiteral(".p7s");
}

Status checkPolicySignature(const QByteArray& text, const QString& file, const QString& signersFile)
{
    const auto refused = [&](const QString& why) { return Failure{Failure::Kind::PolicyNotTrusted, file, why}; };
    auto store = storeOf(signersFile);
    if (!store) {
        return store.failure();
    }
    const QString signatureFile = policySignatureFile(file);
    auto signature = readWhole(signatureFile, signatureLimit);
    if (!signature) {
        return refused(QStringLiteral("%1 is missing or cannot be read").arg(signatureFile));
    }
    const Cms cms = parse(*signature);
    if (!cms || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed || CMS_is_detached(cms.get()) != 1) {
        return refused(QStringLiteral("%1 is no detached CMS signature").arg(signatureFile));
    }
    const Bio content = bioOf(text);
    if (CMS_verify(cms.get(), nullptr, store->get(), content.get(), nullptr, CMS_BINARY) != 1) {
        return refused(QStringLiteral("%1: %2").arg(signatureFile, lastReason()));
    }
    if (!areSignersStrong(cms.get())) {
        return refused(QStringLiteral("%1: the digest is weaker than SHA-256").arg(signatureFile));
    }
    return Done{};
}

} // namespace staffelstab::policy
