// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ad_directory.h"
#include "directory/ad_password.h"
#include "directory/directory_values.h"
#include "directory/ldap_filter.h"

namespace staffelstab::directory {

namespace {

/** Where a policy applies whose values are hidden: what nearly every one of them lets pass. */
PasswordPolicy cautiousPolicy()
{
    PasswordPolicy policy;
    policy.minLength = 20;
    policy.needsClasses = true;
    policy.isReadable = false;
    return policy;
}

Result<PasswordPolicy> finePolicy(LdapSession& session, const QString& dn)
{
    Result<LdapEntry> entry =
        session.readEntry(dn, {"msDS-MinimumPasswordLength", "msDS-PasswordHistoryLength", "msDS-MinimumPasswordAge",
                               "msDS-PasswordComplexityEnabled", "msDS-LockoutThreshold"});
    if (!entry && entry.failure().kind != Failure::Kind::NoSuchEntry &&
        entry.failure().kind != Failure::Kind::NotPermitted) {
        return entry.failure();
    }
    if (!entry || !entry->attributes.contains("msds-minimumpasswordlength") ||
        !entry->attributes.contains("msds-minimumpasswordage")) {
        return cautiousPolicy();
    }
    PasswordPolicy policy;
    policy.minLength = entry->value("msds-minimumpasswordlength").toInt();
    policy.historyLength = entry->value("msds-passwordhistorylength").toInt();
    policy.minAgeSeconds = secondsOfInterval(entry->value("msds-minimumpasswordage"));
    policy.needsClasses = entry->value("msds-passwordcomplexityenabled") != "FALSE";
    policy.maxFailures = entry->value("msds-lockoutthreshold").toInt();
    return policy;
}

} // namespace

Result<AccountEntry> AdDirectory::account()
{
    Result<LdapEntry> entry = session().readEntry(
        connection().accountDn, {"sAMAccountName", "displayName", "cn", "mail", "pwdLastSet", "badPwdCount"});
    if (!entry) {
        return entry.failure();
    }
    AccountEntry account;
    account.dn = entry->dn;
    account.accountName = entry->text("samaccountname");
    account.displayName = entry->text(entry->attributes.contains("displayname") ? "displayname" : "cn");
    account.mail = entry->text("mail");
    account.passwordLastSet = fromFileTime(entry->value("pwdlastset"));
    if (entry->attributes.contains("badpwdcount")) {
        account.failedLogins = entry->value("badpwdcount").toInt();
    }
    return account;
}

Result<PasswordPolicy> AdDirectory::passwordPolicy()
{
    Result<LdapEntry> account = session().readEntry(connection().accountDn, {"msDS-ResultantPSO"});
    if (!account) {
        return account.failure();
    }
    if (const QString pso = account->text("msds-resultantpso"); !pso.isEmpty()) {
        return finePolicy(session(), pso);
    }
    Result<LdapEntry> domain =
        session().readEntry(connection().namingContext,
                            {"minPwdLength", "pwdHistoryLength", "pwdProperties", "minPwdAge", "lockoutThreshold"});
    if (!domain) {
        return domain.failure();
    }
    if (!domain->attributes.contains("minpwdlength")) {
        return cautiousPolicy();
    }
    constexpr int complexity = 1; // DOMAIN_PASSWORD_COMPLEX, MS-SAMR 2.2.1.11
    PasswordPolicy policy;
    policy.minLength = domain->value("minpwdlength").toInt();
    policy.historyLength = domain->value("pwdhistorylength").toInt();
    policy.needsClasses = (domain->value("pwdproperties").toInt() & complexity) != 0;
    policy.minAgeSeconds = secondsOfInterval(domain->value("minpwdage"));
    policy.maxFailures = domain->value("lockoutthreshold").toInt();
    return policy;
}

Status AdDirectory::changePassword(const Secret& oldPassword, const Secret& newPassword)
{
    const Result<Secret> oldValue = quotedUtf16(oldPassword);
    const Result<Secret> newValue = quotedUtf16(newPassword);
    if (!oldValue || !newValue) {
        return oldValue ? newValue.failure() : oldValue.failure();
    }
    return judged(
        session().modify(connection().accountDn, {{LdapChange::Operation::Delete, "unicodePwd", {oldValue->view()}},
                                                  {LdapChange::Operation::Add, "unicodePwd", {newValue->view()}}}));
}

Status AdDirectory::resetPassword(const Secret& newPassword, bool mustChange)
{
    const Result<Secret> value = quotedUtf16(newPassword);
    if (!value) {
        return value.failure();
    }
    std::vector<LdapChange> changes{{LdapChange::Operation::Replace, "unicodePwd", {value->view()}}};
    if (mustChange) {
        changes.push_back({LdapChange::Operation::Replace, "pwdLastSet", {"0"}});
    }
    return judged(session().modify(connection().accountDn, changes));
}

std::optional<KerberosAccount> AdDirectory::kerberosAccount()
{
    const Result<AccountEntry> entry = account();
    if (!entry || entry->accountName.isEmpty()) {
        return {};
    }
    return KerberosAccount{entry->accountName, realmOf(connection().namingContext), host()};
}

QByteArray AdDirectory::personFilter(const QString& user) const
{
    return activeDirectoryFilter(user);
}

} // namespace staffelstab::directory
