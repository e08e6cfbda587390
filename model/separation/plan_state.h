// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/decision_log.h"
#include "separation/evidence.h"
#include "separation/grouping.h"
#include "separation/separation_plan.h"

namespace staffelstab::separation {

inline constexpr std::array allScopes{Scope::Message, Scope::Thread, Scope::List, Scope::Correspondent, Scope::Folder};

struct SeparationPlan::State
{
    State(const MessageTable& messages, SeparationContext people) : table(messages), context(std::move(people)) {}

    /** New rows or new people: everything but the log is made again. */
    void rebuild();
    /**
     * Follows the log from its beginning: decisions in force, verdicts, tallies. Only messages whose decisions changed
     * are judged anew, so that an undo takes no longer in a large mailbox.
     */
    void replay();
    [[nodiscard]] const Grouping& grouping(Scope scope) const { return groupings[static_cast<std::size_t>(scope)]; }
    /** The rows of the same message, this one among them. */
    [[nodiscard]] std::span<const Row> copiesOf(Row row) const
    {
        return grouping(Scope::Message).rowsOf(grouping(Scope::Message).groupOf(row));
    }
    /** The most particular decision that covers the message or a copy of it. */
    [[nodiscard]] std::optional<std::pair<Scope, Verdict>> decisionOn(Row row) const;
    /** With a protected body, it or a copy of it. */
    [[nodiscard]] bool isProtected(Row row) const;
    [[nodiscard]] LoggedDecision resolved(Decision decision) const;
    /** Business for what is protected as a whole. */
    [[nodiscard]] bool isRefused(const LoggedDecision& entry) const;
    [[nodiscard]] bool isInForce(const LoggedDecision& entry) const;
    [[nodiscard]] const Evidence& judged() const;
    [[nodiscard]] bool mayBeProtected(Row row) const { return evidence.isBody(row); }
    [[nodiscard]] bool isProtectedAddress(const QString& address) const { return evidence.isProtectedAddress(address); }
    [[nodiscard]] bool looksMixed(std::span<const Row> rows) const;
    [[nodiscard]] Group group(Scope scope, quint32 number, bool withSuggestion) const;

    const MessageTable& table;
    SeparationContext context;
    std::array<Grouping, allScopes.size()> groupings;
    DecisionLog log;
    std::vector<Decision> inForce;
    /** What was decided, by scope and group. */
    std::array<std::vector<Verdict>, allScopes.size()> decided;
    /** Groups that were left open by hand. */
    std::array<std::vector<bool>, allScopes.size()> split;
    std::vector<Verdict> verdicts;
    std::vector<bool> isFresh;
    std::array<Tally, allVerdicts.size()> tallies;
    quint32 undecidedGroups = 0;

private:
    using DecidedGroups = std::array<std::vector<Verdict>, allScopes.size()>;
    void readLog();
    void judgeRows();
    void judgeChanged(const DecidedGroups& before);
    void revise(Row row);
    [[nodiscard]] Verdict judge(Row row) const;

    /** Undecided messages by correspondent. */
    std::vector<quint32> openOf;

    mutable Evidence evidence;
    /** Former decisions are counted only when somebody asks for a suggestion. */
    mutable bool mustLearn = true;
};

} // namespace staffelstab::separation
