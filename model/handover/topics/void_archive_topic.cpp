// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/void_archive_topic.h"

#include "handover/handover_case.h"
#include "handover/open_points.h"

#include <QJsonArray>

namespace staffelstab::handover {

QJsonObject VoidArchives::toJson() const
{
    QJsonArray list;
    for (const ArchiveOutcome& archive : archives) {
        list.append(archive.toJson());
    }
    return {{"archives", list}};
}

VoidArchives VoidArchives::fromJson(const QJsonObject& json)
{
    VoidArchives found;
    const QJsonArray list = json["archives"].toArray();
    for (const auto& archive : list) {
        found.archives.push_back(ArchiveOutcome::fromJson(archive.toObject()));
    }
    return found;
}

void VoidArchives::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const auto count = static_cast<qint64>(handover.topic<VoidArchives>().archives.size());
    open.addIf(count > 0, "void_archive", count);
}

} // namespace staffelstab::handover
