// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/plan_state.h"

#include <QSet>

#include <algorithm>

namespace staffelstab::separation {

namespace {

constexpr float clearlyPrivate = 0.75F;
constexpr float clearlyBusiness = 0.2F;

} // namespace

void SeparationPlan::State::rebuild()
{
    evidence.rebuild(table, context);
    for (const Scope scope : allScopes) {
        groupings[static_cast<std::size_t>(scope)].rebuild(table, scope, evidence.persons());
    }
    log.resolve([this](const Decision& decision) { return grouping(decision.scope).numberOf(table, decision.key); });
    readLog();
    judgeRows();
    mustLearn = true;
}

void SeparationPlan::State::replay()
{
    const DecidedGroups before = decided;
    readLog();
    judgeChanged(before);
    mustLearn = true;
}

void SeparationPlan::State::readLog()
{
    inForce.clear();
    std::array<std::vector<bool>, allScopes.size()> seenGroups;
    for (const Scope scope : allScopes) {
        decided[static_cast<std::size_t>(scope)].assign(grouping(scope).size(), Verdict::Undecided);
        split[static_cast<std::size_t>(scope)].assign(grouping(scope).size(), false);
        seenGroups[static_cast<std::size_t>(scope)].resize(grouping(scope).size());
    }
    QSet<QString> seenKeys;
    const auto isLatest = [&](const LoggedDecision& entry) {
        const auto scope = static_cast<std::size_t>(entry.decision.scope);
        if (entry.group == noGroup) {
            const QString key = Grouping::normalised(entry.decision.scope, entry.decision.key);
            const qsizetype before = seenKeys.size();
            seenKeys.insert(QString::number(scope) + key);
            return seenKeys.size() > before;
        }
        const bool isFirst = !seenGroups[scope][entry.group];
        seenGroups[scope][entry.group] = true;
        return isFirst;
    };
    // From the end, because the latest decision of a scope and key wins.
    const std::vector<LoggedDecision>& entries = log.entries();
    for (std::size_t i = entries.size(); i-- > 0;) {
        const LoggedDecision& entry = entries[i];
        if (!isLatest(entry)) {
            continue;
        }
        if (entry.group != noGroup) {
            decided[static_cast<std::size_t>(entry.decision.scope)][entry.group] = entry.decision.verdict;
            split[static_cast<std::size_t>(entry.decision.scope)][entry.group] = entry.decision.isInParts;
        }
        if (entry.decision.verdict != Verdict::Undecided || entry.decision.isInParts) {
            inForce.push_back(entry.decision);
        }
    }
    std::reverse(inForce.begin(), inForce.end());
}

std::optional<std::pair<Scope, Verdict>> SeparationPlan::State::decisionOn(Row row) const
{
    const std::span<const Row> copies = copiesOf(row);
    for (const Scope scope : allScopes) {
        for (const Row copy : copies) {
            const quint32 group = grouping(scope).groupOf(copy);
            const Verdict verdict =
                group == noGroup ? Verdict::Undecided : decided[static_cast<std::size_t>(scope)][group];
            if (verdict != Verdict::Undecided) {
                return std::pair(scope, verdict);
            }
        }
    }
    return {};
}

Verdict SeparationPlan::State::judge(Row row) const
{
    const auto decision = decisionOn(row);
    const Verdict verdict = decision ? decision->second : Verdict::Undecided;
    const bool mayStand = verdict != Verdict::Undecided && verdict != Verdict::Business;
    return !mayStand && isProtected(row) ? Verdict::Protected : verdict;
}

bool SeparationPlan::State::isProtected(Row row) const
{
    const std::span<const Row> copies = copiesOf(row);
    return std::any_of(copies.begin(), copies.end(), [this](Row copy) { return evidence.isProtected(copy); });
}

void SeparationPlan::State::judgeRows()
{
    const bool isSameTable = verdicts.size() == table.size();
    verdicts.resize(table.size());
    isFresh.assign(table.size(), false);
    tallies = {};
    openOf.assign(grouping(Scope::Correspondent).size(), 0);
    for (Row row = 0; row < table.size(); ++row) {
        const Verdict before = verdicts[row];
        verdicts[row] = judge(row);
        isFresh[row] = isSameTable && verdicts[row] != before;
        Tally& tally = tallies[static_cast<std::size_t>(verdicts[row])];
        ++tally.messages;
        tally.bytes += table.bytes(row);
        openOf[grouping(Scope::Correspondent).groupOf(row)] += verdicts[row] == Verdict::Undecided ? 1 : 0;
    }
    undecidedGroups =
        static_cast<quint32>(openOf.size()) - static_cast<quint32>(std::count(openOf.begin(), openOf.end(), 0U));
}

void SeparationPlan::State::judgeChanged(const DecidedGroups& before)
{
    isFresh.assign(table.size(), false);
    for (const Scope scope : allScopes) {
        const std::vector<Verdict>& old = before[static_cast<std::size_t>(scope)];
        const std::vector<Verdict>& now = decided[static_cast<std::size_t>(scope)];
        for (quint32 group = 0; group < now.size(); ++group) {
            if (now[group] == old[group]) {
                continue;
            }
            for (const Row row : grouping(scope).rowsOf(group)) {
                const std::span<const Row> copies = copiesOf(row);
                std::for_each(copies.begin(), copies.end(), [this](Row copy) { revise(copy); });
            }
        }
    }
}

void SeparationPlan::State::revise(Row row)
{
    const Verdict before = verdicts[row];
    const Verdict now = judge(row);
    if (now == before) {
        return;
    }
    verdicts[row] = now;
    isFresh[row] = true;
    const auto move = [&](Verdict verdict, int by) {
        Tally& tally = tallies[static_cast<std::size_t>(verdict)];
        tally.messages += static_cast<quint32>(by);
        tally.bytes += by * table.bytes(row);
    };
    move(before, -1);
    move(now, 1);
    quint32& open = openOf[grouping(Scope::Correspondent).groupOf(row)];
    const bool wasOpen = open > 0;
    open += (now == Verdict::Undecided ? 1U : 0U) - (before == Verdict::Undecided ? 1U : 0U);
    undecidedGroups += (open > 0 ? 1U : 0U) - (wasOpen ? 1U : 0U);
}

LoggedDecision SeparationPlan::State::resolved(Decision decision) const
{
    const quint32 group = grouping(decision.scope).numberOf(table, decision.key);
    return {std::move(decision), group};
}

bool SeparationPlan::State::isRefused(const LoggedDecision& entry) const
{
    if (entry.decision.verdict != Verdict::Business) {
        return false;
    }
    if (entry.decision.scope == Scope::Correspondent &&
        evidence.isProtectedAddress(Grouping::normalised(Scope::Correspondent, entry.decision.key))) {
        return true;
    }
    const std::span<const Row> rows = grouping(entry.decision.scope).rowsOf(entry.group);
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](Row row) { return evidence.isProtected(row); });
}

bool SeparationPlan::State::isInForce(const LoggedDecision& entry) const
{
    const auto scope = static_cast<std::size_t>(entry.decision.scope);
    return entry.group != noGroup && decided[scope][entry.group] == entry.decision.verdict &&
           split[scope][entry.group] == entry.decision.isInParts;
}

const Evidence& SeparationPlan::State::judged() const
{
    if (mustLearn) {
        evidence.learn(verdicts);
        mustLearn = false;
    }
    return evidence;
}

bool SeparationPlan::State::looksMixed(std::span<const Row> rows) const
{
    std::array<quint32, allVerdicts.size()> sides{};
    for (const Row row : rows) {
        const float isPrivate = verdicts[row] == Verdict::Undecided ? judged().privateProbability(row) : 0.5F;
        const Verdict side = isPrivate > clearlyPrivate    ? Verdict::Private
                             : isPrivate < clearlyBusiness ? Verdict::Business
                                                           : verdicts[row];
        ++sides[static_cast<std::size_t>(side)];
    }
    return sides[static_cast<std::size_t>(Verdict::Private)] > 0 &&
           sides[static_cast<std::size_t>(Verdict::Business)] > 0;
}

Group SeparationPlan::State::group(Scope scope, quint32 number, bool withSuggestion) const
{
    const Grouping& groups = grouping(scope);
    const std::span<const Row> rows = groups.rowsOf(number);
    Group group;
    group.scope = scope;
    group.key = groups.keyOf(table, number);
    group.title = groups.titleOf(table, number);
    group.messages = static_cast<quint32>(rows.size());
    for (const Row row : rows) {
        group.undecided += verdicts[row] == Verdict::Undecided ? 1 : 0;
    }
    if (!rows.empty() &&
        std::all_of(rows.begin(), rows.end(), [&](Row row) { return verdicts[row] == verdicts[rows.front()]; })) {
        group.verdict = verdicts[rows.front()];
    }
    if (withSuggestion) {
        group.suggestion = judged().suggestion(rows);
        group.looksMixed = looksMixed(rows);
    }
    return group;
}

} // namespace staffelstab::separation
