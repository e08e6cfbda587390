// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/company_policy.h"

#include "core/atomic_file.h"
#include "core/toml.h"
#include "policy/policy_resources.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace staffelstab::policy {

namespace {

constexpr qint64 policyLimit = 1024 * 1024;

PrivateUse readPrivateUse(TomlTable& mail)
{
    static const QStringList names{QStringLiteral("allowed"), QStringLiteral("tolerated"), QStringLiteral("forbidden"),
                                   QStringLiteral("not_regulated")};
    return static_cast<PrivateUse>(names.indexOf(mail.choice(QStringLiteral("private_use"), names, names.last())));
}

/** "firma.example" in lower case; a leading "@" or "*." is what people write as well. */
QStringList readDomains(TomlTable& company)
{
    QStringList domains;
    const QStringList written = company.texts(QStringLiteral("domains"));
    for (QString domain : written) {
        domain = domain.trimmed().toLower();
        for (const auto& prefix : {QStringLiteral("*."), QStringLiteral("@")}) {
            domain = domain.startsWith(prefix) ? domain.mid(prefix.size()) : domain;
        }
        if (domain.isEmpty() || domain.contains(u'@') || domain.contains(u' ') || domain.contains(u'*')) {
            company.fail(QStringLiteral("domains"), QStringLiteral("domains must hold names such as firma.example"));
            continue;
        }
        domains.append(domain);
    }
    return domains;
}

QStringList readProtected(TomlTable& mail)
{
    QStringList patterns;
    const QStringList written = mail.texts(QStringLiteral("protected_correspondents"));
    for (const QString& text : written) {
        const QString pattern = text.trimmed().toLower();
        // A pattern that matches everybody would hide the whole mailbox from the archive.
        const QString fixed = QString(pattern).remove(u'*').remove(u'?').remove(u'@').remove(u'.');
        if (pattern.count(u'@') != 1 || fixed.isEmpty()) {
            mail.fail(QStringLiteral("protected_correspondents"),
                      QStringLiteral("protected_correspondents must hold addresses or patterns such as betriebsrat@*"));
            continue;
        }
        patterns.append(pattern);
    }
    return patterns;
}

QString readUrl(TomlTable& servers, const QString& key, const QStringList& schemes)
{
    const QString text = servers.text(key);
    if (text.isEmpty()) {
        return {};
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !schemes.contains(url.scheme()) || !url.userInfo().isEmpty()) {
        servers.fail(key, QStringLiteral("%1 must be an address that begins with %2://")
                              .arg(key, schemes.join(QStringLiteral(":// or "))));
    }
    return text;
}

void readCompany(TomlTable& root, CompanyPolicy& policy, const QDir& folder)
{
    if (auto company = root.table(QStringLiteral("company"))) {
        policy.companyName = company->text(QStringLiteral("name")).trimmed();
        policy.companyDomains = readDomains(*company);
        const QString caFile = company->text(QStringLiteral("ca_file"));
        policy.caFile = caFile.isEmpty() ? QString() : QDir::cleanPath(folder.absoluteFilePath(caFile));
    }
    if (auto contacts = root.table(QStringLiteral("contacts"))) {
        policy.dpoContact = contacts->text(QStringLiteral("dpo")).trimmed();
        policy.worksCouncilContact = contacts->text(QStringLiteral("works_council")).trimmed();
    }
}

Result<CompanyPolicy> parsePolicy(const QByteArray& text, const QString& file)
{
    auto parsed = TomlTable::parse(text, file);
    if (!parsed) {
        return parsed.failure();
    }
    TomlTable& root = *parsed;
    CompanyPolicy policy;
    policy.name = root.text(QStringLiteral("name")).trimmed();
    policy.version = root.text(QStringLiteral("version")).trimmed();
    // Both stand on the receipt as the text the leaver confirmed.
    for (const auto& key : {QStringLiteral("name"), QStringLiteral("version")}) {
        if (root.text(key).trimmed().isEmpty()) {
            root.fail(key, QStringLiteral("%1 is missing").arg(key));
        }
    }
    readCompany(root, policy, QFileInfo(file).absoluteDir());
    if (auto mail = root.table(QStringLiteral("mail"))) {
        policy.privateUse = readPrivateUse(*mail);
        policy.protectedCorrespondents = readProtected(*mail);
    }
    if (auto servers = root.table(QStringLiteral("servers"))) {
        policy.directoryUrl =
            readUrl(*servers, QStringLiteral("directory"), {QStringLiteral("ldaps"), QStringLiteral("ldap")});
        policy.tsa = readUrl(*servers, QStringLiteral("tsa"), {QStringLiteral("http"), QStringLiteral("https")});
    }
    if (auto finished = root.finish(); !finished) {
        return finished.failure();
    }
    return policy;
}

} // namespace

Result<CompanyPolicy> readPolicy(const QString& file)
{
    auto text = readWhole(file, policyLimit);
    if (!text) {
        return text.failure();
    }
    auto policy = parsePolicy(*text, file);
    if (!policy) {
        return policy.failure();
    }
    const QStringList builtIn = builtInPolicy().protectedCorrespondents;
    for (const QString& pattern : builtIn) {
        if (!policy->protectedCorrespondents.contains(pattern)) {
            policy->protectedCorrespondents.append(pattern);
        }
    }
    return policy;
}

CompanyPolicy builtInPolicy()
{
    auto policy = parsePolicy(policyResource(QStringLiteral("builtin.toml")), QStringLiteral("builtin.toml"));
    if (!policy) {
        qFatal("the built-in policy is broken: %s", qPrintable(policy.failure().detail));
    }
    policy->isBuiltIn = true;
    return std::move(policy).value();
}

} // namespace staffelstab::policy
