// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/unfinished_writes.h"

#include "handover/acts/archive_act.h"

#include "archive/output_place.h"
#include "core/removable_drives.h"

#include <QFileInfo>

#include <algorithm>

namespace staffelstab::handover {

Result<UnfinishedPlaces> beginWriting(HandoverCase& handover, const QString& target, const QString& name)
{
    const UnfinishedPlaces earlier = handover.topic<UnfinishedWrites>().places;
    UnfinishedPlaces noted = earlier;
    std::erase_if(noted,
                  [&](const UnfinishedWrites::Place& place) { return place.target == target && place.name == name; });
    noted.push_back({target, name, nearestFolder(target)});
    const Status kept = handover.setTopic<UnfinishedWrites>(UnfinishedWrites{std::move(noted)});
    return kept ? Result(earlier) : Result<UnfinishedPlaces>(kept.failure());
}

UnfinishedPlaces stillUnfinished(UnfinishedPlaces places)
{
    std::erase_if(places, [](const UnfinishedWrites::Place& place) {
        return QFileInfo::exists(place.target) ? archive::unfinishedParts(place.target, place.name).isEmpty()
                                               : QFileInfo::exists(place.anchor);
    });
    return places;
}

UnfinishedPlaces sweepUnfinished(UnfinishedPlaces places, const QString& spared)
{
    for (const UnfinishedWrites::Place& place : places) {
        QStringList parts = archive::unfinishedParts(QFileInfo(place.target).absoluteFilePath(), place.name);
        parts.removeAll(spared);
        archive::removeParts(parts);
    }
    return stillUnfinished(std::move(places));
}

Status forgetFinished(HandoverCase& handover, UnfinishedPlaces elsewhere)
{
    return handover.setTopic<UnfinishedWrites>(UnfinishedWrites{std::move(elsewhere)});
}

Result<Act> sweepUnfinishedAct(const ActContext& context)
{
    HandoverCase& handover = context.handover;
    return makeAct<UnfinishedPlaces>(
        [places = handover.topic<UnfinishedWrites>().places, target = handover.archiveChoice().target,
         file = handover.file()](JobContext& /*job*/) -> Result<UnfinishedPlaces> {
            // Before the places: its medium may have come back under another path.
            const QString anothers = takeBegunArchiveAway(file, target);
            return sweepUnfinished(places, anothers);
        },
        [&handover](UnfinishedPlaces left) {
            return handover.setTopic<UnfinishedWrites>(UnfinishedWrites{std::move(left)});
        });
}

} // namespace staffelstab::handover
