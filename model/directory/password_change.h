// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/account_directory.h"

#include <functional>

namespace staffelstab::directory {

enum class Proof { Yes, No, Unverifiable };

/** What was really proved about the change; the receipt says exactly this. */
struct PasswordChangeReport
{
    Dialect dialect = Dialect::ActiveDirectory;
    Proof newAccepted = Proof::Unverifiable;
    Proof oldRefused = Proof::Unverifiable;
    /** AD keeps the previous password valid for a while; changed twice, the leaver's own one is not the previous one.
     */
    bool isChangedTwice = false;
    /** Only if the second change failed and keeping the throw-away did too: throwAwayOf(kept) is what is valid. */
    bool isThrowAwayInForce = false;
    /** Set anew by IT or a helpdesk; nobody knows the password that is valid now. */
    bool isReset = false;
    /** Only after a reset: whether the account is marked so that a new password must be chosen at the next sign-in. */
    Proof mustChange = Proof::Unverifiable;
    /** How `oldRefused` was found: Kerberos knows no grace period, LDAP does. */
    enum class ProvedBy { Ldap, Kerberos };
    ProvedBy provedBy = ProvedBy::Ldap;
    /** AD lets the previous password in by LDAP and NTLM for about an hour; valid only if that can be the old one. */
    QDateTime oldMayWorkUntil;
    /** Of the password in force, in whole bit, rounded down; 0: not known, or nobody holds it. */
    int entropyBits = 0;
    QDateTime lastSetBefore;
    QDateTime lastSetAfter;
    QDateTime changedAt;
};

/** What a fresh password is made of. */
enum class PasswordStyle { GermanWords, EnglishWords, Characters };
/** Words of the language "de", otherwise English ones. */
PasswordStyle wordsOf(const QString& language);

/**
 * Chooses words (or characters, where they are wanted or a greatest length demands it) that fit the policy, unbiased,
 * at least 70 bit, with upper and lower case, digits and a hyphen. Parts of `names` of three characters and more never
 * occur in it.
 */
Secret generatePassword(const PasswordPolicy& policy, PasswordStyle style, const QStringList& names);
/**
 * Entropy in bit of what generatePassword() draws under this policy without these names; below 70 only if the greatest
 * length forces it.
 */
double generatedEntropy(const PasswordPolicy& policy, PasswordStyle style, const QStringList& names = {});

/**
 * The password that stands between the old and the final one where it is changed twice: the final one and "-1" behind
 * it. So whoever can open the seal of the final password can sign in even if the program dies between the two changes.
 */
Secret throwAwayOf(const Secret& finalPassword);

/** How often a password may be changed on the way to the kept one. */
enum class Changes {
    /** As the order below says. */
    TwiceWherePossible,
    /** For what can be kept once only, as on paper: the previous password's grace is then told instead. */
    Once,
};

/**
 * The leaver's own change. `keep` is called with the new password before anything is changed on the server and must
 * make it durable (sealed, flushed); if it fails, nothing is changed. Afterwards: new one tried, old one tried once,
 * unless that could lock the account.
 *
 * Order: the old one is tried (wrong: LoginRefused, nothing kept), generate, keep, change, prove. Active Directory
 * accepts the previous password for up to an hour after a change, so where the minimum age allows the password is
 * changed to throwAwayOf(kept) and then to the kept one. A kill at any moment leaves a valid password that is the old
 * one, the kept one or throwAwayOf(kept). If only the second change is refused, the throw-away stays and `keep` is
 * called again with it.
 *
 * After a Failure the old password is still valid and what was kept is worthless; after ConnectionLost and TimedOut
 * this is not known, and what was kept must stay.
 */
Result<PasswordChangeReport> changeOwnPassword(AccountDirectory& directory, const Secret& oldPassword,
                                               PasswordStyle style,
                                               const std::function<Status(const Secret& newPassword)>& keep,
                                               JobContext& job, Changes changes = Changes::TwiceWherePossible);

/** A change whose end is not known, because program or server died in between. */
struct InterruptedChange
{
    DirectoryLogin login;
    /** What the seal holds. */
    Secret sealed;
    Secret oldPassword;
    QDateTime begunAt;
};

/**
 * Finds out what became of it. Nothing: the old password is still the one, nothing was changed. Where the server took
 * only the throw-away, the second change is made up for. LoginRefused: none of the three is valid any more.
 */
Result<std::optional<PasswordChangeReport>> proveInterruptedChange(const InterruptedChange& change, JobContext& job);

/**
 * IT's or a delegated helpdesk's reset of the account the directory is turned to, marked "must change at next sign-in".
 * The passwords are made here, tried and forgotten: nobody holds a working password of somebody else's name. Whoever
 * needs the account later asks IT to set it again. AD is reset twice, which no rule of age or history hinders; the old
 * password is not known here, so nothing is said about it but that.
 */
Result<PasswordChangeReport> resetPasswordAndForget(AccountDirectory& directory, PasswordStyle style, JobContext& job);

} // namespace staffelstab::directory
