// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <vector>

namespace staffelstab::mail {

/** A profile as profiles.ini names it. */
struct ThunderbirdProfile
{
    QString name;
    QString path;
    bool isDefault = false;
};

/** The profiles below Thunderbird's data folder that are there; those Thunderbird would open first. Empty without a
 * profiles.ini. */
std::vector<ThunderbirdProfile> thunderbirdProfiles(const QString& dataFolder);

/** Where one account of a profile keeps its mail on this computer. */
struct ThunderbirdAccount
{
    QString name;
    QString path;
    /** One file per message instead of one per folder. */
    bool isMaildir = false;
};

/**
 * The accounts of a profile and its local folders, by prefs.js; without one, the folders below Mail and ImapMail.
 * Accounts whose folder is not there are left out. BadInput if `profile` holds no mail at all.
 */
Result<std::vector<ThunderbirdAccount>> thunderbirdAccounts(const QString& profile);

/** True while Thunderbird has the profile open. */
bool isThunderbirdOpen(const QString& profile);

} // namespace staffelstab::mail
