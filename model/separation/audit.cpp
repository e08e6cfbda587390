// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/audit.h"

#include "core/sha256.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <set>

namespace staffelstab::separation {

namespace {

/** P(X <= found) of a binomial distribution. */
double atMost(quint32 found, quint32 looked, double share)
{
    double sum = 0;
    for (quint32 i = 0; i <= found; ++i) {
        const double ways = std::lgamma(looked + 1.0) - std::lgamma(i + 1.0) - std::lgamma(looked - i + 1.0);
        sum += std::exp(ways + i * std::log(share) + (looked - i) * std::log1p(-share));
    }
    return sum;
}

std::vector<Row> pileOf(const SeparationPlan& plan, Verdict pile)
{
    std::vector<Row> rows;
    for (Row row = 0; row < plan.table().size(); ++row) {
        if (plan.verdict(row) == pile) {
            rows.push_back(row);
        }
    }
    return rows;
}

QByteArray markOf(const SeparationPlan& plan, const std::vector<Row>& rows)
{
    Sha256 hash;
    for (const Row row : rows) {
        hash.add(plan.table().stableId(row).toUtf8() + '\n');
    }
    return hash.finish().left(8).toHex();
}

} // namespace

double upperBound(quint32 looked, quint32 found, double confidence)
{
    if (looked == 0 || found >= looked) {
        return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (atMost(found, looked, middle) > 1 - confidence ? low : high) = middle;
    }
    return high;
}

QByteArray markOf(const SeparationPlan& plan, Verdict pile)
{
    return markOf(plan, pileOf(plan, pile));
}

AuditSample drawSample(const SeparationPlan& plan, Verdict pile, quint32 size, quint64 seed)
{
    std::vector<Row> rows = pileOf(plan, pile);
    AuditSample sample{pile, static_cast<quint32>(rows.size()), markOf(plan, rows), {}};
    std::vector<std::pair<float, Row>> order;
    order.reserve(rows.size());
    for (const Row row : rows) {
        order.emplace_back(plan.privateProbability(row), row);
    }
    std::sort(order.begin(), order.end());
    const quint32 halves[] = {static_cast<quint32>(seed), static_cast<quint32>(seed >> 32U)};
    QRandomGenerator random(halves, 2);
    const quint64 slices = std::min<quint64>(size, order.size());
    for (quint64 slice = 0; slice < slices; ++slice) {
        const quint64 begin = slice * order.size() / slices;
        const quint64 end = (slice + 1) * order.size() / slices;
        sample.rows.push_back(order[begin + random.bounded(end - begin)].second);
    }
    std::shuffle(sample.rows.begin(), sample.rows.end(), random);
    return sample;
}

namespace {

/** Every decision of the wrong verdict that covers a message of the finding's contact is taken back. */
class Reopening
{
public:
    Reopening(const SeparationPlan& plan, Row finding, const QDateTime& at)
        : m_plan(plan), m_wrong(plan.verdict(finding)), m_person(plan.groupNumber(Scope::Correspondent, finding)),
          m_finding(plan.groupNumber(Scope::Message, finding)), m_at(at)
    {
        for (const Decision& decision : plan.decisions()) {
            if (decision.verdict == m_wrong) {
                m_standing.emplace(decision.scope, plan.groupNumber(decision.scope, decision.key));
            }
        }
    }

    std::vector<Decision> run()
    {
        for (const Row row : m_plan.groupRows(Scope::Correspondent, m_person)) {
            const quint32 message = m_plan.groupNumber(Scope::Message, row);
            if (message == m_finding || m_plan.verdict(row) != m_wrong) {
                continue;
            }
            for (const Row copy : m_plan.groupRows(Scope::Message, message)) {
                for (const Scope scope :
                     {Scope::Message, Scope::Thread, Scope::List, Scope::Correspondent, Scope::Folder}) {
                    takeBack(scope, m_plan.groupNumber(scope, copy));
                }
            }
        }
        return std::move(m_decisions);
    }

private:
    void takeBack(Scope scope, quint32 group)
    {
        if (group == SeparationPlan::noGroup || m_standing.erase({scope, group}) == 0) {
            return;
        }
        if (scope == Scope::Folder) {
            keepOthersOf(group);
        }
        m_decisions.push_back({scope, m_plan.groupKey(scope, group), Verdict::Undecided, m_at});
    }

    /** A folder holds many contacts; one of them is no reason to ask all of them again. */
    void keepOthersOf(quint32 folder)
    {
        for (const Row row : m_plan.groupRows(Scope::Folder, folder)) {
            const bool isOther = m_plan.groupNumber(Scope::Correspondent, row) != m_person;
            if (isOther && m_plan.verdict(row) == m_wrong && m_plan.coveredBy(row) == Scope::Folder) {
                m_decisions.push_back({Scope::Message, m_plan.keyOf(Scope::Message, row), m_wrong, m_at});
            }
        }
    }

    const SeparationPlan& m_plan;
    Verdict m_wrong;
    quint32 m_person;
    quint32 m_finding;
    QDateTime m_at;
    std::set<std::pair<Scope, quint32>> m_standing;
    std::vector<Decision> m_decisions;
};

} // namespace

std::vector<Decision> reopened(const SeparationPlan& plan, std::span<const Finding> found, const QDateTime& at)
{
    std::vector<Decision> decisions;
    for (const Finding& finding : found) {
        const std::vector<Decision> taken = Reopening(plan, finding.row, at).run();
        decisions.insert(decisions.end(), taken.begin(), taken.end());
    }
    // Last, because one finding may be among the others of another one's contact.
    for (const Finding& finding : found) {
        decisions.push_back({Scope::Message, plan.keyOf(Scope::Message, finding.row), finding.right, at});
    }
    return decisions;
}

} // namespace staffelstab::separation
