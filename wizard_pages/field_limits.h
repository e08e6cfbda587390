// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** How much goes into a field of one line: what is longer was pasted by mistake and would break receipt and letters. */
namespace staffelstab::wizard_pages::limits {

inline constexpr int name = 200;
/** RFC 5321, 4.5.3.1.3. */
inline constexpr int address = 254;
inline constexpr int host = 253;
inline constexpr int line = 300;

} // namespace staffelstab::wizard_pages::limits
