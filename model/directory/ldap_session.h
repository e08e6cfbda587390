// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "directory/account_directory.h"
#include "directory/connection_guard.h"
#include "directory/ldap_entry.h"
#include "directory/ldap_failure.h"
#include "directory/ldap_request.h"

#include <QString>
#include <ldap.h>

#include <memory>
#include <vector>

namespace staffelstab::directory {

/**
 * One encrypted connection to one server, on one worker thread. Each request ends after ten seconds or, unless it
 * changes something, within 100 ms of cancelling.
 */
class LdapSession
{
public:
    enum class Scope { Base, Subtree };

    /** Checks the server's certificate, connects, and encrypts. */
    static Result<std::unique_ptr<LdapSession>> connect(const DirectoryLogin& login, const JobContext& job);
    ~LdapSession();
    LdapSession(const LdapSession&) = delete;
    LdapSession& operator=(const LdapSession&) = delete;

    /** Simple bind. The failure of the answer is not judged yet; an empty password is refused here (RFC 4513 5.1.2). */
    Result<LdapAnswer> bind(const QString& name, const Secret& password);
    /** GSSAPI with the ticket of this computer's user; signs and encrypts from then on. */
    Status bindWithTicket();
    Result<std::vector<LdapEntry>> search(const QString& base, Scope scope, const QByteArray& filter,
                                          const std::vector<const char*>& attributes);
    /** The one entry `dn`; NoSuchEntry if there is none or it may not be seen. */
    Result<LdapEntry> readEntry(const QString& dn, const std::vector<const char*>& attributes);
    /** All steps in one request, all or none. Waited for, even when the job is cancelled. */
    Result<LdapAnswer> modify(const QString& dn, const std::vector<LdapChange>& changes);
    /** The password modify operation (RFC 3062); without the old password it is an administrator's reset. */
    Result<LdapAnswer> changePassword(const QString& dn, const Secret* oldPassword, const Secret& newPassword);

private:
    LdapSession(const DirectoryLogin& login, JobContext job);
    Status open();
    Status encrypt();
    [[nodiscard]] Status mayCarryPasswords() const;
    struct Message;
    Result<Message> waitFor(int sendCode, int messageId, bool mayCancel);
    Result<LdapAnswer> answerTo(int sendCode, int messageId, bool mayCancel);
    LdapAnswer answerIn(LDAPMessage* message) const;
    [[nodiscard]] Failure connectionFailure(ConnectionGuard::Verdict verdict) const;

    DirectoryLogin m_login;
    JobContext m_job;
    ConnectionGuard m_guard;
    ldap_conncb m_callback;
    LDAP* m_handle = nullptr;
};

} // namespace staffelstab::directory
