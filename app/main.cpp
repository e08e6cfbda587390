// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call.h"
#include "app/commands.h"
#include "app/program.h"
#include "core/platform.h"

int main(int argc, char** argv)
{
    staffelstab::platform::hardenProcess();
    return staffelstab::app::runProgram(argc, argv);
}
