// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/review/labelled_mailbox.h"
#include "separation/questions.h"

#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace review {

/** Where the leaver stands after some decisions. */
struct Point
{
    quint32 decisions = 0;
    /** As the counter of the page counts: what is marked together in one question is one answer. */
    quint32 answers = 0;
    /** Messages that stood in the questions so far: what had to be looked at. */
    quint32 shown = 0;
    quint32 settled = 0;
    quint32 privateFound = 0;
    quint32 privateSaid = 0;
    /** Undecided and without a suggestion. */
    quint32 doubtful = 0;
};

/** Probability of private before the answer, and the answer. */
struct Forecast
{
    float isPrivate = 0;
    bool wasPrivate = false;
};

struct Run
{
    std::string name;
    quint32 messages = 0;
    quint32 privateMessages = 0;
    /** One for each answer. */
    std::vector<Point> curve;
    std::vector<Forecast> forecasts;
    /** Questions answered, messages singled out within them. */
    quint32 questions = 0;
    quint32 singledOut = 0;
    /** Before and after the sample audit. */
    quint32 privateLeft = 0;
    quint32 privateLeftAfterAudit = 0;
    quint32 auditLooks = 0;
    quint32 auditRounds = 0;
    /** Upper bound of the last sample, in messages. */
    quint32 auditBound = 0;
    double slowestAnswerMs = 0;

    [[nodiscard]] double recall(const Point& point) const;
    /** Where this recall was reached; null if it was not. */
    [[nodiscard]] const Point* reached(double recall) const;
    /** Decisions until then. */
    [[nodiscard]] std::optional<quint32> decisionsFor(double recall) const;
};

/**
 * A leaver with perfect answers, who counts every key that decides. Messages that all belong on one side take one
 * decision. Where they differ, each part (a contact's messages) or single message that belongs elsewhere takes one, and
 * the rest one more. A single group of more than a screenful that is mixed is only said to be so, which takes one, too.
 */
class PerfectLeaver
{
public:
    explicit PerfectLeaver(const LabelledMailbox& mailbox) : m_mailbox(mailbox) {}

    struct Answer
    {
        bool isMixed = false;
        Truth rest = Truth::Business;
        /** What is marked with one key each before the rest is answered: a whole part or one message. */
        std::vector<QuestionPart> exceptions;
    };
    [[nodiscard]] Answer answer(const std::vector<QuestionPart>& parts) const;

private:
    [[nodiscard]] std::vector<QuestionPart> exceptionsTo(Truth rest, const std::vector<QuestionPart>& parts) const;

    const LabelledMailbox& m_mailbox;
};

/** Keeps count for the ways that know no suggestions. */
class Ledger
{
public:
    Ledger(const LabelledMailbox& mailbox, std::string name);

    /** One decision about these messages, as the truth has it. */
    void decide(std::span<const Row> rows, bool isKey = true);
    void show(std::size_t messages);

    Run run;

private:
    const LabelledMailbox& m_mailbox;
    Point m_point;
};

/** The program's own way, question by question; `seed` draws the audit. */
Run reviewByQuestions(const LabelledMailbox& mailbox, quint32 seed);
/** Message by message in the order of their dates. */
Run reviewByDate(const LabelledMailbox& mailbox);
/** Group by group, the largest first; a mixed group of more than a screenful message by message. */
Run reviewBySender(const LabelledMailbox& mailbox, bool literally);
/** Message by message, the one bogofilter takes for most private first, trained on the answers so far. */
std::optional<Run> reviewByBogofilter(const LabelledMailbox& mailbox);

} // namespace review
