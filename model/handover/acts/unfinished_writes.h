// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/act.h"
#include "handover/topics/unfinished_topic.h"

#include <QStringList>

namespace staffelstab::handover {

/** To be called before anything is written to `place`. */
Status noteUnfinished(HandoverCase& handover, const UnfinishedWrites::Place& place);

/** Takes away what earlier runs left; on any thread. Gives the places that could not be reached or cleaned. */
std::vector<UnfinishedWrites::Place> sweepUnfinished(const std::vector<UnfinishedWrites::Place>& places);

/** Forgets the places that are there and clean. */
Status forgetFinished(HandoverCase& handover);

/** The folders in which something unfinished lies, or may lie as they are not there now. Looks at the media. */
QStringList unfinishedFolders(const HandoverCase& handover);

/** Takes away what can be reached. */
Result<Act> sweepUnfinishedAct(const ActContext& context);

} // namespace staffelstab::handover
