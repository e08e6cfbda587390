// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/result.h"
#include "core/secret.h"

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
    QString caFile;
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
    virtual Result<AccountEntry> account() = 0;
    virtual Result<PasswordPolicy> passwordPolicy() = 0;
    /**
     * LoginRefused: the old one is wrong. PasswordPolicyRefused, PasswordTooYoung, NotPermitted: nothing was changed.
     * ConnectionLost and TimedOut leave open whether the server has changed it.
     */
    virtual Status changePassword(const Secret& oldPassword, const Secret& newPassword) = 0;
    /** Tries a login on a connection of its own. */
    virtual Result<Acceptance> tryPassword(const Secret& password) = 0;
};

/**
 * Connects, checks the certificate, starts TLS, signs in. Real time-outs (10 s a step), cancel within 300 ms; the
 * directory keeps a copy of `job` and obeys its cancel later too, but a change under way on the server is waited for.
 * A directory that wants a DN is asked for the one of `login.user` before signing in.
 */
Result<std::unique_ptr<AccountDirectory>> openDirectory(const DirectoryLogin& login, const Secret& password,
                                                        JobContext& job);

} // namespace staffelstab::directory
