// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/text_evidence.h"

#include <algorithm>
#include <cmath>

namespace staffelstab::separation {

namespace {

using Kind = Reason::Kind;
using Count = TextFeatures::Count;

/** Of TextFeatures::Length: steps of 4 words. */
constexpr int shortNote = 12;
constexpr float longText = 60;
/** Below this a count among so few words says nothing. */
constexpr int fewWords = 2;

float upTo(float most, float value)
{
    return std::min(most, value);
}

void visitTone(const PackedText& text, const std::function<void(const Fact&)>& visit)
{
    const auto count = [&text](Count which) { return static_cast<float>(text.count[which]); };
    const float words = count(Count::Length) + fewWords;
    const float person =
        0.9F * upTo(1, 1.5F * count(Count::Self) / words) + 0.25F * upTo(1, 1.5F * count(Count::You) / words) +
        (text.salutation == Register::Informal ? 0.15F : 0) + (text.closing == Register::Informal ? 0.25F : 0);
    visit({Kind::PersonalTone, -person, 0});
    visit({Kind::Familiar, -upTo(2.0F, 0.8F * count(Count::Du)), 0});
    visit({Kind::Endearment, -upTo(1.2F, 0.4F * count(Count::Endearments)), 0});
    const float warm = 0.3F * upTo(2, count(Count::Exclamations)) + 0.5F * upTo(1, count(Count::Thanks)) +
                       0.4F * upTo(2, count(Count::Smileys));
    visit({Kind::WarmTone, -warm, 0});
    const float formal = (text.salutation == Register::Formal ? 0.6F : 0) + upTo(0.4F, 0.2F * count(Count::Sie)) +
                         upTo(0.4F, 0.6F * count(Count::We) / words);
    visit({Kind::FormalTone, formal, 0});
}

} // namespace

void visitTextFacts(const PackedText& text, const std::function<void(const Fact&)>& visit)
{
    if (!text.isRead) {
        return;
    }
    const auto count = [&text](Count which) { return static_cast<float>(text.count[which]); };
    const int length = text.count[Count::Length];
    visitTone(text, visit);
    if (length > 0 && length <= shortNote) {
        visit({Kind::ShortNote, text.hasQuote ? -0.7F : -0.35F, 0});
    } else if (static_cast<float>(4 * length) > longText) {
        visit({Kind::LongText, upTo(0.9F, 0.45F * std::log(static_cast<float>(4 * length) / longText)), 0});
    } else if (length == 0) {
        visit({Kind::ForwardedOnly, 0.15F, 0});
    }
    visit({Kind::PrivateWords, -upTo(0.9F, count(Count::PrivateWords) / 22), text.theme});
    visit({Kind::BusinessWords, upTo(0.8F, count(Count::BusinessWords) / 38), text.theme});
    visit({Kind::QuotedWords,
           -upTo(0.35F, count(Count::QuotedPrivateWords) / 80) + upTo(0.35F, count(Count::QuotedBusinessWords) / 170),
           0});
    visit({Kind::Figures, upTo(0.2F, 0.2F * count(Count::Figures) / static_cast<float>(length + 4)), 0});
    visit({Kind::FirmSignature, upTo(0.5F, 0.25F * count(Count::FirmSignature)), 0});
    visit({Kind::Documents, (text.attached & Attached::document) != 0 ? 0.5F : 0, 0});
    visit({Kind::Pictures, text.attached == Attached::picture ? -0.4F : 0, 0});
}

} // namespace staffelstab::separation
