// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/account_directory.h"

namespace staffelstab::directory {

/** What became of one act, as it was read back. */
struct ActReport
{
    AccountAct act;
    /** Nothing was to be done: a repeated act does no harm. */
    bool wasSoBefore = false;
    /** Read back after the act, the account is as it was wanted. */
    bool isVerified = false;
};

/** Does one thing with the account the directory is turned to, and reads the account again. */
Result<ActReport> performAct(AccountDirectory& directory, const AccountAct& act);

/**
 * The same acts as a file for those who may do them (RFC 2849). Only what is to be done is in it; a flag is changed
 * from the value it has now, so that the file fails and does no harm if it comes too late.
 */
Result<QByteArray> actsAsLdif(AccountDirectory& directory, const std::vector<AccountAct>& acts);

/** What takes those acts back, to be used after they were done. */
Result<QByteArray> returnAsLdif(AccountDirectory& directory, const std::vector<AccountAct>& acts);

} // namespace staffelstab::directory
