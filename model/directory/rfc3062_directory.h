// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/ldap_directory.h"

namespace staffelstab::directory {

/** OpenLDAP and others that know RFC 3062; the policy as the ppolicy overlay keeps it, where it may be read. */
class Rfc3062Directory : public LdapDirectory
{
public:
    using LdapDirectory::LdapDirectory;
    [[nodiscard]] Dialect dialect() const override { return Dialect::Rfc3062; }
    Result<AccountEntry> account() override;
    Result<PasswordPolicy> passwordPolicy() override;
    Status changePassword(const Secret& oldPassword, const Secret& newPassword) override;
    Status resetPassword(const Secret& newPassword, bool mustChange) override;
    /** Of the ppolicy overlay: pwdAccountLockedTime, pwdEndTime, pwdReset. */
    Result<AccountState> state() override;
    Result<EntryChange> changeFor(const AccountAct& act) override;

protected:
    [[nodiscard]] QByteArray personFilter(const QString& user) const override;
    Result<QStringList> groupsOf(const LdapEntry& entry) override;

private:
    Result<EntryChange> memberChange(const QString& group, LdifChange::Operation operation);
};

} // namespace staffelstab::directory
