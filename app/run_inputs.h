// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answers.h"
#include "core/secret.h"
#include "handover/handover_case.h"

namespace staffelstab::app {

// What a run demands of its answers before it begins anything.

/** BadInput if `case` or, for a new case, a person or date that everything else rests on is missing. */
Status checkAnswers(const Answers& answers, const QString& caseFile, bool isNew);
/**
 * Looks at the files that the parts still to be done will read: secrets must be private to their owner, keys, drawings
 * and certificates must be there. `handover` is null for a case that does not exist yet.
 */
Status checkSecretFiles(const Answers& answers, const handover::HandoverCase* handover);
/** The secret in a file; an empty one if no file is named. */
Result<Secret> optionalSecret(const QString& file);

} // namespace staffelstab::app
