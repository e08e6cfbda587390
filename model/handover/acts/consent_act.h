// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/acts/signature_act.h"
#include "receipt/consent_document.h"

namespace staffelstab::handover {

/** What the document of consents would say now. */
receipt::ConsentRecord consentRecord(const HandoverCase& handover);

/**
 * Draws the answers as a document of their own and signs it for the leaver. Every consent must have been answered.
 * The company's rules on level, certificates and stamps are the receipt's. The file appears in `target` whole and
 * verified, then the case names it.
 */
Result<Act> consentSignatureAct(const ActContext& context, SignInput input, const QString& target);

} // namespace staffelstab::handover
