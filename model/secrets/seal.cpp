// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/seal.h"
#include "secrets/certificate_seal.h"
#include "secrets/code_seal.h"
#include "secrets/key_file.h"
#include "secrets/seal_envelope.h"

namespace staffelstab::secrets {

namespace {

Result<SealEnvelope> parseSealOf(SealEnvelope::Kind kind, const QByteArray& seal)
{
    Result<SealEnvelope> envelope = parseSeal(seal);
    if (envelope && envelope->kind != kind) {
        return Failure{Failure::Kind::SealRefused,
                       {},
                       kind == SealEnvelope::Kind::Code ? QStringLiteral("sealed to a certificate, not under a code")
                                                        : QStringLiteral("sealed under a code, not to a certificate")};
    }
    return envelope;
}

void tell(QString* caseNumber, const SealEnvelope& envelope)
{
    if (caseNumber != nullptr) {
        *caseNumber = envelope.caseNumber;
    }
}

} // namespace

Result<QByteArray> sealForCertificate(const Secret& secret, const QByteArray& certificate, const QString& caseNumber)
{
    const Result<QByteArray> header = makeSealHeader(SealEnvelope::Kind::Certificate, caseNumber);
    if (!header) {
        return header.failure();
    }
    Result<QByteArray> body = sealBodyForCertificate(secret, certificate, *header);
    return body ? Result<QByteArray>(*header + *body) : body;
}

Result<QByteArray> sealUnderCode(const Secret& secret, const Secret& code, const QString& caseNumber)
{
    const Result<QByteArray> header = makeSealHeader(SealEnvelope::Kind::Code, caseNumber);
    if (!header) {
        return header.failure();
    }
    Result<QByteArray> body = sealBodyUnderCode(secret, code, *header);
    return body ? Result<QByteArray>(*header + *body) : body;
}

Result<Secret> openSealWithKey(const QByteArray& seal, const QByteArray& pkcs12, const Secret& passphrase,
                               QString* caseNumber)
{
    const Result<SealEnvelope> envelope = parseSealOf(SealEnvelope::Kind::Certificate, seal);
    if (!envelope) {
        return envelope.failure();
    }
    const Result<KeyPtr> key = openKeyFile(pkcs12, passphrase);
    if (!key) {
        return key.failure();
    }
    tell(caseNumber, *envelope);
    return openBodyWithKey(envelope->body, *key, envelope->header);
}

Result<Secret> openSealWithCode(const QByteArray& seal, const Secret& code, QString* caseNumber)
{
    const Result<SealEnvelope> envelope = parseSealOf(SealEnvelope::Kind::Code, seal);
    if (!envelope) {
        return envelope.failure();
    }
    tell(caseNumber, *envelope);
    return openBodyWithCode(envelope->body, code, envelope->header);
}

} // namespace staffelstab::secrets
