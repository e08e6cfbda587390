// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/time_stamp.h"

#include "receipt/http_exchange.h"
#include "receipt/signing_key_parts.h"
#include "receipt/stamp_form.h"

#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace staffelstab::receipt {
namespace {

constexpr int timeLimit = 20000;
constexpr qint64 answerLimit = 64 << 10;

using OwnedRequest = Owned<TS_REQ, TS_REQ_free>;
using OwnedResponse = Owned<TS_RESP, TS_RESP_free>;

Failure refused(const QString& server, const QString& why)
{
    return {Failure::Kind::TimestampRefused, server, why};
}

OwnedRequest makeRequest(const QByteArray& sha256)
{
    OwnedRequest request(TS_REQ_new());
    const Owned<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
    const Owned<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
    unsigned char random[8];
    if (RAND_bytes(random, sizeof random) != 1) {
        return nullptr;
    }
    random[0] = static_cast<unsigned char>((random[0] & 0x7F) | 0x01);
    const Owned<BIGNUM, BN_free> number(BN_bin2bn(random, sizeof random, nullptr));
    const Owned<ASN1_INTEGER, ASN1_INTEGER_free> nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    QByteArray digest = sha256;
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    const bool isMade = TS_REQ_set_version(request.get(), 1) == 1 &&
                        TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                        TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(digest.data()),
                                               static_cast<int>(digest.size())) == 1 &&
                        TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
                        TS_REQ_set_nonce(request.get(), nonce.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
    return isMade ? std::move(request) : nullptr;
}

/** A refusal of the way there is one of the stamp, too. */
Result<QByteArray> post(const QString& server, const QByteArray& query, JobContext& job)
{
    Result<QByteArray> answer = exchange({server, query, "application/timestamp-query", answerLimit, timeLimit}, job);
    if (!answer && answer.failure().kind == Failure::Kind::ServerRefused) {
        return refused(server, answer.failure().detail);
    }
    return answer;
}

/** Worth a second try: the way there broke, not the answer. */
bool isTransient(const Failure& failure)
{
    return failure.kind == Failure::Kind::ConnectionLost || failure.kind == Failure::Kind::ConnectionRefused ||
           failure.kind == Failure::Kind::TimedOut;
}

/** The signer, if the signature over the token is right and made for time-stamping alone (RFC 3161, 2.3). */
X509* stampSigner(PKCS7* token)
{
    if (PKCS7_type_is_signed(token) != 1) {
        return nullptr;
    }
    const OwnedBio out(BIO_new(BIO_s_mem()));
    if (PKCS7_verify(token, nullptr, nullptr, nullptr, out.get(), PKCS7_NOVERIFY) != 1) {
        (void)lastOpenSslError();
        return nullptr;
    }
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> signers(
        PKCS7_get0_signers(token, nullptr, 0));
    if (!signers || sk_X509_num(signers.get()) != 1) {
        return nullptr;
    }
    X509* signer = sk_X509_value(signers.get(), 0);
    return X509_check_purpose(signer, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1 ? signer : nullptr;
}

bool isVouchedFor(PKCS7* token, X509* signer, const QByteArray& cas, const QDateTime& at)
{
    if (cas.isEmpty()) {
        return false;
    }
    STACK_OF(X509)* const others = token->d.sign->cert;
    std::vector<X509*> chain;
    for (int i = 0; others != nullptr && i < sk_X509_num(others); ++i) {
        chain.push_back(sk_X509_value(others, i));
    }
    return chainEndsIn(signer, chain, cas, at, X509_PURPOSE_TIMESTAMP_SIGN);
}

bool isImprintOf(TS_TST_INFO* info, const QByteArray& sha256)
{
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(info);
    const ASN1_OBJECT* algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
    return OBJ_obj2nid(algorithm) == NID_sha256 &&
           sha256 == QByteArrayView(ASN1_STRING_get0_data(message), ASN1_STRING_length(message));
}

} // namespace

StampFinding checkToken(const QByteArray& token, const QByteArray& sha256, const QByteArray& cas)
{
    const auto* at = reinterpret_cast<const unsigned char*>(token.constData());
    const Owned<PKCS7, PKCS7_free> signedData(d2i_PKCS7(nullptr, &at, static_cast<long>(token.size())));
    X509* const signer = signedData ? stampSigner(signedData.get()) : nullptr;
    if (signer == nullptr || !isInStampForm(signedData.get(), token, signer)) {
        (void)lastOpenSslError();
        return {};
    }
    const Owned<TS_TST_INFO, TS_TST_INFO_free> info(PKCS7_to_TS_TST_INFO(signedData.get()));
    (void)lastOpenSslError();
    if (!info || !isImprintOf(info.get(), sha256)) {
        return {};
    }
    const QDateTime time = timeOf(TS_TST_INFO_get_time(info.get()));
    return {time, isVouchedFor(signedData.get(), signer, cas, time)};
}

Result<QByteArray> fetchTimeStamp(const QString& server, const QByteArray& sha256, const QByteArray& cas,
                                  JobContext& job)
{
    const OwnedRequest request = makeRequest(sha256);
    if (!request) {
        return Failure{Failure::Kind::Internal, {}, lastOpenSslError()};
    }
    const QByteArray query = derOf<TS_REQ>(request.get(), i2d_TS_REQ);
    Result<QByteArray> answer = post(server, query, job);
    if (!answer && isTransient(answer.failure())) {
        answer = post(server, query, job);
    }
    if (!answer) {
        return answer;
    }
    const auto* at = reinterpret_cast<const unsigned char*>(answer->constData());
    const OwnedResponse response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer->size())));
    if (!response) {
        return refused(server, QStringLiteral("answer is not a time-stamp response"));
    }
    const Owned<TS_VERIFY_CTX, TS_VERIFY_CTX_free> check(TS_REQ_to_TS_VERIFY_CTX(request.get(), nullptr));
    TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE);
    if (TS_RESP_verify_response(check.get(), response.get()) != 1) {
        return refused(server, lastOpenSslError());
    }
    PKCS7* const sent = TS_RESP_get_token(response.get());
    if (X509* const signer = stampSigner(sent)) {
        keepWhatIsProved(sent, signer);
    }
    QByteArray token = derOf<PKCS7>(sent, i2d_PKCS7);
    const StampFinding stamp = checkToken(token, sha256, cas);
    if (!stamp.time.isValid()) {
        return refused(server, QStringLiteral("the token's signature is not one for time-stamping"));
    }
    if (!cas.isEmpty() && !stamp.isVouchedFor) {
        return refused(server, QStringLiteral("the server's certificate comes from no CA of the company's rules"));
    }
    return token;
}

} // namespace staffelstab::receipt
