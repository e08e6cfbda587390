// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/archive_topics.h"

#include <vector>

namespace staffelstab::handover {

/** An archive that was written for this case and holds mail that is decided otherwise by now. */
struct VoidArchive
{
    enum class State {
        /** Nobody has tried to remove it yet. */
        Unremoved,
        /** Not where it was written: removed by somebody, or another medium is in. Which one cannot be told. */
        NotFound,
        /** Something else stands there, or it could not be deleted. */
        Changed,
        /** Not found, and the leaver says that it exists no more. */
        SaidGone,
    };

    ArchiveOutcome written;
    State state = State::Unremoved;
};

/** They lie on the supervisor's medium until they are removed; an open point says so. */
struct VoidArchives
{
    std::vector<VoidArchive> archives;

    static constexpr auto topicName = "void_archives";
    static constexpr Step step = Step::BusinessArchive;
    [[nodiscard]] QJsonObject toJson() const;
    static VoidArchives fromJson(const QJsonObject& json);
    static void addOpenPoints(const HandoverCase& handover, OpenPoints& open);
};

} // namespace staffelstab::handover
