// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <vector>

namespace staffelstab::separation {

/** A decision and the group it meets in the present table; noGroup if none. */
struct LoggedDecision
{
    Decision decision;
    quint32 group = SeparationPlan::noGroup;
};

/** Everything that was ever decided, in steps that are undone and redone as a whole. */
class DecisionLog
{
public:
    void append(std::vector<LoggedDecision> step);
    /** Each moment is a step. */
    void restore(std::vector<LoggedDecision> decisions);
    bool undo();
    bool redo();
    [[nodiscard]] bool mayUndo() const { return !m_steps.empty(); }
    [[nodiscard]] bool mayRedo() const { return !m_undone.empty(); }

    [[nodiscard]] const std::vector<LoggedDecision>& entries() const { return m_entries; }
    /** Asks `groupOf(decision)` again for everything, what was undone included. */
    template <typename GroupOf>
    void resolve(GroupOf groupOf)
    {
        for (LoggedDecision& entry : m_entries) {
            entry.group = groupOf(entry.decision);
        }
        for (std::vector<LoggedDecision>& step : m_undone) {
            for (LoggedDecision& entry : step) {
                entry.group = groupOf(entry.decision);
            }
        }
    }

private:
    std::vector<LoggedDecision> m_entries;
    /** Where each step begins in m_entries. */
    std::vector<std::size_t> m_steps;
    std::vector<std::vector<LoggedDecision>> m_undone;
};

} // namespace staffelstab::separation
