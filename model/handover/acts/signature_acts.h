// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/signature_act.h"

namespace staffelstab::handover {

Result<Act> leaverSignatureAct(const ActContext& context, SignInput input);
Result<Act> supervisorSignatureAct(const ActContext& context, SignInput input);

} // namespace staffelstab::handover
