// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/signing.h"

#include "core/atomic_file.h"
#include "receipt/long_term_data.h"

namespace staffelstab::handover {
namespace {

constexpr qint64 largestKeyFile = 1 << 20;

Result<receipt::SigningKey> ownKey(const SignInput& input, const SigningRules& rules)
{
    if (input.token) {
        const QString& module = input.token->module.isEmpty() ? rules.tokenModule : input.token->module;
        return receipt::SigningKey::fromToken({module, input.token->certificate}, input.keyPassphrase,
                                              rules.trustedCas);
    }
    const Result<QByteArray> file = readWhole(input.keyFile, largestKeyFile);
    if (!file) {
        return file.failure();
    }
    return receipt::SigningKey::fromPkcs12(*file, input.keyPassphrase, rules.trustedCas);
}

bool isOutOfReach(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::HostNotFound:
    case Failure::Kind::ConnectionRefused:
    case Failure::Kind::ConnectionLost:
    case Failure::Kind::TimedOut:
        return true;
    default:
        return false;
    }
}

} // namespace

bool isStrongEnough(receipt::SignatureLevel level, bool isVouchedFor, const SigningRules& rules)
{
    const bool isAsked = rules.requiredLevel != receipt::SignatureLevel::Simple;
    return level >= rules.requiredLevel && (!isAsked || rules.trustedCas.isEmpty() || isVouchedFor);
}

Result<receipt::SigningKey> signingKeyFor(const SignInput& input, const QString& name, const QDateTime& now,
                                          const SigningRules& rules, JobContext& job)
{
    const bool isForOccasion = input.keyFile.isEmpty() && !input.token;
    Result<receipt::SigningKey> key =
        isForOccasion ? receipt::SigningKey::makeForOccasion(name, now) : ownKey(input, rules);
    if (key && !isForOccasion) {
        if (const Status usable = receipt::checkCertificate(*key, rules.trustedCas, now, job); !usable) {
            return usable.failure();
        }
    }
    if (key && !isStrongEnough(key->level(), key->isVouchedFor(), rules)) {
        return Failure{Failure::Kind::KeyUnusable, key->name(), QStringLiteral("too_weak")};
    }
    return key;
}

Result<QByteArray> signStamped(receipt::SignatureRequest request, const SigningRules& rules,
                               const std::function<Result<QByteArray>(const receipt::SignatureRequest&)>& sign)
{
    request.tsa = rules.tsa;
    request.stampCas = rules.stampCas;
    Result<QByteArray> made = sign(request);
    if (!made && !request.tsa.isEmpty() && !rules.isStampRequired && isOutOfReach(made.failure())) {
        request.tsa.clear();
        made = sign(request);
    }
    return made;
}

} // namespace staffelstab::handover
