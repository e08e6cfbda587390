// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/knowledge.h"

#include <algorithm>

namespace staffelstab::checklists {

int KnowledgeNotes::withoutOwner() const
{
    const auto isOpen = [](const auto& one) { return one.to.trimmed().isEmpty(); };
    return static_cast<int>(std::count_if(recurringTasks.begin(), recurringTasks.end(), isOpen) +
                            std::count_if(entries.begin(), entries.end(), isOpen));
}

} // namespace staffelstab::checklists
