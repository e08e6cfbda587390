// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/consent_finding_text.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/locale_text.h"

#include <algorithm>

namespace staffelstab::wizard_pages {

QStringList ConsentFindingText::lines(const receipt::ConsentVerdict& verdict)
{
    if (!verdict.intact) {
        return {tr("This document of consents was altered, or nobody has signed it. Do not rely on it.")};
    }
    const receipt::ConsentFinding& finding = *verdict.intact;
    const auto& items = finding.record.items;
    const auto given = std::count_if(items.begin(), items.end(), [](const auto& item) { return item.isGiven; });
    QStringList lines{
        tr("These are the consents of handover %1. The document is as it was signed.").arg(finding.record.caseNumber),
        tr("Signed by %1 alone, %2, %3.")
            .arg(finding.signer, momentText(finding.time), FindingText::level(finding.level)),
        tr("Agreed to: %1 of %2.").arg(given).arg(items.size())};
    if (!finding.isVouchedFor) {
        lines += tr("Unchanged, but nobody vouches that the certificate belongs to that person.");
    }
    return lines << FindingText::explained(finding.level)
                 << tr("It does not prove that a consent still holds: each can be withdrawn at any time.");
}

} // namespace staffelstab::wizard_pages
