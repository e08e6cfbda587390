// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/sample_audits.h"

#include "handover/topics/separation_topics.h"

namespace staffelstab::handover {

using separation::Verdict;

Status recordSample(HandoverCase& handover, const separation::AuditSample& sample, quint32 looked,
                    std::span<const separation::Finding> found)
{
    SampleAudit audit = handover.topic<SampleAudit>();
    const bool isBusiness = sample.pile == Verdict::Business;
    const QDateTime now = handover.clock().now();
    (isBusiness ? audit.business : audit.privateMail) = {
        now, sample.population, looked, static_cast<quint32>(found.size()), QString::fromLatin1(sample.mark)};
    if (Status saved = handover.setTopic<SampleAudit>(audit); !saved) {
        return saved;
    }
    return found.empty() ? Status(Done{}) : handover.decideAll(separation::reopened(handover.plan(), found, now));
}

bool hasOpenFinding(const HandoverCase& handover)
{
    const SampleAudit& audit = handover.topic<SampleAudit>();
    const auto isOpen = [](const std::optional<AuditedPile>& pile) { return pile && pile->found > 0; };
    return isOpen(audit.business) || isOpen(audit.privateMail);
}

} // namespace staffelstab::handover
