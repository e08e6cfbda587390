// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/suggestion_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace staffelstab::app {

namespace {

constexpr std::pair<separation::Reason::Kind, const char*> reasonNames[] = {
    {separation::Reason::Kind::FolderName, "folder_name"},
    {separation::Reason::Kind::SensitivityHeader, "sensitivity_header"},
    {separation::Reason::Kind::FreeMailAddress, "free_mail_address"},
    {separation::Reason::Kind::FamilyName, "family_name"},
    {separation::Reason::Kind::CompanyDomain, "company_domain"},
    {separation::Reason::Kind::MailingList, "mailing_list"},
    {separation::Reason::Kind::ProtectedCorrespondent, "protected_correspondent"},
    {separation::Reason::Kind::Automatic, "automatic"},
    {separation::Reason::Kind::KnownService, "known_service"},
    {separation::Reason::Kind::FirmAddress, "firm_address"},
    {separation::Reason::Kind::FormerDecisions, "former_decisions"},
    {separation::Reason::Kind::SubjectWord, "subject_word"},
    {separation::Reason::Kind::PrivateWords, "private_words"},
    {separation::Reason::Kind::BusinessWords, "business_words"},
    {separation::Reason::Kind::QuotedWords, "quoted_words"},
    {separation::Reason::Kind::PersonalTone, "personal_tone"},
    {separation::Reason::Kind::Familiar, "familiar_address"},
    {separation::Reason::Kind::Endearment, "endearment"},
    {separation::Reason::Kind::WarmTone, "warm_tone"},
    {separation::Reason::Kind::FormalTone, "formal_tone"},
    {separation::Reason::Kind::ShortNote, "short_note"},
    {separation::Reason::Kind::LongText, "long_text"},
    {separation::Reason::Kind::ForwardedOnly, "forwarded_only"},
    {separation::Reason::Kind::Figures, "figures"},
    {separation::Reason::Kind::FirmSignature, "firm_signature"},
    {separation::Reason::Kind::Documents, "documents"},
    {separation::Reason::Kind::Pictures, "pictures"},
    {separation::Reason::Kind::Calendar, "calendar"},
    {separation::Reason::Kind::OffHours, "off_hours"},
    {separation::Reason::Kind::SimilarDecisions, "similar_decisions"},
    {separation::Reason::Kind::ThreadDecisions, "thread_decisions"},
    {separation::Reason::Kind::FolderDecisions, "folder_decisions"},
};

QString reasonName(separation::Reason::Kind kind)
{
    const auto* const found = std::find_if(std::begin(reasonNames), std::end(reasonNames),
                                           [kind](const auto& name) { return name.first == kind; });
    return found == std::end(reasonNames) ? QString() : QLatin1String(found->second);
}

} // namespace

QString reasonText(const separation::Reason& reason)
{
    return reason.detail.isEmpty() ? reasonName(reason.kind)
                                   : QStringLiteral("%1: %2").arg(reasonName(reason.kind), reason.detail);
}

} // namespace staffelstab::app
