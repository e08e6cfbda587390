// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toml.h"
#include "policy/company_policy.h"
#include "policy/policy_resources.h"

namespace staffelstab::policy {

namespace {

/** The texts of one language; anything but German is English. */
TomlTable textsOf(const QString& language)
{
    const QString name = language.startsWith(QStringLiteral("de")) ? QStringLiteral("legal_texts_de.toml")
                                                                   : QStringLiteral("legal_texts_en.toml");
    auto table = TomlTable::parse(policyResource(name), name);
    if (!table) {
        qFatal("the legal texts are broken: %s", qPrintable(table.failure().detail));
    }
    return std::move(table).value();
}

QString keyOf(PrivateUse use)
{
    switch (use) {
    case PrivateUse::Allowed:
        return QStringLiteral("allowed");
    case PrivateUse::Tolerated:
        return QStringLiteral("tolerated");
    case PrivateUse::Forbidden:
        return QStringLiteral("forbidden");
    case PrivateUse::NotRegulated:
        break;
    }
    return QStringLiteral("not_regulated");
}

QString orElse(const QString& text, const QString& fallback)
{
    return text.isEmpty() ? fallback : text;
}

} // namespace

LegalText privateUseText(PrivateUse use, const QString& language)
{
    TomlTable root = textsOf(language);
    LegalText text{root.text(QStringLiteral("version")), {}};
    if (auto sentences = root.table(QStringLiteral("private_use"))) {
        text.text = sentences->text(keyOf(use));
    }
    return text;
}

LegalText secrecyReminder(const CompanyPolicy& policy, const QString& language)
{
    if (!policy.texts.secrecy.isEmpty()) {
        return {policy.texts.version, policy.texts.secrecy.in(language)};
    }
    TomlTable root = textsOf(language);
    return {root.text(QStringLiteral("version")), root.text(QStringLiteral("secrecy"))};
}

LegalText revocationNotice(const CompanyPolicy& policy, const QString& language)
{
    TomlTable root = textsOf(language);
    LegalText text{root.text(QStringLiteral("version")), {}};
    if (auto consents = root.table(QStringLiteral("consents"))) {
        const QString where =
            orElse(policy.texts.revocation.in(language), consents->text(QStringLiteral("where_unknown")));
        text.text = consents->text(QStringLiteral("revocation")).arg(where);
    }
    return text;
}

LegalText privacyNotice(const CompanyPolicy& policy, const QString& language)
{
    TomlTable root = textsOf(language);
    LegalText text{root.text(QStringLiteral("version")), {}};
    if (auto privacy = root.table(QStringLiteral("privacy"))) {
        const QString company = orElse(policy.companyName, privacy->text(QStringLiteral("company_unknown")));
        const QString dpo = orElse(policy.dpoContact, privacy->text(QStringLiteral("dpo_unknown")));
        text.text = privacy->text(QStringLiteral("notice")).arg(company, dpo);
        if (const QString& addition = policy.texts.privacyAddition.in(language); !addition.isEmpty()) {
            text.text += QStringLiteral("\n\n") + addition;
        }
    }
    return text;
}

} // namespace staffelstab::policy
