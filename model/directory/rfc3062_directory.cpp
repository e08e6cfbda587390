// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/rfc3062_directory.h"
#include "directory/directory_values.h"
#include "directory/ldap_filter.h"

namespace staffelstab::directory {

namespace {

const std::vector<const char*> policyAttributes{"cn",        "pwdMinLength",  "pwdMaxLength", "pwdInHistory",
                                                "pwdMinAge", "pwdMaxFailure", "pwdLockout"};

PasswordPolicy policyIn(const LdapEntry& entry)
{
    PasswordPolicy policy;
    policy.minLength = entry.value("pwdminlength").toInt();
    policy.maxLength = entry.value("pwdmaxlength").toInt();
    policy.historyLength = entry.value("pwdinhistory").toInt();
    policy.minAgeSeconds = entry.value("pwdminage").toLongLong();
    policy.maxFailures = entry.value("pwdlockout") == "TRUE" ? entry.value("pwdmaxfailure").toInt() : 0;
    return policy;
}

/** Which entry is the default one stands in the server's configuration; by custom it is called so. */
const LdapEntry* defaultPolicy(const std::vector<LdapEntry>& policies)
{
    for (const LdapEntry& policy : policies) {
        if (policy.text("cn").compare(QLatin1String("default"), Qt::CaseInsensitive) == 0) {
            return &policy;
        }
    }
    return policies.size() == 1 ? &policies.front() : nullptr;
}

PasswordPolicy cautiousPolicy()
{
    PasswordPolicy policy;
    policy.minLength = 20;
    policy.needsClasses = true;
    policy.isReadable = false;
    return policy;
}

} // namespace

Result<AccountEntry> Rfc3062Directory::account()
{
    Result<LdapEntry> entry = session().readEntry(
        connection().accountDn, {"uid", "cn", "displayName", "mail", "pwdChangedTime", "pwdFailureTime"});
    if (!entry) {
        return entry.failure();
    }
    AccountEntry account;
    account.dn = entry->dn;
    account.accountName = entry->text(entry->attributes.contains("uid") ? "uid" : "cn");
    account.displayName = entry->text(entry->attributes.contains("displayname") ? "displayname" : "cn");
    account.mail = entry->text("mail");
    account.passwordLastSet = fromGeneralizedTime(entry->value("pwdchangedtime"));
    account.failedLogins = static_cast<int>(entry->attributes.value("pwdfailuretime").size());
    return account;
}

Result<PasswordPolicy> Rfc3062Directory::passwordPolicy()
{
    const Result<LdapEntry> account = session().readEntry(connection().accountDn, {"pwdPolicySubentry"});
    if (!account) {
        return account.failure();
    }
    if (const QString named = account->text("pwdpolicysubentry"); !named.isEmpty()) {
        const Result<LdapEntry> own = session().readEntry(named, policyAttributes);
        return own ? policyIn(*own) : cautiousPolicy();
    }
    const Result<std::vector<LdapEntry>> policies = session().search(
        connection().namingContext, LdapSession::Scope::Subtree, "(objectClass=pwdPolicy)", policyAttributes);
    const LdapEntry* const found = policies ? defaultPolicy(*policies) : nullptr;
    return found != nullptr ? policyIn(*found) : cautiousPolicy();
}

Status Rfc3062Directory::changePassword(const Secret& oldPassword, const Secret& newPassword)
{
    return judged(session().changePassword(connection().accountDn, &oldPassword, newPassword));
}

/** Whoever resets skips the server's checks, so that the caller keeps the policy. */
Status Rfc3062Directory::resetPassword(const Secret& newPassword, bool mustChange)
{
    if (Status reset = judged(session().changePassword(connection().accountDn, nullptr, newPassword)); !reset) {
        // To ask for the old password is how OpenLDAP says that this login may not do without.
        const bool isOldWanted = reset.failure().kind == Failure::Kind::LoginRefused;
        return isOldWanted ? Failure{Failure::Kind::NotPermitted, host(), reset.failure().detail} : reset.failure();
    }
    if (!mustChange) {
        return Done{};
    }
    return judged(session().modify(connection().accountDn, {{LdapChange::Operation::Replace, "pwdReset", {"TRUE"}}}));
}

QByteArray Rfc3062Directory::personFilter(const QString& user) const
{
    return plainFilter(user);
}

} // namespace staffelstab::directory
