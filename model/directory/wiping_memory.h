// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace staffelstab::directory {

/**
 * From the first call on libldap overwrites all memory before it gives it back. It encodes binds and changes of
 * passwords into ordinary memory and frees that as it is; a scan of the process found them there afterwards. To be
 * called before the first handle is made; safe from any thread.
 */
void wipeWhatLdapFrees();

} // namespace staffelstab::directory
