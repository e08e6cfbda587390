// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/long_term_data.h"
#include "receipt/revocation.h"

namespace staffelstab::receipt {

Status checkCertificate(const SigningKey& key, const QByteArray& trustedCas, const QDateTime& at, JobContext& job)
{
    const SigningKey::Parts& parts = key.parts();
    if (!isValidAt(parts.certificate.get(), at)) {
        return Failure{Failure::Kind::SignerCertificateExpired, key.name(), {}};
    }
    const std::vector<OwnedCertificate> roots = certificatesInPem(trustedCas);
    const std::vector<X509*> path = pathFrom(parts.certificate.get(), pooled(parts.chain, roots));
    RevocationEvidence evidence;
    askForRevocation(path, at, evidence, job);
    if (revocationOfPath(path, evidence, at).state == RevocationFinding::State::Revoked) {
        return Failure{Failure::Kind::SignerCertificateRevoked, key.name(), {}};
    }
    return job.mayGoOn();
}

} // namespace staffelstab::receipt
