// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/audit.h"

#include "core/sha256.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

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

std::vector<Decision> reopened(const SeparationPlan& plan, Row finding, Verdict right, const QDateTime& at)
{
    std::vector<Decision> decisions;
    const Verdict wrong = plan.verdict(finding);
    const quint32 person = plan.groupNumber(Scope::Correspondent, finding);
    for (const Row row : plan.groupRows(Scope::Correspondent, person)) {
        const std::optional<Scope> scope = plan.coveredBy(row);
        if (row == finding || plan.verdict(row) != wrong || !scope) {
            continue;
        }
        Decision taken{*scope, plan.keyOf(*scope, row), Verdict::Undecided, at};
        const auto isKnown = [&taken](const Decision& other) {
            return other.scope == taken.scope && other.key == taken.key;
        };
        if (taken.scope != Scope::Folder && std::none_of(decisions.begin(), decisions.end(), isKnown)) {
            decisions.push_back(std::move(taken));
        }
    }
    decisions.push_back({Scope::Message, plan.keyOf(Scope::Message, finding), right, at});
    return decisions;
}

} // namespace staffelstab::separation
