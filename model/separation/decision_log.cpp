// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/decision_log.h"

#include <iterator>

namespace staffelstab::separation {

void DecisionLog::append(std::vector<LoggedDecision> step)
{
    m_undone.clear();
    m_steps.push_back(m_entries.size());
    m_entries.insert(m_entries.end(), std::make_move_iterator(step.begin()), std::make_move_iterator(step.end()));
}

void DecisionLog::restore(std::vector<LoggedDecision> decisions)
{
    m_entries = std::move(decisions);
    m_steps.clear();
    m_undone.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (i == 0 || m_entries[i].decision.at != m_entries[i - 1].decision.at) {
            m_steps.push_back(i);
        }
    }
}

bool DecisionLog::undo()
{
    if (m_steps.empty()) {
        return false;
    }
    const auto begin = m_entries.begin() + static_cast<std::ptrdiff_t>(m_steps.back());
    m_undone.emplace_back(std::make_move_iterator(begin), std::make_move_iterator(m_entries.end()));
    m_entries.erase(begin, m_entries.end());
    m_steps.pop_back();
    return true;
}

bool DecisionLog::redo()
{
    if (m_undone.empty()) {
        return false;
    }
    std::vector<LoggedDecision> step = std::move(m_undone.back());
    m_undone.pop_back();
    m_steps.push_back(m_entries.size());
    m_entries.insert(m_entries.end(), std::make_move_iterator(step.begin()), std::make_move_iterator(step.end()));
    return true;
}

} // namespace staffelstab::separation
