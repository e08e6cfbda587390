// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/company_policy.h"

#include "core/atomic_file.h"
#include "core/toml.h"
#include "policy/policy_resources.h"
#include "policy/policy_tables.h"

#include <QDir>
#include <QFileInfo>

namespace staffelstab::policy {

namespace {

constexpr qint64 policyLimit = 1024 * 1024;

/** The lists of `base` stand in for those the file does not give; its protected bodies come on top. */
CompanyPolicy startFrom(const CompanyPolicy& base)
{
    CompanyPolicy policy;
    policy.retention = base.retention;
    policy.archiveRetention = base.archiveRetention;
    policy.receiptRetention = base.receiptRetention;
    policy.equipment = base.equipment;
    policy.consents = base.consents;
    return policy;
}

void addProtected(const QStringList& builtIn, CompanyPolicy& policy)
{
    for (const QString& pattern : builtIn) {
        if (!policy.protectedCorrespondents.contains(pattern)) {
            policy.protectedCorrespondents.append(pattern);
        }
    }
}

Result<CompanyPolicy> parsePolicy(const QByteArray& text, const QString& file, const CompanyPolicy& base)
{
    auto parsed = TomlTable::parse(text, file);
    if (!parsed) {
        return parsed.failure();
    }
    TomlTable& root = *parsed;
    CompanyPolicy policy = startFrom(base);
    policy.name = root.text(QStringLiteral("name")).trimmed();
    policy.version = root.text(QStringLiteral("version")).trimmed();
    // Both stand on the receipt as the text the leaver confirmed.
    for (const auto& key : {QStringLiteral("name"), QStringLiteral("version")}) {
        if (root.text(key).trimmed().isEmpty()) {
            root.fail(key, QStringLiteral("%1 is missing").arg(key));
        }
    }
    const QDir folder = QFileInfo(file).absoluteDir();
    readCompany(root, policy, folder);
    readMail(root, policy, folder);
    readServers(root, policy);
    readSignature(root, policy, folder);
    readPages(root, policy);
    readAccount(root, policy);
    readOutOfOffice(root, policy);
    readRetention(root, policy);
    readEquipment(root, policy);
    readConsents(root, policy);
    readTexts(root, policy);
    if (auto finished = root.finish(); !finished) {
        return finished.failure();
    }
    addProtected(base.protectedCorrespondents, policy);
    return policy;
}

} // namespace

std::optional<RetentionClass> CompanyPolicy::retentionClass(const QString& id) const
{
    for (const RetentionClass& one : retention) {
        if (one.id == id) {
            return one;
        }
    }
    return std::nullopt;
}

std::optional<MailProvider> CompanyPolicy::providerFor(const QString& address) const
{
    const QString domain = address.section(u'@', -1).trimmed().toLower();
    for (const MailProvider& provider : mailProviders) {
        if (address.contains(u'@') && provider.domains.contains(domain)) {
            return provider;
        }
    }
    return std::nullopt;
}

Result<CompanyPolicy> readPolicy(const QString& file)
{
    auto text = readWhole(file, policyLimit);
    if (!text) {
        return text.failure();
    }
    return parsePolicy(*text, file, builtInPolicy());
}

CompanyPolicy builtInPolicy()
{
    auto policy = parsePolicy(policyResource(QStringLiteral("builtin.toml")), QStringLiteral("builtin.toml"), {});
    if (!policy) {
        qFatal("the built-in policy is broken: %s", qPrintable(policy.failure().detail));
    }
    policy->isBuiltIn = true;
    return std::move(policy).value();
}

} // namespace staffelstab::policy
