// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/ldap_directory.h"

namespace staffelstab::directory {

/** Active Directory and Samba: unicodePwd, domain policy and fine-grained policies. */
class AdDirectory : public LdapDirectory
{
public:
    using LdapDirectory::LdapDirectory;
    [[nodiscard]] Dialect dialect() const override { return Dialect::ActiveDirectory; }
    Result<AccountEntry> account() override;
    Result<PasswordPolicy> passwordPolicy() override;
    Status changePassword(const Secret& oldPassword, const Secret& newPassword) override;
    Status resetPassword(const Secret& newPassword, bool mustChange) override;
    Result<AccountState> state() override;
    Result<EntryChange> changeFor(const AccountAct& act) override;

protected:
    [[nodiscard]] QByteArray personFilter(const QString& user) const override;
    std::optional<KerberosAccount> kerberosAccount() override;
    Result<QStringList> groupsOf(const LdapEntry& entry) override;

private:
    Result<EntryChange> flagChange(bool isDisabled);
};

} // namespace staffelstab::directory
