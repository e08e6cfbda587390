// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/void_archive_topic.h"

#include "handover/handover_case.h"
#include "handover/open_points.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace staffelstab::handover {

namespace {

/** As stored; in the order of VoidArchive::State. */
constexpr std::array<const char*, 4> stateNames = {"unremoved", "not_found", "changed", "said_gone"};

VoidArchive::State stateFrom(const QJsonValue& name)
{
    const auto found = std::find(stateNames.begin(), stateNames.end(), name.toString());
    return found == stateNames.end() ? VoidArchive::State::Unremoved
                                     : static_cast<VoidArchive::State>(found - stateNames.begin());
}

} // namespace

QJsonObject VoidArchives::toJson() const
{
    QJsonArray list;
    for (const VoidArchive& archive : archives) {
        QJsonObject json = archive.written.toJson();
        json["state"] = QLatin1String(stateNames[static_cast<std::size_t>(archive.state)]);
        list.append(json);
    }
    return {{"archives", list}};
}

VoidArchives VoidArchives::fromJson(const QJsonObject& json)
{
    VoidArchives found;
    const QJsonArray list = json["archives"].toArray();
    for (const auto& archive : list) {
        const QJsonObject stored = archive.toObject();
        found.archives.push_back({ArchiveOutcome::fromJson(stored), stateFrom(stored["state"])});
    }
    return found;
}

void VoidArchives::addOpenPoints(const HandoverCase& handover, OpenPoints& open)
{
    const std::vector<VoidArchive>& all = handover.topic<VoidArchives>().archives;
    const qint64 saidGone = std::count_if(all.begin(), all.end(), [](const VoidArchive& archive) {
        return archive.state == VoidArchive::State::SaidGone;
    });
    const qint64 left = static_cast<qint64>(all.size()) - saidGone;
    open.addIf(left > 0, "void_archive", left);
    open.addIf(saidGone > 0, "void_archive_said_gone", saidGone);
}

} // namespace staffelstab::handover
