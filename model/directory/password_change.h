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
    /** AD keeps the previous password valid for a while; changed twice, the leaver's own one is not the previous one. */
    bool isChangedTwice = false;
    QDateTime lastSetBefore;
    QDateTime lastSetAfter;
    QDateTime changedAt;
};

/** Chooses words or characters that fit the policy, unbiased, at least 70 bit. `name` parts never occur in it. */
Secret generatePassword(const PasswordPolicy& policy, const QString& language, const QStringList& nameParts);
/** Entropy in bit of what generatePassword() draws under this policy. */
double generatedEntropy(const PasswordPolicy& policy, const QString& language);

/**
 * The leaver's own change. `keep` is called with the new password before anything is changed on the server and must
 * make it durable (sealed, flushed); if it fails, nothing is changed. Afterwards: new one tried, old one tried once.
 */
Result<PasswordChangeReport> changeOwnPassword(AccountDirectory& directory, const Secret& oldPassword,
                                               const QString& language,
                                               const std::function<Status(const Secret& newPassword)>& keep, JobContext& job);

} // namespace staffelstab::directory
