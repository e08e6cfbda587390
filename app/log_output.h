// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace staffelstab::app {

/**
 * The log goes to the error output, one line a message with its category, and nowhere else: no file of ours ever holds
 * it. What Qt says about a missing session of the desktop is left out; commands without a window need none.
 */
void keepLogShort();

} // namespace staffelstab::app
