// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace staffelstab::app {

/** Set when the user presses Ctrl+C or the system asks the program to end; the running command then stops cleanly. */
std::shared_ptr<std::atomic_bool> stopFlag();

} // namespace staffelstab::app
