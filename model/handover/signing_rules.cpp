// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/signing_rules.h"

#include "core/atomic_file.h"
#include "receipt/receipt_photo.h"

namespace staffelstab::handover {
namespace {

constexpr qint64 caFileLimit = 1 << 20;

Result<QByteArray> readAll(const QStringList& files)
{
    QByteArray pem;
    for (const QString& file : files) {
        const Result<QByteArray> bytes = readWhole(file, caFileLimit);
        if (!bytes) {
            return bytes.failure();
        }
        pem += *bytes + '\n';
    }
    return pem;
}

receipt::SignatureLevel levelOf(policy::SignatureRules::Level level)
{
    switch (level) {
    case policy::SignatureRules::Level::Simple:
        break;
    case policy::SignatureRules::Level::Advanced:
        return receipt::SignatureLevel::Advanced;
    case policy::SignatureRules::Level::Qualified:
        return receipt::SignatureLevel::Qualified;
    }
    return receipt::SignatureLevel::Simple;
}

} // namespace

Result<SigningRules> signingRules(const policy::CompanyPolicy& policy)
{
    const Result<QByteArray> trusted = readAll(policy.signature.trustedCaFiles);
    if (!trusted) {
        return trusted.failure();
    }
    const Result<QByteArray> stamps = readAll(policy.signature.timestampCaFiles);
    if (!stamps) {
        return stamps.failure();
    }
    return SigningRules{policy.tsa,
                        policy.signature.isTimestampRequired,
                        *trusted,
                        *stamps,
                        levelOf(policy.signature.requiredLevel),
                        policy.logoFile,
                        policy.signature.tokenModule};
}

receipt::ExpectedSigners expectedBy(const SigningRules& rules)
{
    receipt::ExpectedSigners expected;
    expected.trustedCas = rules.trustedCas;
    expected.stampCas = rules.stampCas;
    return expected;
}

QByteArray logoIn(const QString& file)
{
    const Result<QByteArray> logo =
        file.isEmpty() ? Result<QByteArray>(QByteArray()) : readWhole(file, receipt::logoLimit);
    return logo ? *logo : QByteArray();
}

} // namespace staffelstab::handover
