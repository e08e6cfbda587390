// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QString>

namespace staffelstab::app {

/** A reason for machines: "folder_name: Privat". */
QString reasonText(const separation::Reason& reason);

} // namespace staffelstab::app
