// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/verdict.h"

namespace staffelstab::separation {

using staffelstab::allVerdicts;
using staffelstab::Verdict;
using staffelstab::verdictFromName;
using staffelstab::verdictName;

} // namespace staffelstab::separation
