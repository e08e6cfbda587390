// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

namespace staffelstab::directory {

/** The form unicodePwd wants (MS-ADTS 3.1.1.3.1.5): in quotation marks, UTF-16LE. BadInput if not UTF-8. */
Result<Secret> quotedUtf16(const Secret& password);

} // namespace staffelstab::directory
