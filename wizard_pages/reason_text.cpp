// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/reason_text.h"

#include "wizard_pages/widgets/chip.h"

namespace staffelstab::wizard_pages {

QString ReasonText::of(const separation::Reason& reason)
{
    switch (reason.kind) {
    case separation::Reason::Kind::FolderName:
        return tr("is in the folder “%1”").arg(reason.detail);
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
        return tr("a body such as the works council or the company doctor");
    case separation::Reason::Kind::Automatic:
        return tr("sent by a machine");
    case separation::Reason::Kind::KnownService:
        return tr("service for private customers (%1)").arg(reason.detail);
    case separation::Reason::Kind::FirmAddress:
        return tr("address of a business (%1)").arg(reason.detail);
    case separation::Reason::Kind::SubjectWord:
        return tr("subject speaks of “%1”").arg(reason.detail);
    case separation::Reason::Kind::FormerDecisions:
        return tr("as you decided before");
    case separation::Reason::Kind::SimilarDecisions:
        return similar(reason.detail.toInt());
    case separation::Reason::Kind::ThreadDecisions:
        return tr("as you decided in the same conversation");
    case separation::Reason::Kind::FolderDecisions:
        return tr("you decided so more often in the folder “%1” than elsewhere").arg(reason.detail);
    case separation::Reason::Kind::OffHours:
        return reason.detail.isEmpty() ? tr("written in the evening or at the weekend")
                                       : tr("writes in the evening and at the weekend only");
    case separation::Reason::Kind::Calendar:
        return tr("an invitation to an appointment");
    default:
        return ofTheText(reason);
    }
}

QString ReasonText::similar(int messages)
{
    return messages == 0 ? tr("words like those of messages you decided before")
                         : tr("you decided %n similar message(s) like this", "", messages);
}

QString ReasonText::ofTheText(const separation::Reason& reason)
{
    switch (reason.kind) {
    case separation::Reason::Kind::PrivateWords:
    case separation::Reason::Kind::BusinessWords:
        return reason.detail.isEmpty() ? wordsOf(reason.kind) : tr("speaks of “%1”").arg(reason.detail);
    case separation::Reason::Kind::QuotedWords:
        return tr("what is quoted in it");
    case separation::Reason::Kind::PersonalTone:
        return tr("from person to person (I, you)");
    case separation::Reason::Kind::Familiar:
        return tr("addresses you familiarly (du)");
    case separation::Reason::Kind::Endearment:
        return tr("words used among people who are close");
    case separation::Reason::Kind::WarmTone:
        return tr("a warm tone");
    case separation::Reason::Kind::FormalTone:
        return tr("a formal tone");
    case separation::Reason::Kind::ShortNote:
        return tr("a short note");
    case separation::Reason::Kind::LongText:
        return tr("a long text");
    case separation::Reason::Kind::ForwardedOnly:
        return tr("nothing but forwarded text");
    case separation::Reason::Kind::Figures:
        return tr("many figures");
    case separation::Reason::Kind::FirmSignature:
        return tr("signed for a firm");
    case separation::Reason::Kind::Documents:
        return tr("office documents attached");
    case separation::Reason::Kind::Pictures:
        return tr("pictures attached");
    default:
        return {};
    }
}

QString ReasonText::wordsOf(separation::Reason::Kind kind)
{
    return kind == separation::Reason::Kind::PrivateWords ? tr("words of everyday life") : tr("words of working life");
}

QString ReasonText::suggestionLine(const separation::Suggestion& suggestion)
{
    QStringList words;
    for (const auto& reason : suggestion.reasons) {
        words += of(reason);
    }
    if (suggestion.verdict == separation::Verdict::Undecided && suggestion.lean == separation::Verdict::Undecided) {
        return tr("no suggestion");
    }
    const QString line = suggestion.verdict == separation::Verdict::Undecided
                             ? tr("rather %1, unsure").arg(Chip::word(suggestion.lean))
                             : tr("probably %1").arg(Chip::word(suggestion.verdict));
    return words.isEmpty() ? line : tr("%1: %2").arg(line, words.join(QStringLiteral(" · ")));
}

} // namespace staffelstab::wizard_pages
