// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/message_rules.h"

#include <algorithm>

namespace staffelstab::app {

namespace {

using separation::Decision;
using separation::Row;
using separation::Scope;
using separation::SeparationPlan;
using separation::Verdict;

bool matches(const Answers::Rule& rule, const separation::MessageTable& table, Row row)
{
    switch (rule.by) {
    case Answers::Rule::By::Folder:
        return table.folders()[table.folder(row)].folder.path == rule.value;
    case Answers::Rule::By::Correspondent:
        return table.correspondentAddress(table.correspondent(row)).compare(rule.value, Qt::CaseInsensitive) == 0;
    case Answers::Rule::By::MessageId:
        return QString::fromUtf8(table.messageId(row)) == rule.value;
    case Answers::Rule::By::List:
        return QString::fromUtf8(table.listId(row)).compare(rule.value, Qt::CaseInsensitive) == 0;
    }
    return false;
}

/** What the answers say of one message; nothing if they say nothing. */
std::optional<Verdict> answerFor(const Answers::Separation& answers, const SeparationPlan& plan, Row row)
{
    for (const Answers::Rule& rule : answers.rules) {
        if (matches(rule, plan.table(), row)) {
            return rule.verdict == Verdict::Undecided ? std::nullopt : std::optional(rule.verdict);
        }
    }
    if (answers.acceptsSuggestions) {
        if (const Verdict suggested = plan.suggestion(row).verdict; suggested != Verdict::Undecided) {
            return suggested;
        }
    }
    return answers.rest == Verdict::Undecided ? std::nullopt : answers.rest;
}

/** A rule may take protected mail along as private, but what merely falls through leaves it protected. */
bool mayDecide(const Answers::Separation& answers, const SeparationPlan& plan, Row row)
{
    const Verdict now = plan.verdict(row);
    if (now == Verdict::Undecided) {
        return true;
    }
    if (now != Verdict::Protected || plan.coveredBy(row)) {
        return false;
    }
    return std::any_of(answers.rules.begin(), answers.rules.end(), [&](const Answers::Rule& rule) {
        return rule.verdict == Verdict::Private && matches(rule, plan.table(), row);
    });
}

} // namespace

std::vector<Decision> decisionsFor(const Answers::Separation& answers, const SeparationPlan& plan, const QDateTime& at)
{
    std::vector<Decision> decisions;
    for (quint32 number = 0; number < plan.groupCount(Scope::Correspondent); ++number) {
        const std::span<const Row> rows = plan.groupRows(Scope::Correspondent, number);
        std::vector<std::pair<Row, Verdict>> decided;
        for (const Row row : rows) {
            const auto answer = mayDecide(answers, plan, row) ? answerFor(answers, plan, row) : std::nullopt;
            if (answer) {
                decided.emplace_back(row, *answer);
            }
        }
        const bool isUniform = !decided.empty() && decided.size() == rows.size() &&
                               std::all_of(decided.begin(), decided.end(),
                                           [&](const auto& one) { return one.second == decided.front().second; });
        if (isUniform) {
            decisions.push_back(
                {Scope::Correspondent, plan.groupKey(Scope::Correspondent, number), decided.front().second, at});
            continue;
        }
        for (const auto& [row, verdict] : decided) {
            decisions.push_back({Scope::Message, plan.keyOf(Scope::Message, row), verdict, at});
        }
    }
    return decisions;
}

Answers::Separation messageRulesOf(const Answers::Separation& answers)
{
    Answers::Separation some;
    std::copy_if(answers.rules.begin(), answers.rules.end(), std::back_inserter(some.rules),
                 [](const Answers::Rule& rule) { return rule.by == Answers::Rule::By::MessageId; });
    return some;
}

} // namespace staffelstab::app
