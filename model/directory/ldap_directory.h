// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
        QString accountDn;
        /** AD: the domain. Else: where the account lives. */
        QString namingContext;
    };

    explicit LdapDirectory(Connection connection) : m_connection(std::move(connection)) {}
    Result<Acceptance> tryPassword(const Secret& password) override;

protected:
    [[nodiscard]] LdapSession& session() { return *m_connection.session; }
    [[nodiscard]] const Connection& connection() const { return m_connection; }
    /** For failures: the server, never the person. */
    [[nodiscard]] QString host() const { return m_connection.login.url.host(); }
    [[nodiscard]] Status judged(const Result<LdapAnswer>& change) const;

private:
    Connection m_connection;
};

} // namespace staffelstab::directory
