// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/separation_plan.h"

#include "separation/plan_state.h"

#include <algorithm>
#include <iterator>

namespace staffelstab::separation {

namespace {

/** A damaged case file may hold numbers that are no scope or verdict. */
bool isKnown(const Decision& decision)
{
    return static_cast<std::size_t>(decision.scope) < allScopes.size() &&
           static_cast<std::size_t>(decision.verdict) < allVerdicts.size();
}

} // namespace

SeparationPlan::SeparationPlan(const MessageTable& table, SeparationContext context, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(table, std::move(context)))
{
    m_state->rebuild();
}

SeparationPlan::~SeparationPlan() = default;

void SeparationPlan::tableChanged()
{
    m_state->rebuild();
    Q_EMIT regrouped();
    Q_EMIT changed();
}

void SeparationPlan::setContext(SeparationContext context)
{
    m_state->context = std::move(context);
    tableChanged();
}

const MessageTable& SeparationPlan::table() const
{
    return m_state->table;
}

void SeparationPlan::announce()
{
    m_state->replay();
    Q_EMIT changed();
}

Verdict SeparationPlan::verdict(Row row) const
{
    return row < m_state->verdicts.size() ? m_state->verdicts[row] : Verdict::Undecided;
}

bool SeparationPlan::mayBeProtected(Row row) const
{
    return m_state->mayBeProtected(row);
}

quint32 SeparationPlan::protectedByHand() const
{
    quint32 count = 0;
    for (Row row = 0; row < m_state->verdicts.size(); ++row) {
        count += m_state->verdicts[row] == Verdict::Protected && !m_state->isProtected(row) ? 1 : 0;
    }
    return count;
}

bool SeparationPlan::isProtectedAddress(const QString& address) const
{
    return m_state->isProtectedAddress(address);
}

std::optional<Scope> SeparationPlan::coveredBy(Row row) const
{
    const auto decision = m_state->decisionOn(row);
    return decision && decision->second == verdict(row) ? std::optional(decision->first) : std::nullopt;
}

quint32 SeparationPlan::copies() const
{
    return m_state->table.size() - m_state->grouping(Scope::Message).size();
}

Suggestion SeparationPlan::suggestion(Row row) const
{
    return m_state->judged().suggestion(row);
}

Suggestion SeparationPlan::suggestion(std::span<const Row> rows) const
{
    return m_state->judged().suggestion(rows);
}

Suggestion SeparationPlan::briefSuggestion(std::span<const Row> rows) const
{
    return m_state->judged().suggestion(rows, false);
}

float SeparationPlan::privateProbability(Row row) const
{
    return m_state->judged().privateProbability(row);
}

float SeparationPlan::logOdds(Row row) const
{
    return m_state->judged().score(row);
}

bool SeparationPlan::decide(Scope scope, const QString& key, Verdict verdict, const QDateTime& at)
{
    LoggedDecision entry = m_state->resolved({scope, key, verdict, at});
    if (m_state->isRefused(entry)) {
        return false;
    }
    if (!m_state->isInForce(entry)) {
        m_state->log.append({std::move(entry)});
        announce();
    }
    return true;
}

void SeparationPlan::askInParts(Scope scope, const QString& key, const QDateTime& at)
{
    LoggedDecision entry = m_state->resolved({scope, key, Verdict::Undecided, at, true});
    if (entry.group != noGroup && !m_state->isInForce(entry)) {
        m_state->log.append({std::move(entry)});
        announce();
    }
}

void SeparationPlan::decideAll(const std::vector<Decision>& decisions)
{
    std::vector<LoggedDecision> step;
    for (const Decision& decision : decisions) {
        if (!isKnown(decision)) {
            continue;
        }
        LoggedDecision entry = m_state->resolved(decision);
        if (!m_state->isRefused(entry)) {
            step.push_back(std::move(entry));
        }
    }
    if (!step.empty()) {
        m_state->log.append(std::move(step));
        announce();
    }
}

bool SeparationPlan::undo()
{
    if (!m_state->log.undo()) {
        return false;
    }
    announce();
    return true;
}

bool SeparationPlan::redo()
{
    if (!m_state->log.redo()) {
        return false;
    }
    announce();
    return true;
}

bool SeparationPlan::mayUndo() const
{
    return m_state->log.mayUndo();
}

bool SeparationPlan::mayRedo() const
{
    return m_state->log.mayRedo();
}

const std::vector<Decision>& SeparationPlan::decisions() const
{
    return m_state->inForce;
}

std::vector<Decision> SeparationPlan::history() const
{
    const std::vector<LoggedDecision>& entries = m_state->log.entries();
    std::vector<Decision> all;
    all.reserve(entries.size());
    std::transform(entries.begin(), entries.end(), std::back_inserter(all),
                   [](const LoggedDecision& entry) { return entry.decision; });
    return all;
}

void SeparationPlan::restore(std::vector<Decision> history)
{
    std::vector<LoggedDecision> entries;
    entries.reserve(history.size());
    for (Decision& decision : history) {
        if (isKnown(decision)) {
            entries.push_back(m_state->resolved(std::move(decision)));
        }
    }
    m_state->log.restore(std::move(entries));
    announce();
}

std::array<Tally, 4> SeparationPlan::tallies() const
{
    return m_state->tallies;
}

quint32 SeparationPlan::undecided() const
{
    return m_state->tallies[static_cast<std::size_t>(Verdict::Undecided)].messages;
}

bool SeparationPlan::isFresh(Row row) const
{
    return row < m_state->isFresh.size() && m_state->isFresh[row];
}

std::vector<Row> SeparationPlan::freshRows() const
{
    std::vector<Row> rows;
    for (Row row = 0; row < m_state->isFresh.size(); ++row) {
        if (m_state->isFresh[row]) {
            rows.push_back(row);
        }
    }
    return rows;
}

quint32 SeparationPlan::answers() const
{
    quint32 count = 0;
    QDateTime last;
    for (const Decision& decision : m_state->inForce) {
        count += decision.at.isValid() && decision.at == last ? 0 : 1;
        last = decision.at;
    }
    return count;
}

quint32 SeparationPlan::undecidedGroups() const
{
    return m_state->undecidedGroups;
}

} // namespace staffelstab::separation
