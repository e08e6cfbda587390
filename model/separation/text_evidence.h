// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <functional>

namespace staffelstab::separation {

/** One thing that speaks for private (negative) or business (positive), in log-odds. */
struct Fact
{
    Reason::Kind kind = Reason::Kind::Automatic;
    float weight = 0;
    /** Number of what it rests on: folder, domain, list, pattern, word, count. */
    quint32 detail = 0;
};

/**
 * What the text of one message says, fact by fact. The weights are rounded from a ridge regression over the labelled
 * messages at hand and hold for German and English; none rests on a name or a topic of one company.
 */
void visitTextFacts(const PackedText& text, const std::function<void(const Fact&)>& visit);

} // namespace staffelstab::separation
