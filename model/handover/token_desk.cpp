// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/token_desk.h"

#include "core/job.h"
#include "handover/signing_rules.h"

namespace staffelstab::handover {

using Certificates = std::vector<receipt::TokenCertificate>;

TokenDesk::TokenDesk(QObject* parent) : QObject(parent) {}

void TokenDesk::look(const policy::CompanyPolicy& policy)
{
    if (m_isLooking) {
        return;
    }
    m_isLooking = true;
    startJob<Certificates>(
        this,
        [policy](JobContext&) -> Result<Certificates> {
            const Result<SigningRules> rules = signingRules(policy);
            if (!rules) {
                return rules.failure();
            }
            return receipt::certificatesOnTokens(rules->tokenModule, rules->trustedCas,
                                                 QDateTime::currentDateTimeUtc());
        },
        [this](Result<Certificates> certificates) {
            m_isLooking = false;
            if (certificates) {
                Q_EMIT found(*certificates);
            } else {
                Q_EMIT failed(certificates.failure());
            }
        });
}

} // namespace staffelstab::handover
