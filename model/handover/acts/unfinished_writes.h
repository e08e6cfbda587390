// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/unfinished_topic.h"

namespace staffelstab::handover {

using UnfinishedPlaces = std::vector<UnfinishedWrites::Place>;

/** To be called before anything is written to `target` under `name`. Gives the places noted before. */
Result<UnfinishedPlaces> beginWriting(HandoverCase& handover, const QString& target, const QString& name);

/** Those where something lies, or may lie as the medium is not in. Looks at the media; on any thread. */
UnfinishedPlaces stillUnfinished(UnfinishedPlaces places);

/** Takes away what earlier runs left and can be reached, but for one part; on any thread. Gives what is left. */
UnfinishedPlaces sweepUnfinished(UnfinishedPlaces places, const QString& spared = {});

/** What is written is whole: of what was noted only what may still lie elsewhere stays. */
Status forgetFinished(HandoverCase& handover, UnfinishedPlaces elsewhere);

/** The same as an act of its own. */
Result<Act> sweepUnfinishedAct(const ActContext& context);

} // namespace staffelstab::handover
