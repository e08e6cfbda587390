// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/topics/unfinished_topic.h"

#include <QJsonArray>
#include <QJsonObject>

namespace staffelstab::handover {

QJsonObject UnfinishedWrites::toJson() const
{
    QJsonArray list;
    for (const Place& place : places) {
        list.append(QJsonObject{{"target", place.target}, {"name", place.name}, {"anchor", place.anchor}});
    }
    return {{"places", list}};
}

UnfinishedWrites UnfinishedWrites::fromJson(const QJsonObject& json)
{
    UnfinishedWrites found;
    const QJsonArray list = json["places"].toArray();
    for (const auto& entry : list) {
        const QJsonObject place = entry.toObject();
        found.places.push_back({place["target"].toString(), place["name"].toString(), place["anchor"].toString()});
    }
    return found;
}

} // namespace staffelstab::handover
