// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    staffelstab::platform::hardenProcess();
    const QCoreApplication application(argc, argv);
    return 0;
}
