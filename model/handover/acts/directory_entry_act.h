// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/account_topics.h"

namespace staffelstab::handover {

/** Where "who am I" is asked. */
struct DirectoryQuestion
{
    /** Without a server it is looked for in the domain of the user's name. */
    directory::DirectoryLogin login;
    Secret password;
    /** Of whom; empty: of whoever signs in. */
    QString account;
};

/**
 * Reads the leaver's entry: keeps it for the business archive, and fills those fields of the people that are still
 * empty, the manager as supervisor included. What somebody has typed stays.
 */
Result<Act> directoryEntryAct(const ActContext& context, DirectoryQuestion question);

/** The login with a server: as it is, or the first that DNS names for the domain of the user's name. */
Result<directory::DirectoryLogin> withServer(directory::DirectoryLogin login, const JobContext& job);

DirectoryEntry entryOf(const directory::PersonProfile& profile, QByteArray ldif, const QDateTime& now);
/** `people` with what is empty in them taken from `profile`. */
People filledFrom(People people, const directory::PersonProfile& profile);

} // namespace staffelstab::handover
