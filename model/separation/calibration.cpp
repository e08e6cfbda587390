// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/calibration.h"

#include <algorithm>
#include <cmath>

namespace staffelstab::separation {

namespace {

constexpr double largestShift = 2;
constexpr int steps = 8;

} // namespace

float baseRateShift(std::span<const DecidedExample> examples, float inertia)
{
    double shift = 0;
    for (int step = 0; step < steps && !examples.empty(); ++step) {
        // So much curvature of the likelihood is taken for granted.
        double gradient = inertia * shift;
        double curvature = inertia;
        for (const DecidedExample& example : examples) {
            const double business = 1 / (1 + std::exp(-(example.prior + shift)));
            gradient += example.weight * (business - (example.isBusiness ? 1 : 0));
            curvature += example.weight * business * (1 - business);
        }
        shift = std::clamp(shift - gradient / curvature, -largestShift, largestShift);
    }
    return static_cast<float>(shift);
}

} // namespace staffelstab::separation
