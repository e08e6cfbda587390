// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "separation/audit.h"

#include <span>

namespace staffelstab::handover {

/**
 * Keeps what the leaver saw in a sample: of its first `looked` messages these were found in the wrong pile. They are
 * put right, and their contacts are asked again (separation::reopened). Must be called before anything else changes
 * the pile; the sample counts on the receipt only as long as the pile stays what it was.
 */
Status recordSample(HandoverCase& handover, const separation::AuditSample& sample, quint32 looked,
                    std::span<const separation::Finding> found);

/** A sample found something, and no later one of the same pile has been clean: what it reopened is to be asked. */
bool hasOpenFinding(const HandoverCase& handover);

} // namespace staffelstab::handover
