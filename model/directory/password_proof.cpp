// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/password_proof.h"

#include <algorithm>

namespace staffelstab::directory {

namespace {

using ProvedBy = PasswordChangeReport::ProvedBy;

/** OldPasswordAllowedPeriod, unless an administrator has changed it (Microsoft KB 906305). */
constexpr qint64 graceSeconds = 3600;

/** One wrong try is spent only where at least two more stay free. */
bool mayTryOld(const PasswordPolicy& policy, int failedLogins)
{
    constexpr int mustStayFree = 2;
    if (!policy.isReadable) {
        return failedLogins == 0;
    }
    return policy.maxFailures == 0 || policy.maxFailures - std::max(failedLogins, 0) - 1 >= mustStayFree;
}

/** One try only: by Kerberos, which forgets the previous password at once, or else by LDAP. */
void proveOld(AccountDirectory& directory, const Secret& oldPassword, PasswordChangeReport& report)
{
    Result<Acceptance> tried = directory.tryPasswordByKerberos(oldPassword);
    report.provedBy = ProvedBy::Kerberos;
    if (!tried) {
        tried = directory.tryPassword(oldPassword);
        report.provedBy = ProvedBy::Ldap;
    }
    if (tried) {
        report.oldRefused = *tried == Acceptance::Refused ? Proof::Yes : Proof::No;
    }
}

} // namespace

void proveChange(AccountDirectory& directory, const PasswordPolicy& policy, const Secret& newPassword,
                 const Secret& oldPassword, PasswordChangeReport& report)
{
    if (const Result<Acceptance> tried = directory.tryPassword(newPassword)) {
        report.newAccepted = *tried == Acceptance::Refused ? Proof::No : Proof::Yes;
    }
    int failedLogins = -1;
    if (const Result<AccountEntry> after = directory.account()) {
        report.lastSetAfter = after->passwordLastSet;
        failedLogins = after->failedLogins;
    }
    if (report.dialect == Dialect::ActiveDirectory && !report.isChangedTwice) {
        report.oldMayWorkUntil = report.changedAt.addSecs(graceSeconds);
    }
    if (mayTryOld(policy, failedLogins)) {
        proveOld(directory, oldPassword, report);
    }
}

} // namespace staffelstab::directory
