// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/review/leaver.h"

#include "separation/audit.h"
#include "separation/questions.h"

#include <QElapsedTimer>

#include <algorithm>

namespace review {

namespace {

constexpr quint32 mostRounds = 10;

Verdict verdictOf(Truth truth)
{
    return truth == Truth::Private ? Verdict::Private : Verdict::Business;
}

/** Plays the page: asks the plan for its first question until nothing is left to ask. */
class Player
{
public:
    explicit Player(const LabelledMailbox& mailbox)
        : m_mailbox(mailbox), m_plan(mailbox.table, mailbox.context), m_leaver(mailbox)
    {
        m_run.name = "Staffelstab";
        m_run.messages = mailbox.table.size();
        m_run.privateMessages = mailbox.privateMessages();
    }

    Run play(quint32 seed)
    {
        askAll();
        m_run.privateLeft = privateInBusiness();
        audit(seed);
        m_run.privateLeftAfterAudit = privateInBusiness();
        return std::move(m_run);
    }

private:
    [[nodiscard]] QDateTime now() { return QDateTime::fromSecsSinceEpoch(1'790'000'000 + ++m_ticks, Qt::UTC); }

    void askAll()
    {
        while (m_plan.undecided() > 0) {
            QElapsedTimer timer;
            timer.start();
            const std::vector<Question> questions = questionsOf(m_plan);
            m_run.slowestAnswerMs = std::max(m_run.slowestAnswerMs, static_cast<double>(timer.nsecsElapsed()) / 1e6);
            if (const auto rest = sureRest(m_plan, questions)) {
                m_plan.decideAll(restOf(m_plan, *rest, now()));
                note();
                return;
            }
            ask(questions.front());
        }
    }

    /** Sample after sample until one finds nothing, as the page offers it. */
    void audit(quint32 seed)
    {
        bool isClean = false;
        while (!isClean && m_run.auditRounds < mostRounds) {
            const AuditSample sample = drawSample(m_plan, Verdict::Business, usualSample, seed + m_run.auditRounds++);
            std::vector<Row> found;
            std::copy_if(sample.rows.begin(), sample.rows.end(), std::back_inserter(found),
                         [this](Row row) { return m_mailbox.truth[row] == Truth::Private; });
            const auto looked = static_cast<quint32>(sample.rows.size());
            m_run.auditLooks += looked;
            m_run.auditBound =
                looked >= sample.population
                    ? 0
                    : static_cast<quint32>(upperBound(looked, static_cast<quint32>(found.size())) * sample.population);
            for (const Row row : found) {
                const Finding finding{row, Verdict::Private};
                m_plan.decideAll(reopened(m_plan, std::span(&finding, 1), now()));
                note();
            }
            askAll();
            isClean = found.empty();
        }
    }

    void ask(const Question& question)
    {
        const PerfectLeaver::Answer answer = m_leaver.answer(question.parts);
        for (const Row row : question.rows) {
            m_run.forecasts.push_back({m_plan.privateProbability(row), m_mailbox.truth[row] == Truth::Private});
        }
        ++m_run.questions;
        m_point.shown += static_cast<quint32>(question.rows.size());
        if (answer.isMixed) {
            const QuestionPart& group = question.parts.front();
            m_plan.askInParts(group.scope, group.key, now());
            note();
            return;
        }
        for (const QuestionPart& exception : answer.exceptions) {
            mark(exception);
            ++m_run.singledOut;
            note(&exception == &answer.exceptions.front());
        }
        m_plan.decideAll(answerOf(m_plan, question, verdictOf(answer.rest), now()));
        note();
    }

    /** As the page does it: the rows are selected and decided by themselves, with one key. */
    void mark(const QuestionPart& exception)
    {
        std::vector<Decision> decisions;
        const QDateTime at = now();
        for (const Row row : exception.rows) {
            decisions.push_back(
                {Scope::Message, m_plan.keyOf(Scope::Message, row), verdictOf(m_mailbox.truth[row]), at});
        }
        m_plan.decideAll(decisions);
    }

    void note(bool isKey = true)
    {
        ++m_point.decisions;
        m_point.answers += isKey ? 1 : 0;
        m_point.settled = 0;
        m_point.privateFound = 0;
        m_point.privateSaid = 0;
        m_point.doubtful = 0;
        for (Row row = 0; row < m_mailbox.table.size(); ++row) {
            const Verdict verdict = m_plan.verdict(row);
            const bool isKept = verdict == Verdict::Private || verdict == Verdict::Protected;
            m_point.settled += verdict != Verdict::Undecided ? 1 : 0;
            m_point.privateSaid += isKept ? 1 : 0;
            m_point.privateFound += isKept && m_mailbox.truth[row] == Truth::Private ? 1 : 0;
            m_point.doubtful +=
                verdict == Verdict::Undecided && m_plan.suggestion(row).verdict == Verdict::Undecided ? 1 : 0;
        }
        m_run.curve.push_back(m_point);
    }

    [[nodiscard]] quint32 privateInBusiness() const
    {
        quint32 left = 0;
        for (Row row = 0; row < m_mailbox.table.size(); ++row) {
            left += m_plan.verdict(row) == Verdict::Business && m_mailbox.truth[row] == Truth::Private ? 1 : 0;
        }
        return left;
    }

    const LabelledMailbox& m_mailbox;
    SeparationPlan m_plan;
    PerfectLeaver m_leaver;
    Run m_run;
    Point m_point;
    qint64 m_ticks = 0;
};

} // namespace

Run reviewByQuestions(const LabelledMailbox& mailbox, quint32 seed)
{
    return Player(mailbox).play(seed);
}

} // namespace review
