// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/reason_text.h"

#include "wizard_pages/widgets/chip.h"

namespace staffelstab::wizard_pages {

QString ReasonText::of(const separation::Reason& reason)
{
    switch (reason.kind) {
    case separation::Reason::Kind::FolderName:
        return tr("lies in the folder “%1”").arg(reason.detail);
    case separation::Reason::Kind::SensitivityHeader:
        return tr("marked as personal by its sender");
    case separation::Reason::Kind::FreeMailAddress:
        return tr("private mail provider (%1)").arg(reason.detail);
    case separation::Reason::Kind::FamilyName:
        return tr("shares the name %1 with you").arg(reason.detail);
    case separation::Reason::Kind::CompanyDomain:
        return tr("address of the company (%1)").arg(reason.detail);
    case separation::Reason::Kind::MailingList:
        return tr("mailing list %1").arg(reason.detail);
    case separation::Reason::Kind::ProtectedCorrespondent:
        return tr("protected by the company policy");
    case separation::Reason::Kind::Automatic:
        return tr("sent by a machine");
    case separation::Reason::Kind::KnownService:
        return tr("service for private customers (%1)").arg(reason.detail);
    case separation::Reason::Kind::SubjectWord:
        return tr("subject speaks of “%1”").arg(reason.detail);
    case separation::Reason::Kind::FormerDecisions:
        return tr("as you decided before");
    }
    return {};
}

QString ReasonText::suggestionLine(const separation::Suggestion& suggestion)
{
    QStringList words;
    for (const auto& reason : suggestion.reasons) {
        words += of(reason);
    }
    if (suggestion.verdict == separation::Verdict::Undecided) {
        return words.isEmpty() ? tr("no suggestion") : tr("no suggestion: %1").arg(words.join(QStringLiteral(" · ")));
    }
    const QString line = tr("probably %1").arg(Chip::word(suggestion.verdict));
    return words.isEmpty() ? line : tr("%1: %2").arg(line, words.join(QStringLiteral(" · ")));
}

} // namespace staffelstab::wizard_pages
