// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <span>
#include <vector>

namespace staffelstab::separation {

/** Messages that are decided together: those of a contact, a list or a conversation, or a single one. */
struct QuestionPart
{
    Scope scope = Scope::Message;
    QString key;
    /** The undecided ones. */
    std::vector<Row> rows;
};

/**
 * One question of the page: what are these messages? A large person, list or conversation whose messages look alike is
 * asked by itself, the small ones a screenful at a time together with others like them.
 */
struct Question
{
    /** One, or several that are like each other; those that stand out first. */
    std::vector<QuestionPart> parts;
    /** Of a single part: the name to show. */
    QString title;
    /** All messages, part by part. */
    std::vector<Row> rows;
    /** Without reasons; SeparationPlan::suggestion() of the rows has them. */
    Suggestion suggestion;
    /** The messages seem to belong on different sides. */
    bool looksMixed = false;
    /** What an answer settles: bits of doubt; of a large group less those that the answer "mixed" would leave. */
    float worth = 0;
    /** How many of the messages are private, as far as can be told. */
    float privateExpected = 0;

    [[nodiscard]] bool isGroup() const { return parts.size() == 1; }
};

/** Parts a leaver can look through at a glance, and messages of a group among which single ones are found. */
inline constexpr std::size_t screenful = 25;

/**
 * All undecided messages, each in exactly one question, the one that settles most first. Small groups are asked
 * together with others like them, mixed ones and those that were left open by hand in parts.
 */
std::vector<Question> questionsOf(const SeparationPlan& plan);

/** What is left when asking on would hardly find anything. */
struct SureRest
{
    std::vector<Row> rows;
    /** How many private messages are expected among them. */
    float privateExpected = 0;
};

/**
 * The undecided messages if all of them look like business and no more than one in a hundred of the private messages is
 * expected among them; the sample audit checks it. Nothing while asking on is worth it, or while something is left of
 * what the leaver called mixed: there each part is asked.
 */
std::optional<SureRest> sureRest(const SeparationPlan& plan, const std::vector<Question>& questions);
/** The decisions that take the rest for business. */
std::vector<Decision> restOf(const SeparationPlan& plan, const SureRest& rest, const QDateTime& at);

/**
 * The decisions an answer makes; given to SeparationPlan::decideAll(), so that it is undone as a whole. What was
 * singled out in the meantime stays as it is.
 */
std::vector<Decision> answerOf(const SeparationPlan& plan, const Question& question, Verdict verdict,
                               const QDateTime& at);

} // namespace staffelstab::separation
