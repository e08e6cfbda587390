// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_directory.h"

namespace staffelstab::directory {

using Kind = Failure::Kind;

Result<Acceptance> LdapDirectory::tryPassword(const Secret& password)
{
    Result<std::unique_ptr<LdapSession>> other = LdapSession::connect(m_connection.login, m_connection.job);
    if (!other) {
        return other.failure();
    }
    const Result<LdapAnswer> answer = (*other)->bind(m_connection.bindName, password);
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
