// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/archive_topics.h"

#include <vector>

namespace staffelstab::handover {

/**
 * Archives that were written for this case and hold mail that is decided otherwise by now. They lie on the
 * supervisor's medium until they are removed; an open point says so.
 */
struct VoidArchives
{
    std::vector<ArchiveOutcome> archives;

    static constexpr auto topicName = "void_archives";
    static constexpr Step step = Step::BusinessArchive;
    [[nodiscard]] QJsonObject toJson() const;
    static VoidArchives fromJson(const QJsonObject& json);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
};

} // namespace staffelstab::handover
