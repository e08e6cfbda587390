// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/revocation.h"

#include "receipt/http_exchange.h"

#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace staffelstab::receipt {
namespace {

constexpr qint64 responseLimit = 64 << 10;
constexpr qint64 listLimit = 1 << 20;
constexpr int timeLimit = 10000;
/** A response without an end is taken for current this long. */
constexpr qint64 freshness = 24 * 3600;

using OwnedResponse = Owned<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using OwnedList = Owned<X509_CRL, X509_CRL_free>;
using Revocation = RevocationFinding::State;

/** Said after the use, or still current at that time. */
bool isCurrent(const QDateTime& thisUpdate, const QDateTime& nextUpdate, const QDateTime& at)
{
    const QDateTime end = nextUpdate.isValid() ? nextUpdate : thisUpdate.addSecs(freshness);
    return thisUpdate.isValid() && end >= at;
}

RevocationFinding revoked(const QDateTime& since, const QDateTime& thisUpdate, const QDateTime& at)
{
    // What was signed before the revocation stays signed.
    return since.isValid() && since > at ? RevocationFinding{Revocation::Good, thisUpdate}
                                         : RevocationFinding{Revocation::Revoked, since};
}

OwnedResponse parseResponse(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const end = at + der.size();
    const Owned<OCSP_RESPONSE, OCSP_RESPONSE_free> response(
        d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
    const bool isWhole =
        response && at == end && OCSP_response_status(response.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL;
    OwnedResponse basic(isWhole ? OCSP_response_get1_basic(response.get()) : nullptr);
    (void)lastOpenSslError();
    return basic;
}

/** Signed by the issuer, or by whom the issuer has charged with it (RFC 6960, 4.2.2.2). */
bool isResponseOf(OCSP_BASICRESP* response, X509* issuer)
{
    const OwnedStore store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), issuer);
    X509_VERIFY_PARAM* const rules = X509_STORE_get0_param(store.get());
    const QDateTime produced = timeOf(OCSP_resp_get0_produced_at(response));
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(rules, produced.toSecsSinceEpoch());
    const Owned<STACK_OF(X509), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }> signers(sk_X509_new_null());
    sk_X509_push(signers.get(), issuer);
    const bool isRight = produced.isValid() && OCSP_basic_verify(response, signers.get(), store.get(), 0) == 1;
    (void)lastOpenSslError();
    return isRight;
}

RevocationFinding readResponse(const QByteArray& der, X509* certificate, X509* issuer, const QDateTime& at)
{
    const OwnedResponse response = parseResponse(der);
    if (!response || !isResponseOf(response.get(), issuer)) {
        return {};
    }
    for (const EVP_MD* digest : {EVP_sha1(), EVP_sha256()}) {
        const Owned<OCSP_CERTID, OCSP_CERTID_free> id(OCSP_cert_to_id(digest, certificate, issuer));
        int status = -1;
        int reason = -1;
        ASN1_GENERALIZEDTIME* since = nullptr;
        ASN1_GENERALIZEDTIME* thisUpdate = nullptr;
        ASN1_GENERALIZEDTIME* nextUpdate = nullptr;
        if (OCSP_resp_find_status(response.get(), id.get(), &status, &reason, &since, &thisUpdate, &nextUpdate) != 1) {
            continue;
        }
        if (status == V_OCSP_CERTSTATUS_REVOKED) {
            return revoked(timeOf(since), timeOf(thisUpdate), at);
        }
        if (status == V_OCSP_CERTSTATUS_GOOD && isCurrent(timeOf(thisUpdate), timeOf(nextUpdate), at)) {
            return {Revocation::Good, timeOf(thisUpdate)};
        }
    }
    (void)lastOpenSslError();
    return {};
}

OwnedList parseList(const QByteArray& der)
{
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const auto* const end = at + der.size();
    OwnedList list(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
    (void)lastOpenSslError();
    return at == end ? std::move(list) : nullptr;
}

/** A whole list of this issuer; partial ones carry a critical extension and say too little (RFC 5280, 5.2). */
bool isListOf(X509_CRL* list, X509* issuer)
{
    const bool isRight = X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(issuer)) == 0 &&
                         X509_CRL_get_ext_by_critical(list, 1, -1) < 0 &&
                         (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0 &&
                         X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1;
    (void)lastOpenSslError();
    return isRight;
}

RevocationFinding readList(const QByteArray& der, X509* certificate, X509* issuer, const QDateTime& at)
{
    const OwnedList list = parseList(der);
    if (!list || !isListOf(list.get(), issuer)) {
        return {};
    }
    const QDateTime thisUpdate = timeOf(X509_CRL_get0_lastUpdate(list.get()));
    X509_REVOKED* entry = nullptr;
    if (X509_CRL_get0_by_cert(list.get(), &entry, certificate) == 1) {
        return revoked(timeOf(X509_REVOKED_get0_revocationDate(entry)), thisUpdate, at);
    }
    return isCurrent(thisUpdate, timeOf(X509_CRL_get0_nextUpdate(list.get())), at)
               ? RevocationFinding{Revocation::Good, thisUpdate}
               : RevocationFinding{};
}

QStringList responders(X509* certificate)
{
    QStringList urls;
    STACK_OF(OPENSSL_STRING)* const all = X509_get1_ocsp(certificate);
    for (int i = 0; all != nullptr && i < sk_OPENSSL_STRING_num(all); ++i) {
        urls += QString::fromLatin1(sk_OPENSSL_STRING_value(all, i));
    }
    X509_email_free(all);
    return urls;
}

QStringList listPlaces(X509* certificate)
{
    QStringList urls;
    const Owned<CRL_DIST_POINTS, CRL_DIST_POINTS_free> points(
        static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT_NAME* const name = sk_DIST_POINT_value(points.get(), i)->distpoint;
        for (int j = 0; name != nullptr && name->type == 0 && j < sk_GENERAL_NAME_num(name->name.fullname); ++j) {
            const GENERAL_NAME* const one = sk_GENERAL_NAME_value(name->name.fullname, j);
            if (one->type == GEN_URI) {
                urls += QString::fromLatin1(
                    reinterpret_cast<const char*>(ASN1_STRING_get0_data(one->d.uniformResourceIdentifier)),
                    ASN1_STRING_length(one->d.uniformResourceIdentifier));
            }
        }
    }
    return urls;
}

QByteArray questionAbout(X509* certificate, X509* issuer)
{
    const Owned<OCSP_REQUEST, OCSP_REQUEST_free> request(OCSP_REQUEST_new());
    OCSP_CERTID* const id = OCSP_cert_to_id(EVP_sha1(), certificate, issuer);
    if (OCSP_request_add0_id(request.get(), id) == nullptr) {
        OCSP_CERTID_free(id);
        return {};
    }
    return derOf<OCSP_REQUEST>(request.get(), i2d_OCSP_REQUEST);
}

void askAbout(X509* certificate, X509* issuer, const QDateTime& at, RevocationEvidence& evidence, JobContext& job)
{
    for (const QString& url : responders(certificate)) {
        const Result<QByteArray> answer = exchange(
            {url, questionAbout(certificate, issuer), "application/ocsp-request", responseLimit, timeLimit}, job);
        if (answer && readResponse(*answer, certificate, issuer, at).state != Revocation::Unknown) {
            evidence.responses.push_back(*answer);
            return;
        }
    }
    for (const QString& url : listPlaces(certificate)) {
        const Result<QByteArray> answer = exchange({url, {}, {}, listLimit, timeLimit}, job);
        if (answer && readList(*answer, certificate, issuer, at).state != Revocation::Unknown) {
            evidence.lists.push_back(*answer);
            return;
        }
    }
}

} // namespace

RevocationFinding revocationOf(X509* certificate, X509* issuer, const RevocationEvidence& evidence, const QDateTime& at)
{
    RevocationFinding best;
    const auto weigh = [&](const RevocationFinding& one) {
        if (one.state > best.state) {
            best = one;
        }
    };
    for (const QByteArray& response : evidence.responses) {
        weigh(readResponse(response, certificate, issuer, at));
    }
    for (const QByteArray& list : evidence.lists) {
        weigh(readList(list, certificate, issuer, at));
    }
    return best;
}

std::vector<X509*> pooled(const std::vector<OwnedCertificate>& some, const std::vector<OwnedCertificate>& more)
{
    std::vector<X509*> all;
    for (const std::vector<OwnedCertificate>* one : {&some, &more}) {
        std::transform(one->begin(), one->end(), std::back_inserter(all), [](const auto& each) { return each.get(); });
    }
    return all;
}

std::vector<X509*> pathFrom(X509* certificate, const std::vector<X509*>& pool)
{
    std::vector<X509*> path{certificate};
    while (!isSelfIssued(path.back()) && path.size() <= pool.size()) {
        X509* const last = path.back();
        const auto issuer = std::find_if(pool.begin(), pool.end(), [&](X509* one) {
            return X509_check_issued(one, last) == X509_V_OK && X509_verify(last, X509_get0_pubkey(one)) == 1;
        });
        if (issuer == pool.end()) {
            break;
        }
        path.push_back(*issuer);
    }
    (void)lastOpenSslError();
    return path;
}

RevocationFinding revocationOfPath(const std::vector<X509*>& path, const RevocationEvidence& evidence,
                                   const QDateTime& at)
{
    RevocationFinding whole;
    bool isKnown = true;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const RevocationFinding one = revocationOf(path[i], path[i + 1], evidence, at);
        if (one.state == Revocation::Revoked) {
            return one;
        }
        const bool isOffered = !responders(path[i]).isEmpty() || !listPlaces(path[i]).isEmpty();
        isKnown = isKnown && (one.state == Revocation::Good || !isOffered);
        if (one.state == Revocation::Good && (!whole.at.isValid() || one.at < whole.at)) {
            whole = one;
        }
    }
    return isKnown ? whole : RevocationFinding{};
}

void askForRevocation(const std::vector<X509*>& path, const QDateTime& at, RevocationEvidence& evidence,
                      JobContext& job)
{
    for (std::size_t i = 0; i + 1 < path.size() && !job.isCancelled(); ++i) {
        if (revocationOf(path[i], path[i + 1], evidence, at).state == Revocation::Unknown) {
            askAbout(path[i], path[i + 1], at, evidence, job);
        }
    }
}

} // namespace staffelstab::receipt
