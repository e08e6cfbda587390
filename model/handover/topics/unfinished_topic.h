// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topic_set.h"

#include <QString>

#include <vector>

namespace staffelstab::handover {

/**
 * Where copies of mail were begun that did not come to their end: the program was killed, or the medium pulled out.
 * Noted before anything is written there.
 */
struct UnfinishedWrites
{
    struct Place
    {
        QString target;
        /** As of OutputPlace::prepare(). */
        QString name;
        /** What of the target was there before: while this is there and the target is not, nothing was left. */
        QString anchor = {};
        bool operator==(const Place&) const = default;
    };
    std::vector<Place> places;

    static constexpr auto topicName = "unfinished_writes";
    static constexpr Step step = Step::BusinessArchive;
    [[nodiscard]] QJsonObject toJson() const;
    static UnfinishedWrites fromJson(const QJsonObject& json);
};

} // namespace staffelstab::handover
