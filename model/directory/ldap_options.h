// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "directory/account_directory.h"

#include <ldap.h>

namespace staffelstab::directory {

/**
 * Sets everything that decides about safety on this one handle, so that neither ldap.conf nor LDAPTLS_... in the
 * environment can weaken it: certificate demanded and checked against the system's authorities and the login's own,
 * TLS 1.2 at least, no referrals (they would carry the password to a server nobody named).
 */
Status setOptions(LDAP* handle, const DirectoryLogin& login);

} // namespace staffelstab::directory
