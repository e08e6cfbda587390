// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/unfinished_writes.h"

#include "archive/output_place.h"

#include <QFileInfo>

#include <algorithm>

namespace staffelstab::handover {

using Places = std::vector<UnfinishedWrites::Place>;

namespace {

bool mayHold(const UnfinishedWrites::Place& place)
{
    return !QFileInfo::exists(place.target) || !archive::unfinishedParts(place.target, place.name).isEmpty();
}

} // namespace

Status noteUnfinished(HandoverCase& handover, const UnfinishedWrites::Place& place)
{
    UnfinishedWrites noted = handover.topic<UnfinishedWrites>();
    if (std::find(noted.places.begin(), noted.places.end(), place) != noted.places.end()) {
        return Done{};
    }
    noted.places.push_back(place);
    return handover.setTopic<UnfinishedWrites>(std::move(noted));
}

Places sweepUnfinished(const Places& places)
{
    Places left;
    for (const UnfinishedWrites::Place& place : places) {
        const bool isClean =
            QFileInfo::exists(place.target) && archive::removeParts(archive::unfinishedParts(place.target, place.name));
        if (!isClean) {
            left.push_back(place);
        }
    }
    return left;
}

Status forgetFinished(HandoverCase& handover)
{
    UnfinishedWrites noted = handover.topic<UnfinishedWrites>();
    const std::size_t before = noted.places.size();
    std::erase_if(noted.places, [](const UnfinishedWrites::Place& place) { return !mayHold(place); });
    return noted.places.size() == before ? Status(Done{}) : handover.setTopic<UnfinishedWrites>(std::move(noted));
}

QStringList unfinishedFolders(const HandoverCase& handover)
{
    QStringList folders;
    for (const UnfinishedWrites::Place& place : handover.topic<UnfinishedWrites>().places) {
        if (mayHold(place) && !folders.contains(place.target)) {
            folders.append(place.target);
        }
    }
    return folders;
}

Result<Act> sweepUnfinishedAct(const ActContext& context)
{
    HandoverCase& handover = context.handover;
    return makeAct<Places>(
        [places = handover.topic<UnfinishedWrites>().places](JobContext& /*job*/) -> Result<Places> {
            return sweepUnfinished(places);
        },
        [&handover](Places left) { return handover.setTopic<UnfinishedWrites>(UnfinishedWrites{std::move(left)}); });
}

} // namespace staffelstab::handover
