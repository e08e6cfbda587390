// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "mail/pst_reader/pst_server.h"

int main()
{
    staffelstab::platform::hardenProcess();
    staffelstab::platform::confineReader(3LL * 1024 * 1024 * 1024);
    return staffelstab::mail::pst::servePst();
}
