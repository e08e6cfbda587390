// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/signing_token.h"

#include "receipt/revocation.h"
#include "receipt/signing_key_parts.h"
#include "receipt/token_session.h"

namespace staffelstab::receipt {
namespace {

std::vector<X509*> certificatesOf(const std::vector<TokenSession::Place>& places)
{
    std::vector<X509*> all;
    all.reserve(places.size());
    for (const TokenSession::Place& place : places) {
        all.push_back(place.certificate->x509);
    }
    return all;
}

/** The CAs above a certificate, as far as the card carries them. */
std::vector<OwnedCertificate> issuersOf(X509* certificate, const std::vector<X509*>& all)
{
    std::vector<OwnedCertificate> chain;
    const std::vector<X509*> path = pathFrom(certificate, all);
    for (auto one = path.begin() + 1; one != path.end(); ++one) {
        X509_up_ref(*one);
        chain.emplace_back(*one);
    }
    return chain;
}

/** A card's certificates are chosen by digest, by the name in them or by the card's label. */
bool isMeant(const TokenSession::Place& place, const QString& choice)
{
    X509* const certificate = place.certificate->x509;
    const QString digest = QString::fromLatin1(fingerprint(certificate).toHex());
    return choice.isEmpty() || choice.compare(digest, Qt::CaseInsensitive) == 0 || choice == commonName(certificate) ||
           choice == QString::fromUtf8(place.slot->token->label).trimmed();
}

/** What a person signs with: no CA, made for signatures, with a key of a kind PDF viewers can check. */
bool canSign(X509* certificate)
{
    return X509_check_ca(certificate) == 0 && maySign(certificate) && isKeyUsable(X509_get0_pubkey(certificate));
}

Result<TokenSession::Place> chosen(const std::vector<TokenSession::Place>& places, const TokenChoice& choice)
{
    std::vector<TokenSession::Place> meant;
    for (const TokenSession::Place& place : places) {
        if (canSign(place.certificate->x509) && isMeant(place, choice.certificate)) {
            meant.push_back(place);
        }
    }
    if (meant.size() == 1) {
        return meant.front();
    }
    return Failure{Failure::Kind::KeyUnusable, choice.certificate,
                   meant.empty() ? QStringLiteral("no_such_certificate") : QStringLiteral("several_certificates")};
}

} // namespace

Result<std::vector<TokenCertificate>> certificatesOnTokens(const QString& module, const QByteArray& trustedCas,
                                                           const QDateTime& at)
{
    const auto session = TokenSession::open(module);
    if (!session) {
        return session.failure();
    }
    const std::vector<TokenSession::Place> places = (*session)->certificates();
    const std::vector<X509*> all = certificatesOf(places);
    std::vector<TokenCertificate> found;
    for (const TokenSession::Place& place : places) {
        X509* const certificate = place.certificate->x509;
        if (!canSign(certificate)) {
            continue;
        }
        const PKCS11_TOKEN& token = *place.slot->token;
        const CertificateWorth worth = worthOf(certificate, all, trustedCas, at);
        found.push_back({QString::fromUtf8(token.label).trimmed(), commonName(certificate),
                         commonName(X509_get_issuer_name(certificate)), timeOf(X509_get0_notAfter(certificate)),
                         fingerprint(certificate), worth.level, worth.isVouchedFor, token.secureLogin != 0,
                         token.userPinFinalTry != 0, token.userPinLocked != 0});
    }
    return found;
}

Result<SigningKey> SigningKey::fromToken(const TokenChoice& choice, const Secret& pin, const QByteArray& trustedCas)
{
    const auto session = TokenSession::open(choice.module);
    if (!session) {
        return session.failure();
    }
    const std::vector<TokenSession::Place> places = (*session)->certificates();
    const auto place = chosen(places, choice);
    if (!place) {
        return place.failure();
    }
    Result<OwnedKey> key = (*session)->logIn(*place, pin);
    if (!key) {
        return key.failure();
    }
    auto parts = std::make_unique<Parts>();
    parts->token = *session;
    parts->key = std::move(*key);
    X509* const certificate = place->certificate->x509;
    const std::vector<X509*> all = certificatesOf(places);
    X509_up_ref(certificate);
    parts->certificate.reset(certificate);
    parts->chain = issuersOf(certificate, all);
    parts->worth = worthOf(certificate, all, trustedCas, QDateTime::currentDateTimeUtc());
    return SigningKey(std::move(parts));
}

} // namespace staffelstab::receipt
