// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace staffelstab::app {

/**
 * The composition root: parses the call, makes the Qt application it needs (none but the wizard needs a display), loads
 * the language and runs the command. Returns the exit code.
 */
int runProgram(int& argc, char** argv);

} // namespace staffelstab::app
