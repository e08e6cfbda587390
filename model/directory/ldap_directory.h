// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/kerberos.h"
#include "directory/ldap_session.h"

namespace staffelstab::directory {

/** What both dialects share: one signed-in connection and the way to try a password on another one. */
class LdapDirectory : public AccountDirectory
{
public:
    struct Connection
    {
        DirectoryLogin login;
        JobContext job;
        std::unique_ptr<LdapSession> session;
        /** The name that was accepted at login. */
        QString bindName;
        /** The name under which the account's own passwords are tried. */
        QString tryName;
        QString accountDn;
        /** AD: the domain. Else: where the account lives. */
        QString namingContext;
    };

    explicit LdapDirectory(Connection connection) : m_connection(std::move(connection)) {}
    Status turnTo(const QString& user) override;
    Result<Acceptance> tryPassword(const Secret& password) override;
    Result<Acceptance> tryPasswordByKerberos(const Secret& password) override;
    Result<PersonProfile> profile() override;
    Result<PersonProfile> profileOf(const QString& user) override;
    Result<QByteArray> entryAsLdif() override;
    Status apply(const EntryChange& change) override;

protected:
    /** How this dialect finds the person of a login name. */
    [[nodiscard]] virtual QByteArray personFilter(const QString& user) const = 0;
    /** Where Kerberos is asked for the account; nothing if this dialect has no KDC. */
    virtual std::optional<KerberosAccount> kerberosAccount() { return {}; }
    /** DNs of the groups `entry` is a member of. */
    virtual Result<QStringList> groupsOf(const LdapEntry& entry) = 0;

    [[nodiscard]] LdapSession& session() { return *m_connection.session; }
    [[nodiscard]] const Connection& connection() const { return m_connection; }
    /** For failures: the server, never the person. */
    [[nodiscard]] QString host() const { return m_connection.login.url.host(); }
    [[nodiscard]] Status judged(const Result<LdapAnswer>& change) const;

private:
    /** DN of the one person of that name. */
    Result<QString> find(const QString& user);
    Result<PersonProfile> profileAt(const QString& dn);

    Connection m_connection;
};

} // namespace staffelstab::directory
