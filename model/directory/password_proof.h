// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/password_change.h"

namespace staffelstab::directory {

/**
 * Tries the new password and, where it can lock nobody out, the old one once; fills in what was found. `report` knows
 * the dialect, when it was changed and whether twice.
 */
void proveChange(AccountDirectory& directory, const PasswordPolicy& policy, const Secret& newPassword,
                 const Secret& oldPassword, PasswordChangeReport& report);

} // namespace staffelstab::directory
