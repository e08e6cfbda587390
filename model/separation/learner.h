// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * Learns from the leaver's own decisions what the prior weights do not know: a logistic regression by stochastic
 * gradient (AdaGrad) over hashes of words and over traits of messages, on top of a given log-odds. It holds 65,536
 * numbers and no text; it lives in memory only and is made again from the decisions, so an undone decision leaves no
 * trace in it.
 */
class Learner
{
public:
    static constexpr std::size_t traits = 26;

    struct Example
    {
        std::span<const quint16> words;
        /** One bit a trait. */
        std::uint32_t traits = 0;
        /** What is known without the learner, positive for business. */
        float prior = 0;
        float weight = 1;
        bool isBusiness = false;
    };

    void forget();
    /** One step; the order of the examples matters a little. */
    void learn(const Example& example);
    [[nodiscard]] bool isEmpty() const { return m_examples == 0; }
    /** Log-odds to be added to the prior's, positive for business. */
    [[nodiscard]] float delta(std::span<const quint16> words, std::uint32_t traits) const;
    /** The part of it that rests on words. */
    [[nodiscard]] float wordDelta(std::span<const quint16> words) const;

private:
    struct Weight
    {
        float value = 0;
        float squares = 0;
    };
    static void step(float& value, float& squares, float gradient, float rate);
    [[nodiscard]] float traitDelta(std::uint32_t traits) const;

    /** Apart, because every message asks for values: half as much memory to go through. */
    std::vector<float> m_words;
    std::vector<float> m_wordSquares;
    std::array<Weight, traits> m_traits{};
    Weight m_bias;
    quint32 m_examples = 0;
};

} // namespace staffelstab::separation
