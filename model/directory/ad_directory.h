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
};

} // namespace staffelstab::directory
