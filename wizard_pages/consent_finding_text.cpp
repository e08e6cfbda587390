// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/consent_finding_text.h"

#include "wizard_pages/finding_text.h"

#include <QLocale>

#include <algorithm>

namespace staffelstab::wizard_pages {

QStringList ConsentFindingText::lines(const receipt::ConsentVerdict& verdict)
{
    if (!verdict.intact) {
        return {tr("This is a document of consents, and it is not as it was signed, or nobody has signed it. Do not "
                   "rely on it.")};
    }
    const receipt::ConsentFinding& finding = *verdict.intact;
    const auto& items = finding.record.items;
    const auto given = std::count_if(items.begin(), items.end(), [](const auto& item) { return item.isGiven; });
    return {tr("This is a document of consents of case %1. It is as it was signed.").arg(finding.record.caseNumber),
            tr("Signed by %1 alone, %2, %3.")
                .arg(finding.signer, QLocale().toString(finding.time.toLocalTime(), QLocale::ShortFormat),
                     FindingText::level(finding.level)),
            tr("Agreed to: %1 of %2.").arg(given).arg(items.size()),
            tr("It does not prove that a consent still holds: each can be withdrawn at any time.")};
}

} // namespace staffelstab::wizard_pages
