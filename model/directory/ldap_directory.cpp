// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_directory.h"
#include "directory/ldap_filter.h"
#include "directory/person_search.h"

namespace staffelstab::directory {

using Kind = Failure::Kind;

Result<QString> LdapDirectory::find(const QString& user)
{
    const QString name = user.trimmed();
    if (name.isEmpty()) {
        return Failure{Kind::NoSuchEntry, host(), {}};
    }
    if (!looksLikeDn(name)) {
        return findPerson(session(), {m_connection.namingContext}, personFilter(name), name);
    }
    Result<LdapEntry> entry = session().readEntry(name, {"objectClass"});
    if (!entry) {
        return entry.failure();
    }
    return std::move(entry->dn);
}

Status LdapDirectory::turnTo(const QString& user)
{
    const Result<QString> dn = find(user);
    if (!dn) {
        return dn.failure();
    }
    m_connection.accountDn = *dn;
    m_connection.tryName = *dn;
    return Done{};
}

Result<Acceptance> LdapDirectory::tryPassword(const Secret& password)
{
    DirectoryLogin login = m_connection.login;
    login.usesTicket = false;
    Result<std::unique_ptr<LdapSession>> other = LdapSession::connect(login, m_connection.job);
    if (!other) {
        return other.failure();
    }
    const Result<LdapAnswer> answer = (*other)->bind(m_connection.tryName, password);
    if (!answer) {
        return answer.failure();
    }
    if (answer->code == LDAP_SUCCESS) {
        return answer->policyError == PP_changeAfterReset ? Acceptance::AcceptedMustChange : Acceptance::Accepted;
    }
    Failure why = loginFailure(*answer, host());
    // AD tells that a password must be changed only to who has given the right one.
    if (why.kind == Kind::PasswordMustChange) {
        return Acceptance::AcceptedMustChange;
    }
    if (why.kind == Kind::LoginRefused) {
        return Acceptance::Refused;
    }
    return why;
}

Result<Acceptance> LdapDirectory::tryPasswordByKerberos(const Secret& password)
{
    const std::optional<KerberosAccount> account = kerberosAccount();
    if (!account) {
        return Failure{Kind::NoSuchEntry, host(), QStringLiteral("no KDC")};
    }
    return directory::tryPasswordByKerberos(*account, password, m_connection.job);
}

Status LdapDirectory::apply(const EntryChange& change)
{
    std::vector<LdapChange> steps;
    for (const LdifChange& each : change.changes) {
        const auto operation = each.operation == LdifChange::Operation::Add      ? LdapChange::Operation::Add
                               : each.operation == LdifChange::Operation::Delete ? LdapChange::Operation::Delete
                                                                                 : LdapChange::Operation::Replace;
        steps.push_back({operation, each.attribute.name, {}});
        for (const QByteArray& value : each.attribute.values) {
            steps.back().values.emplace_back(value);
        }
    }
    const Result<LdapAnswer> answer = session().modify(change.dn, steps);
    if (!answer) {
        return answer.failure();
    }
    if (answer->code != LDAP_SUCCESS) {
        return requestFailure(*answer, host());
    }
    return Done{};
}

Status LdapDirectory::judged(const Result<LdapAnswer>& change) const
{
    if (!change) {
        return change.failure();
    }
    // A text comes with success as well; the code alone counts.
    if (change->code != LDAP_SUCCESS) {
        return changeFailure(*change, host());
    }
    return Done{};
}

} // namespace staffelstab::directory
