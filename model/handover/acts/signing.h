// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/signing_rules.h"

#include <functional>

namespace staffelstab::handover {

/**
 * The key the signer chose (file, card, or one made for the occasion), as strong as the company's rules want it:
 * otherwise KeyUnusable with "too_weak". A certificate of one's own must be valid now and not be revoked.
 */
Result<receipt::SigningKey> signingKeyFor(const SignInput& input, const QString& name, const QDateTime& now,
                                          const SigningRules& rules, JobContext& job);

/** An advanced signature that is asked for needs someone to vouch for it, where the rules name CAs. */
bool isStrongEnough(receipt::SignatureLevel level, bool isVouchedFor, const SigningRules& rules);

/**
 * Signs with the stamp the rules name; without one where the server is out of reach and the rules let it be. A card may
 * then be asked a second time.
 */
Result<QByteArray> signStamped(receipt::SignatureRequest request, const SigningRules& rules,
                               const std::function<Result<QByteArray>(const receipt::SignatureRequest&)>& sign);

} // namespace staffelstab::handover
