// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover_run.h"
#include "app/sample_answers.h"
#include "handover/topics/separation_topics.h"

#include <QCoreApplication>

namespace staffelstab::app {

using handover::SampleAudit;
using separation::AuditSample;
using separation::Row;
using separation::Verdict;

namespace {

/** A pile that is still not clean then needs somebody to look at it, not more samples. */
constexpr quint32 mostRounds = 20;

/** The same sample at the next call, as long as the pile is the same. */
quint64 seedOf(const handover::HandoverCase& handover, const Answers::Audit& audit, quint32 round)
{
    const quint64 first = audit.seed ? *audit.seed : qHash(handover.caseNumber(), 0);
    return first + (quint64{round} << 32U);
}

bool isEmpty(const handover::HandoverCase& handover, Verdict pile)
{
    return handover.plan().tallies()[static_cast<std::size_t>(pile)].messages == 0;
}

} // namespace

Status HandoverRun::decideWhatWasReopened()
{
    const std::optional<Answers::Audit>& audit = m_answers.separation.audit;
    if (!audit || audit->answersFile.isEmpty() || m_case->plan().undecided() == 0) {
        return Done{};
    }
    const auto answers = SampleAnswers::read(audit->answersFile);
    if (!answers) {
        return answers.failure();
    }
    std::vector<separation::Decision> decisions;
    for (Row row = 0; row < m_case->messages().size(); ++row) {
        const auto said = answers->of(m_case->messages(), row);
        if (said && m_case->plan().verdict(row) == Verdict::Undecided) {
            decisions.push_back({separation::Scope::Message, m_case->plan().keyOf(separation::Scope::Message, row),
                                 *said, m_clock.now()});
        }
    }
    return decisions.empty() ? Status(Done{}) : m_case->decideAll(decisions);
}

Status HandoverRun::auditSamples()
{
    const std::optional<Answers::Audit>& audit = m_answers.separation.audit;
    const bool isDone = !m_case->scanReport() || m_case->takeaway() || m_case->archive();
    if (!audit || isDone) {
        tell("audit", m_case->topicIfSet<SampleAudit>() ? "already_done" : "open");
        return Done{};
    }
    if (const quint32 open = m_case->plan().undecided(); open > 0) {
        return handover::hasOpenFinding(*m_case) ? waitFor(open) : Status(Done{});
    }
    SampleAnswers answers;
    if (!audit->answersFile.isEmpty()) {
        auto read = SampleAnswers::read(audit->answersFile);
        if (!read) {
            return read.failure();
        }
        answers = std::move(read).value();
    }
    const auto isOpen = [this](Verdict pile) { return !isEmpty(*m_case, pile) && !SampleAudit::valid(*m_case, pile); };
    // What is found in one pile may move into the other, which is then another pile.
    for (quint32 round = 0; isOpen(Verdict::Business) || isOpen(Verdict::Private); ++round) {
        const Verdict pile = isOpen(Verdict::Business) ? Verdict::Business : Verdict::Private;
        if (round == mostRounds) {
            return waitFor(m_case->plan().tallies()[static_cast<std::size_t>(pile)].messages);
        }
        if (Status audited = auditPile(pile, round, answers); !audited) {
            return audited;
        }
    }
    tell("audit", "done");
    return Done{};
}

/** Nothing is handed over, taken along or removed before somebody has looked. */
Status HandoverRun::waitFor(quint32 messages)
{
    tell("audit", "open");
    Console::say(QCoreApplication::translate("CommandLine",
                                             "The sample waits: messages that somebody has to look at: %1. Enter them "
                                             "in the file of [separation] audit and call again.")
                     .arg(messages));
    return Failure{Failure::Kind::NotAllowedNow, m_answers.file, QStringLiteral("sample audit: %1").arg(messages)};
}

Status HandoverRun::auditPile(Verdict pile, quint32 round, const SampleAnswers& answers)
{
    const Answers::Audit& audit = *m_answers.separation.audit;
    const AuditSample sample =
        separation::drawSample(m_case->plan(), pile, audit.messages, seedOf(*m_case, audit, round));
    std::vector<separation::Finding> found;
    if (const quint32 missing = lookAt(sample, answers, found); missing > 0) {
        return waitFor(missing);
    }
    if (Status kept = handover::recordSample(*m_case, sample, static_cast<quint32>(sample.rows.size()), found); !kept) {
        return kept;
    }
    if (Status decided = decideWhatWasReopened(); !decided) {
        return decided;
    }
    const quint32 open = m_case->plan().undecided();
    return open > 0 ? waitFor(open) : Status(Done{});
}

quint32 HandoverRun::lookAt(const AuditSample& sample, const SampleAnswers& answers,
                            std::vector<separation::Finding>& found) const
{
    const separation::MessageTable& table = m_case->messages();
    quint32 missing = 0;
    for (const Row row : sample.rows) {
        const auto said = answers.of(table, row);
        missing += said ? 0 : 1;
        if (said && *said != sample.pile) {
            found.push_back({row, *said});
        }
        const QString answer = said ? QString::fromLatin1(separation::verdictName(*said)) : QString();
        m_console.event(
            QStringLiteral("audit_message"),
            {{QStringLiteral("pile"), QString::fromLatin1(separation::verdictName(sample.pile))},
             {QStringLiteral("id"), table.stableId(row)},
             {QStringLiteral("message_id"), QStringLiteral("<%1>").arg(QString::fromUtf8(table.messageId(row)))},
             {QStringLiteral("answer"), answer}});
    }
    return missing;
}

} // namespace staffelstab::app
