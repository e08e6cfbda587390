// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/plan_state.h"

#include <algorithm>
#include <tuple>

namespace staffelstab::separation {

std::vector<quint32> SeparationPlan::groupOrder(Scope scope, bool openFirst) const
{
    struct Sorted
    {
        quint32 undecided = 0;
        quint32 messages = 0;
        quint32 number = 0;
    };
    const Grouping& groups = m_state->grouping(scope);
    std::vector<Sorted> sorted;
    sorted.reserve(groups.size());
    for (quint32 number = 0; number < groups.size(); ++number) {
        const std::span<const Row> rows = groups.rowsOf(number);
        const auto undecided = std::count_if(rows.begin(), rows.end(),
                                             [this](Row row) { return m_state->verdicts[row] == Verdict::Undecided; });
        if (!rows.empty()) {
            sorted.push_back(
                {openFirst ? static_cast<quint32>(undecided) : 0, static_cast<quint32>(rows.size()), number});
        }
    }
    std::sort(sorted.begin(), sorted.end(), [](const Sorted& a, const Sorted& b) {
        return std::tuple(b.undecided, b.messages, a.number) < std::tuple(a.undecided, a.messages, b.number);
    });
    std::vector<quint32> order;
    order.reserve(sorted.size());
    for (const Sorted& group : sorted) {
        order.push_back(group.number);
    }
    return order;
}

std::vector<Group> SeparationPlan::groups(Scope scope) const
{
    const std::vector<quint32> order = groupOrder(scope, true);
    std::vector<Group> groups;
    groups.reserve(order.size());
    for (const quint32 number : order) {
        groups.push_back(m_state->group(scope, number, true));
    }
    return groups;
}

quint32 SeparationPlan::groupCount(Scope scope) const
{
    return m_state->grouping(scope).size();
}

quint32 SeparationPlan::groupNumber(Scope scope, const QString& key) const
{
    return m_state->grouping(scope).numberOf(m_state->table, key);
}

quint32 SeparationPlan::groupNumber(Scope scope, Row row) const
{
    return row < m_state->verdicts.size() ? m_state->grouping(scope).groupOf(row) : noGroup;
}

Group SeparationPlan::group(Scope scope, quint32 number) const
{
    return m_state->group(scope, number, true);
}

QString SeparationPlan::groupKey(Scope scope, quint32 number) const
{
    return m_state->grouping(scope).keyOf(m_state->table, number);
}

QString SeparationPlan::groupTitle(Scope scope, quint32 number) const
{
    return m_state->grouping(scope).titleOf(m_state->table, number);
}

bool SeparationPlan::isSplit(Scope scope, quint32 number) const
{
    const std::vector<bool>& split = m_state->split[static_cast<std::size_t>(scope)];
    return number < split.size() && split[number];
}

std::span<const Row> SeparationPlan::groupRows(Scope scope, quint32 number) const
{
    return m_state->grouping(scope).rowsOf(number);
}

std::vector<Row> SeparationPlan::rowsOf(Scope scope, const QString& key) const
{
    const std::span<const Row> rows = groupRows(scope, groupNumber(scope, key));
    return {rows.begin(), rows.end()};
}

QString SeparationPlan::keyOf(Scope scope, Row row) const
{
    return groupKey(scope, groupNumber(scope, row));
}

std::vector<Decision> SeparationPlan::suggestionsAsDecisions(float leastConfidence, const QDateTime& at) const
{
    std::vector<Decision> decisions;
    for (const quint32 number : groupOrder(Scope::Correspondent, true)) {
        const Group group = m_state->group(Scope::Correspondent, number, false);
        const Suggestion suggestion = briefSuggestion(groupRows(Scope::Correspondent, number));
        if (group.undecided > 0 && suggestion.verdict != Verdict::Undecided &&
            suggestion.confidence >= leastConfidence) {
            decisions.push_back({Scope::Correspondent, group.key, suggestion.verdict, at});
        }
    }
    return decisions;
}

} // namespace staffelstab::separation
