// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * The exact upper bound of Clopper and Pearson (Biometrika 26, 1934) for a share of which `found` of `looked` random
 * draws were seen: with the given confidence the share is no larger. 1 if nothing was looked at.
 */
double upperBound(quint32 looked, quint32 found, double confidence = 0.95);

/** Messages to look at again before a pile is handed over or taken along. */
struct AuditSample
{
    Verdict pile = Verdict::Business;
    /** All messages of the pile. */
    quint32 population = 0;
    /** Changes with every message that joins or leaves the pile. */
    QByteArray mark;
    /** In random order. */
    std::vector<Row> rows;
};

/** Enough to bound the share by 5 % if nothing is found. */
inline constexpr quint32 usualSample = 59;

/**
 * A stratified random sample of the messages called Private or Business: the pile is put in order of how private each
 * message looks and cut into `size` slices of equal length; one message is drawn from each. Every message has the same
 * chance (slices differ by one message at most); drawing from slices makes upperBound() larger than need be, never
 * smaller (Hoeffding, Ann. Math. Stat. 27, 1956). The same seed draws the same sample.
 */
AuditSample drawSample(const SeparationPlan& plan, Verdict pile, quint32 size, quint64 seed);
QByteArray markOf(const SeparationPlan& plan, Verdict pile);

/** A message of a sample that belongs elsewhere. */
struct Finding
{
    Row row = 0;
    Verdict right = Verdict::Private;
};

/**
 * What follows from messages found in the wrong pile: they are put right, and what decided about the others of their
 * contacts is taken back, so that they are asked again. Where that was a folder's decision, the folder's other messages
 * keep it one by one.
 */
std::vector<Decision> reopened(const SeparationPlan& plan, std::span<const Finding> found, const QDateTime& at);

} // namespace staffelstab::separation
