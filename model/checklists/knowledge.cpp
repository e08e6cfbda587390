// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklists/knowledge.h"

#include <algorithm>

namespace staffelstab::checklists {

namespace {

template <typename List>
int addNew(List& list, const List& proposed)
{
    int added = 0;
    for (const auto& one : proposed) {
        const bool isThere =
            std::any_of(list.begin(), list.end(), [&one](const auto& other) { return other.what == one.what; });
        if (!isThere) {
            list.append(one);
            ++added;
        }
    }
    return added;
}

} // namespace

int KnowledgeNotes::add(const KnowledgeNotes& proposed)
{
    return addNew(recurringTasks, proposed.recurringTasks) + addNew(entries, proposed.entries);
}

int KnowledgeNotes::withoutOwner() const
{
    const auto isOpen = [](const auto& one) { return one.to.trimmed().isEmpty(); };
    return static_cast<int>(std::count_if(recurringTasks.begin(), recurringTasks.end(), isOpen) +
                            std::count_if(entries.begin(), entries.end(), isOpen));
}

} // namespace staffelstab::checklists
