// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace staffelstab::separation {

/** A decided message, as far as the base rate is concerned. */
struct DecidedExample
{
    /** Log-odds for business before any decision was made. */
    float prior = 0;
    float weight = 1;
    bool isBusiness = false;
};

/**
 * How much more business (or less) this mailbox is than what is believed of every mailbox: the shift of all log-odds
 * that fits the decisions best (logistic regression with the slope fixed at 1), leaning towards 0 while they are few.
 * The order in which questions are asked does not bend it, because it is conditional on what was believed before.
 * `inertia`: how strong the lean is, in examples of which nothing was believed, times four.
 */
float baseRateShift(std::span<const DecidedExample> examples, float inertia);

} // namespace staffelstab::separation
