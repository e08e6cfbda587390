// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_tables.h"

namespace staffelstab::policy {

void readCompany(TomlTable& root, CompanyPolicy& policy, const FilePlace& place)
{
    if (auto company = root.table(QStringLiteral("company"))) {
        policy.companyName = company->text(QStringLiteral("name")).trimmed();
        policy.companyDomains = readDomains(*company, QStringLiteral("domains"));
        policy.caFile = readPath(*company, QStringLiteral("ca_file"), place);
        policy.logoFile = readPath(*company, QStringLiteral("logo"), place);
        policy.agreement = company->text(QStringLiteral("agreement")).trimmed();
    }
    if (auto contacts = root.table(QStringLiteral("contacts"))) {
        policy.dpoContact = contacts->text(QStringLiteral("dpo")).trimmed();
        policy.dpoCertificate = readPath(*contacts, QStringLiteral("dpo_certificate"), place);
        policy.worksCouncilContact = contacts->text(QStringLiteral("works_council")).trimmed();
        policy.itContact = contacts->text(QStringLiteral("it")).trimmed();
    }
}

void readServers(TomlTable& root, CompanyPolicy& policy)
{
    if (auto servers = root.table(QStringLiteral("servers"))) {
        policy.directoryUrl =
            readUrl(*servers, QStringLiteral("directory"), {QStringLiteral("ldaps"), QStringLiteral("ldap")});
        policy.tsa = readUrl(*servers, QStringLiteral("tsa"), {QStringLiteral("http"), QStringLiteral("https")});
    }
}

void readSignature(TomlTable& root, CompanyPolicy& policy, const FilePlace& place)
{
    auto table = root.table(QStringLiteral("signature"));
    if (!table) {
        return;
    }
    SignatureRules& rules = policy.signature;
    rules.requiredLevel = readChoice(
        *table, QStringLiteral("required_level"),
        {QStringLiteral("simple"), QStringLiteral("advanced"), QStringLiteral("qualified")}, rules.requiredLevel);
    rules.trustedCaFiles = readPaths(*table, QStringLiteral("trusted_cas"), place);
    rules.isTimestampRequired = table->boolean(QStringLiteral("timestamp_required"), false);
    rules.timestampCaFiles = readPaths(*table, QStringLiteral("timestamp_cas"), place);
    rules.tokenModule = readPath(*table, QStringLiteral("token_module"), place);
    if (rules.isTimestampRequired && policy.tsa.isEmpty()) {
        table->fail(QStringLiteral("timestamp_required"),
                    QStringLiteral("timestamp_required needs the address tsa under [servers]"));
    }
}

void readPages(TomlTable& root, CompanyPolicy& policy)
{
    static const QStringList names{QStringLiteral("contacts"),  QStringLiteral("out_of_office"),
                                   QStringLiteral("files"),     QStringLiteral("knowledge"),
                                   QStringLiteral("equipment"), QStringLiteral("consents"),
                                   QStringLiteral("password"),  QStringLiteral("account_plan")};
    if (auto pages = root.table(QStringLiteral("pages"))) {
        policy.pagesOff = readChoices<OptionalPage>(*pages, QStringLiteral("off"), names, {});
    }
}

void readTexts(TomlTable& root, CompanyPolicy& policy)
{
    auto table = root.table(QStringLiteral("texts"));
    if (!table) {
        return;
    }
    PolicyTexts& texts = policy.texts;
    texts.version = table->text(QStringLiteral("version")).trimmed();
    texts.secrecy = readLocalText(*table, QStringLiteral("secrecy"));
    texts.farewell = readLocalText(*table, QStringLiteral("farewell"));
    texts.outOfOfficeInternal = readLocalText(*table, QStringLiteral("out_of_office_internal"));
    texts.outOfOfficeExternal = readLocalText(*table, QStringLiteral("out_of_office_external"));
    texts.privacyAddition = readLocalText(*table, QStringLiteral("privacy_addition"));
    texts.revocation = readLocalText(*table, QStringLiteral("revocation"));
    if (texts.version.isEmpty() && texts != PolicyTexts{}) {
        table->fail(QStringLiteral("version"), QStringLiteral("texts of the company need a version"));
    }
}

} // namespace staffelstab::policy
