// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/learner.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace staffelstab::separation {

namespace {

constexpr std::size_t buckets = 65'536;
constexpr float wordRate = 0.25F;
constexpr float traitRate = 0.04F;
constexpr float biasRate = 0.04F;
/** Words pull no further than this, whatever was decided: a group of newsletters must not outvote all else. */
constexpr float strongestWords = 3.0F;
constexpr float strongestTraits = 1.5F;

/** Many words must not weigh more than a few. */
float share(std::size_t words)
{
    return words == 0 ? 0.0F : 1.0F / std::sqrt(static_cast<float>(words));
}

} // namespace

void Learner::forget()
{
    m_words.clear();
    m_wordSquares.clear();
    m_traits = {};
    m_bias = {};
    m_examples = 0;
}

void Learner::step(float& value, float& squares, float gradient, float rate)
{
    squares += gradient * gradient;
    value -= rate * gradient / std::sqrt(squares + 1e-3F);
}

void Learner::learn(const Example& example)
{
    m_words.resize(buckets);
    m_wordSquares.resize(buckets);
    ++m_examples;
    const float sum = example.prior + delta(example.words, example.traits);
    const float error = (1.0F / (1.0F + std::exp(-sum)) - (example.isBusiness ? 1.0F : 0.0F)) * example.weight;
    const float value = share(example.words.size());
    for (const quint16 word : example.words) {
        step(m_words[word], m_wordSquares[word], error * value, wordRate);
    }
    for (std::uint32_t bits = example.traits; bits != 0; bits &= bits - 1) {
        Weight& trait = m_traits[static_cast<std::size_t>(std::countr_zero(bits)) % traits];
        step(trait.value, trait.squares, error, traitRate);
    }
    step(m_bias.value, m_bias.squares, error, biasRate);
}

float Learner::wordDelta(std::span<const quint16> words) const
{
    if (m_words.empty()) {
        return 0;
    }
    float sum = 0;
    for (const quint16 word : words) {
        sum += m_words[word];
    }
    return std::clamp(sum * share(words.size()), -strongestWords, strongestWords);
}

float Learner::traitDelta(std::uint32_t bits) const
{
    float sum = m_bias.value;
    for (; bits != 0; bits &= bits - 1) {
        sum += m_traits[static_cast<std::size_t>(std::countr_zero(bits)) % traits].value;
    }
    return std::clamp(sum, -strongestTraits, strongestTraits);
}

float Learner::delta(std::span<const quint16> words, std::uint32_t bits) const
{
    return wordDelta(words) + traitDelta(bits);
}

} // namespace staffelstab::separation
