// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/cms_signature.h"

#include "core/sha256.h"
#include "receipt/cms_form.h"
#include "receipt/token_session.h"

#include <algorithm>

namespace staffelstab::receipt {
namespace {

Failure unusable()
{
    return {Failure::Kind::KeyUnusable, {}, lastOpenSslError()};
}

/** The certificates of the signer's path, as far as they are at hand, in the order of a DER SET. */
std::vector<X509*> pathOf(const SigningKey::Parts& key)
{
    std::vector<X509*> path;
    for (X509* last = key.certificate.get(); last != nullptr && !isSelfIssued(last);) {
        X509* issuer = nullptr;
        for (const OwnedCertificate& other : key.chain) {
            const bool isNew = std::find(path.begin(), path.end(), other.get()) == path.end();
            if (isNew && X509_check_issued(other.get(), last) == X509_V_OK) {
                issuer = other.get();
                break;
            }
        }
        if (issuer != nullptr) {
            path.push_back(issuer);
        }
        last = issuer;
    }
    sortAsDer(path);
    return path;
}

/** Signs once, as a card may ask for its PIN each time. */
QByteArray signatureOver(const QByteArray& bytes, EVP_PKEY* key)
{
    const OwnedDigest context(EVP_MD_CTX_new());
    std::size_t size = 0;
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.constData());
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, data, static_cast<std::size_t>(bytes.size())) != 1) {
        return {};
    }
    QByteArray value(static_cast<qsizetype>(size), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, data,
                       static_cast<std::size_t>(bytes.size())) != 1) {
        return {};
    }
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

} // namespace

Result<QByteArray> makeCms(QByteArrayView content, const SigningKey::Parts& key, const Stamp& stamp)
{
    CmsForm form;
    form.signer = key.certificate.get();
    form.others = pathOf(key);
    form.digest = Sha256::of(content);
    form.signingCertificates = namesOf(form.signer, form.others);
    form.value = signatureOver(signedAttributes(form), key.key.get());
    if (form.value.isEmpty() || form.signingCertificates.isEmpty()) {
        const std::optional<Failure> card = key.token ? tokenFailure(key.token->token()) : std::nullopt;
        return card.value_or(unusable());
    }
    if (stamp) {
        Result<QByteArray> token = stamp(Sha256::of(form.value));
        if (!token) {
            return token;
        }
        form.stamp = *std::move(token);
    }
    return write(form);
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
