// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/questions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace staffelstab::separation {

namespace {

/** Groups up to this are asked together with others: a question for each would cost more than it settles. */
constexpr std::size_t largestPart = 12;
/** In one question about several groups. */
constexpr std::size_t mostMessages = 75;
constexpr std::size_t largestSurePart = 40;
constexpr float sureAbove = 0.7F;
/** How much alike the messages of one group are, between 0 (no more than strangers) and 1. */
constexpr float likeness(Scope scope)
{
    return scope == Scope::Thread ? 0.9F : scope == Scope::List ? 0.9F : 0.75F;
}
constexpr float mixedBelow = 0.6F;
/** Of all private messages, as far as they are known. */
constexpr float mostMissed = 0.01F;

float entropy(float p)
{
    const float q = std::clamp(p, 1e-4F, 1 - 1e-4F);
    return -(q * std::log2(q) + (1 - q) * std::log2(1 - q));
}

struct Undecided
{
    Row row = 0;
    float isPrivate = 0;
};

struct Part
{
    Scope scope = Scope::Message;
    quint32 group = 0;
    std::vector<Undecided> messages;

    [[nodiscard]] float mean() const
    {
        return std::accumulate(messages.begin(), messages.end(), 0.0F,
                               [](float sum, const Undecided& message) { return sum + message.isPrivate; }) /
               static_cast<float>(messages.size());
    }
    /** The chance that all belong on the same side; messages of a group are not as many witnesses as they are. */
    [[nodiscard]] float alike() const
    {
        const float witnesses = 1 + (static_cast<float>(messages.size()) - 1) * (1 - likeness(scope));
        return std::pow(mean(), witnesses) + std::pow(1 - mean(), witnesses);
    }
};

class QuestionMaker
{
public:
    explicit QuestionMaker(const SeparationPlan& plan) : m_plan(plan) {}

    std::vector<Question> run()
    {
        std::vector<Part> lists = partsOf(Scope::List);
        std::vector<Part> persons = partsOf(Scope::Correspondent);
        for (Row row = 0; row < m_plan.table().size(); ++row) {
            if (m_plan.verdict(row) != Verdict::Undecided) {
                continue;
            }
            if (m_plan.isSplit(Scope::Thread, m_plan.groupNumber(Scope::Thread, row))) {
                askByItself({row, m_plan.privateProbability(row)});
                continue;
            }
            const quint32 list = m_plan.groupNumber(Scope::List, row);
            Part& part =
                list != SeparationPlan::noGroup ? lists[list] : persons[m_plan.groupNumber(Scope::Correspondent, row)];
            part.messages.push_back({row, m_plan.privateProbability(row)});
        }
        askEach(lists);
        askEach(persons);
        askTogether();
        std::stable_sort(m_questions.begin(), m_questions.end(),
                         [](const Question& a, const Question& b) { return a.worth > b.worth; });
        return std::move(m_questions);
    }

private:
    [[nodiscard]] std::vector<Part> partsOf(Scope scope) const
    {
        std::vector<Part> parts(m_plan.groupCount(scope));
        for (quint32 group = 0; group < parts.size(); ++group) {
            parts[group].scope = scope;
            parts[group].group = group;
            // Most of it, where little is decided; asked once, because growing step by step is slow.
            parts[group].messages.reserve(std::min(m_plan.groupRows(scope, group).size(), mostMessages));
        }
        return parts;
    }

    void askEach(std::vector<Part>& parts)
    {
        for (Part& part : parts) {
            if (part.messages.empty()) {
                continue;
            }
            if (m_plan.isSplit(part.scope, part.group)) {
                askInParts(part);
            } else if (isAskedAlone(part) || m_plan.mayBeProtected(part.messages.front().row)) {
                ask(std::move(part)); // what nobody may read is not settled by an answer for others
            } else {
                m_small.push_back(std::move(part));
            }
        }
    }

    static bool isAskedAlone(const Part& part)
    {
        const bool isSure = part.alike() > sureAbove && part.messages.size() <= largestSurePart;
        return part.messages.size() > largestPart && !isSure;
    }

    void askByItself(const Undecided& message)
    {
        m_small.push_back({Scope::Message, m_plan.groupNumber(Scope::Message, message.row), {message}});
    }

    /** By conversation, in which people seldom change the side; those of one left open by hand, message by message. */
    void askInParts(const Part& whole)
    {
        QHash<quint32, Part> threads;
        for (const Undecided& message : whole.messages) {
            const quint32 thread = m_plan.groupNumber(Scope::Thread, message.row);
            Part& part = threads[thread];
            part.scope = Scope::Thread;
            part.group = thread;
            part.messages.push_back(message);
        }
        for (Part& part : threads) {
            if (isAskedAlone(part)) {
                ask(std::move(part));
            } else {
                m_small.push_back(std::move(part));
            }
        }
    }

    void ask(Part part)
    {
        Question question;
        question.title = m_plan.groupTitle(part.scope, part.group);
        const float alike = part.alike();
        const bool isLarge = part.messages.size() > screenful;
        std::vector<Part> parts;
        parts.push_back(std::move(part));
        fill(question, std::move(parts));
        question.worth *= isLarge ? alike : 1;
        question.looksMixed = alike < mixedBelow;
        m_questions.push_back(std::move(question));
    }

    void fill(Question& question, std::vector<Part> parts)
    {
        for (const Part& part : parts) {
            for (const Undecided& message : part.messages) {
                question.worth += entropy(message.isPrivate);
                question.privateExpected += message.isPrivate;
                question.rows.push_back(message.row);
            }
        }
        const bool isPrivate = question.privateExpected * 2 > static_cast<float>(question.rows.size());
        question.rows.clear();
        const auto standsOut = [isPrivate](float a, float b) { return isPrivate ? a < b : a > b; };
        std::stable_sort(parts.begin(), parts.end(),
                         [&](const Part& a, const Part& b) { return standsOut(a.mean(), b.mean()); });
        for (Part& part : parts) {
            std::stable_sort(part.messages.begin(), part.messages.end(), [&](const Undecided& a, const Undecided& b) {
                return standsOut(a.isPrivate, b.isPrivate);
            });
            QuestionPart asked{part.scope, m_plan.groupKey(part.scope, part.group), {}};
            for (const Undecided& message : part.messages) {
                asked.rows.push_back(message.row);
                question.rows.push_back(message.row);
            }
            question.parts.push_back(std::move(asked));
        }
        question.suggestion = m_plan.briefSuggestion(question.rows);
    }

    /** The small ones, a screenful at a time, the most private first: then most screens are of one kind. */
    void askTogether()
    {
        std::vector<std::pair<float, std::size_t>> order;
        for (std::size_t i = 0; i < m_small.size(); ++i) {
            order.emplace_back(-m_small[i].mean(), i);
        }
        std::sort(order.begin(), order.end());
        std::vector<Part> screen;
        std::size_t messages = 0;
        const auto flush = [&] {
            if (screen.size() == 1 && screen.front().scope != Scope::Message) {
                ask(std::move(screen.front()));
            } else if (!screen.empty()) {
                Question question;
                fill(question, std::move(screen));
                m_questions.push_back(std::move(question));
            }
            screen.clear();
            messages = 0;
        };
        for (const auto& [mean, i] : order) {
            // One screen leans to one side.
            const bool changesSide = !screen.empty() && screen.back().mean() > 0.5F && -mean <= 0.5F;
            if (changesSide || screen.size() == screenful || messages + m_small[i].messages.size() > mostMessages) {
                flush();
            }
            messages += m_small[i].messages.size();
            screen.push_back(std::move(m_small[i]));
        }
        flush();
    }

    const SeparationPlan& m_plan;
    std::vector<Question> m_questions;
    std::vector<Part> m_small;
};

} // namespace

std::vector<Question> questionsOf(const SeparationPlan& plan)
{
    return QuestionMaker(plan).run();
}

namespace {

/** Conversations and single messages are asked by themselves only where the leaver left a larger group open by hand. */
bool isPartOfMixed(const QuestionPart& part)
{
    return part.scope == Scope::Thread || part.scope == Scope::Message;
}

} // namespace

std::optional<SureRest> sureRest(const SeparationPlan& plan, const std::vector<Question>& questions)
{
    SureRest rest;
    for (const Question& question : questions) {
        const bool leansAway =
            question.suggestion.verdict == Verdict::Private || question.suggestion.verdict == Verdict::Protected;
        if (leansAway || std::any_of(question.parts.begin(), question.parts.end(), isPartOfMixed)) {
            return std::nullopt;
        }
        rest.privateExpected += question.privateExpected;
        rest.rows.insert(rest.rows.end(), question.rows.begin(), question.rows.end());
    }
    const auto found = static_cast<float>(plan.tallies()[static_cast<std::size_t>(Verdict::Private)].messages);
    const bool isSure = !rest.rows.empty() && rest.privateExpected <= mostMissed * (found + rest.privateExpected);
    return isSure ? std::optional(std::move(rest)) : std::nullopt;
}

std::vector<Decision> restOf(const SeparationPlan& plan, const SureRest& rest, const QDateTime& at)
{
    std::vector<Decision> decisions;
    for (const Row row : rest.rows) {
        decisions.push_back({Scope::Message, plan.keyOf(Scope::Message, row), Verdict::Business, at});
    }
    return decisions;
}

namespace {

/** A conversation of the group is to be asked message by message: an answer for the group must not reach it. */
bool leavesConversationOut(const SeparationPlan& plan, const QuestionPart& part)
{
    const std::span<const Row> rows = plan.groupRows(part.scope, plan.groupNumber(part.scope, part.key));
    return part.scope != Scope::Message && part.scope != Scope::Thread &&
           std::any_of(rows.begin(), rows.end(), [&](Row row) {
               return plan.verdict(row) == Verdict::Undecided &&
                      plan.isSplit(Scope::Thread, plan.groupNumber(Scope::Thread, row));
           });
}

} // namespace

std::vector<Decision> answerOf(const SeparationPlan& plan, const Question& question, Verdict verdict,
                               const QDateTime& at)
{
    std::vector<Decision> decisions;
    for (const QuestionPart& part : question.parts) {
        const bool isOpen = std::any_of(part.rows.begin(), part.rows.end(),
                                        [&plan](Row row) { return plan.verdict(row) == Verdict::Undecided; });
        if (isOpen && leavesConversationOut(plan, part)) {
            for (const Row row : part.rows) {
                if (plan.verdict(row) == Verdict::Undecided) {
                    decisions.push_back({Scope::Message, plan.keyOf(Scope::Message, row), verdict, at});
                }
            }
        } else if (isOpen) {
            decisions.push_back({part.scope, part.key, verdict, at});
        }
    }
    return decisions;
}

} // namespace staffelstab::separation
