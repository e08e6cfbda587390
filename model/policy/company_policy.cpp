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

CompanyPolicy readAll(TomlTable& root, const FilePlace& place, const CompanyPolicy& base)
{
    CompanyPolicy policy = startFrom(base);
    policy.name = root.text(QStringLiteral("name")).trimmed();
    policy.version = root.text(QStringLiteral("version")).trimmed();
    // Both stand on the receipt as the text the leaver confirmed.
    for (const auto& key : {QStringLiteral("name"), QStringLiteral("version")}) {
        if (root.text(key).trimmed().isEmpty()) {
            root.fail(key, QStringLiteral("%1 is missing").arg(key));
        }
    }
    readCompany(root, policy, place);
    readMail(root, policy, place);
    readServers(root, policy);
    readSignature(root, policy, place);
    readPages(root, policy);
    readAccount(root, policy);
    readOutOfOffice(root, policy);
    readRetention(root, policy);
    readEquipment(root, policy);
    readConsents(root, policy);
    readTexts(root, policy);
    addProtected(base.protectedCorrespondents, policy);
    return policy;
}

PolicyCheck check(const QByteArray& text, const QString& file, const CompanyPolicy& base, bool isEachFileChecked)
{
    auto root = TomlTable::parse(text, file);
    if (!root) {
        return PolicyCheck{std::nullopt, {root.failure()}};
    }
    CompanyPolicy policy = readAll(*root, {QFileInfo(file).absoluteDir(), isEachFileChecked}, base);
    PolicyCheck result{std::nullopt, root->faults()};
    if (result.faults.empty()) {
        result.policy = std::move(policy);
    }
    return result;
}

Result<CompanyPolicy> parse(const QByteArray& text, const QString& file, const CompanyPolicy& base)
{
    PolicyCheck checked = check(text, file, base, false);
    return checked.policy ? Result(*std::move(checked.policy)) : Result<CompanyPolicy>(checked.faults.front());
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
    auto text = readWhole(file, policySizeLimit);
    if (!text) {
        return text.failure();
    }
    return parsePolicy(*text, file);
}

Result<CompanyPolicy> parsePolicy(const QByteArray& text, const QString& file)
{
    return parse(text, file, builtInPolicy());
}

Result<PolicyCheck> checkPolicy(const QString& file)
{
    auto text = readWhole(file, policySizeLimit);
    if (!text) {
        return text.failure();
    }
    return check(*text, file, builtInPolicy(), true);
}

CompanyPolicy builtInPolicy()
{
    static const CompanyPolicy builtIn = [] {
        auto policy = parse(policyResource(QStringLiteral("builtin.toml")), QStringLiteral("builtin.toml"), {});
        if (!policy) {
            qFatal("the built-in policy is broken: %s", qPrintable(policy.failure().detail));
        }
        policy->isBuiltIn = true;
        return std::move(policy).value();
    }();
    return builtIn;
}

} // namespace staffelstab::policy
