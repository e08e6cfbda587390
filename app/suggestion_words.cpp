// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestion_words.h"

namespace staffelstab::app {

namespace {

QString reasonName(separation::Reason::Kind kind)
{
    using Kind = separation::Reason::Kind;
    switch (kind) {
    case Kind::FolderName:
        return QStringLiteral("folder_name");
    case Kind::SensitivityHeader:
        return QStringLiteral("sensitivity_header");
    case Kind::FreeMailAddress:
        return QStringLiteral("free_mail_address");
    case Kind::FamilyName:
        return QStringLiteral("family_name");
    case Kind::CompanyDomain:
        return QStringLiteral("company_domain");
    case Kind::MailingList:
        return QStringLiteral("mailing_list");
    case Kind::ProtectedCorrespondent:
        return QStringLiteral("protected_correspondent");
    case Kind::Automatic:
        return QStringLiteral("automatic");
    case Kind::KnownService:
        return QStringLiteral("known_service");
    case Kind::FormerDecisions:
        return QStringLiteral("former_decisions");
    case Kind::SubjectWord:
        return QStringLiteral("subject_word");
    }
    return {};
}

} // namespace

QString reasonText(const separation::Reason& reason)
{
    return reason.detail.isEmpty() ? reasonName(reason.kind)
                                   : QStringLiteral("%1: %2").arg(reasonName(reason.kind), reason.detail);
}

} // namespace staffelstab::app
