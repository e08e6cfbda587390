// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/signature_act.h"

namespace staffelstab::handover {

Result<Act> leaverSignatureAct(const ActContext& context, SignInput input);
Result<Act> supervisorSignatureAct(const ActContext& context, SignInput input);
/**
 * Takes in a receipt that was countersigned elsewhere (see takeInFinal()): the case is then signed and locked as if
 * that had been done here, and the journal says that it was elsewhere. The half-signed file goes last.
 */
Result<Act> takeInAct(const ActContext& context, const QString& finalPdf);

/** Who signed and which file came of it, from the case's journal, and whom the case's policy trusts. */
receipt::ExpectedSigners expectedSigners(HandoverCase& handover);

} // namespace staffelstab::handover
