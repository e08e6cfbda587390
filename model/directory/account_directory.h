// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/secret.h"
#include "directory/account_state.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>

namespace staffelstab::directory {

/**
 * Start here. An AccountDirectory is the firm's account server: Active Directory (unicodePwd) or an LDAP server that
 * knows RFC 3062. No password goes over the wire before TLS with a verified certificate. Worker thread only.
 */

struct DirectoryLogin
{
    /** ldaps://host[:port] or ldap://host[:port] (then StartTLS is a must). */
    QUrl url;
    /** UPN, DOMAIN\name or DN. */
    QString user;
    QString caFile = {};
    /**
     * With the Kerberos ticket that this computer already has, so that nothing is typed: GSSAPI on the plain LDAP port,
     * which signs and encrypts by itself (at least 128 bit, else refused) and by which the server proves who it is.
     */
    bool usesTicket = false;
};

enum class Dialect { ActiveDirectory, Rfc3062 };

/** The readable part of the directory's password policy. */
struct PasswordPolicy
{
    int minLength = 0;
    /** 0: none known. */
    int maxLength = 0;
    int historyLength = 0;
    bool needsClasses = false;
    /** Seconds a password must live before it may be changed again; 0: at once. */
    qint64 minAgeSeconds = 0;
    /** False where a fine-grained policy applies that this login may not read: then 20 characters and four classes. */
    bool isReadable = true;
    /** Wrong passwords after which the account is locked; 0: never, or not known. */
    int maxFailures = 0;
};

struct AccountEntry
{
    QString dn;
    QString accountName;
    QString displayName;
    QString mail;
    /** AD pwdLastSet or pwdChangedTime; invalid if not readable. */
    QDateTime passwordLastSet;
    /** Wrong passwords counted at the moment; -1 if not readable. */
    int failedLogins = -1;
};

/** Whether a password works, found by trying it once. */
enum class Acceptance { Accepted, AcceptedMustChange, Refused };

class AccountDirectory
{
public:
    virtual ~AccountDirectory() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    /**
     * Whom everything here is about from now on: at first the one who signed in. UPN, DOMAIN\name, account name, mail
     * address or DN. NoSuchEntry if there is nobody, or more than one.
     */
    virtual Status turnTo(const QString& user) = 0;
    virtual Result<AccountEntry> account() = 0;
    virtual Result<PersonProfile> profile() = 0;
    /** The same of somebody else, without turning to that person. */
    virtual Result<PersonProfile> profileOf(const QString& user) = 0;
    /** The whole entry as LDIF, binary values in base64. What a server keeps of passwords never gets into it. */
    virtual Result<QByteArray> entryAsLdif() = 0;
    virtual Result<AccountState> state() = 0;
    /** What has to be changed, as the account stands now. Of flags only the one in question is touched. */
    virtual Result<EntryChange> changeFor(const AccountAct& act) = 0;
    /** NotPermitted without the right. Fails if the entry was changed since changeFor(). */
    virtual Status apply(const EntryChange& change) = 0;
    virtual Result<PasswordPolicy> passwordPolicy() = 0;
    /**
     * LoginRefused: the old one is wrong. PasswordPolicyRefused, PasswordTooYoung, NotPermitted: nothing was changed.
     * ConnectionLost and TimedOut leave open whether the server has changed it.
     */
    virtual Status changePassword(const Secret& oldPassword, const Secret& newPassword) = 0;
    /** An administrator's reset; with `mustChange` the password is good for nothing but choosing another one. */
    virtual Status resetPassword(const Secret& newPassword, bool mustChange) = 0;
    /** Tries a login on a connection of its own. */
    virtual Result<Acceptance> tryPassword(const Secret& password) = 0;
    /** The same by Kerberos, which knows no grace period; NoSuchEntry where there is no KDC. */
    virtual Result<Acceptance> tryPasswordByKerberos(const Secret& password) = 0;
};

/**
 * Connects, checks the certificate, starts TLS, signs in. Real time-outs (10 s a step), cancel within 300 ms; the
 * directory keeps a copy of `job` and obeys its cancel later too, but a change under way on the server is waited for.
 * A directory that wants a DN is asked for the one of `login.user` before signing in. With a ticket `login.user` and
 * `password` are not used.
 */
Result<std::unique_ptr<AccountDirectory>> openDirectory(const DirectoryLogin& login, const Secret& password,
                                                        JobContext& job);

} // namespace staffelstab::directory
