// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/answers.h"
#include "separation/separation_plan.h"

namespace staffelstab::app {

/**
 * The decisions that follow from [separation] for what is still undecided: the first rule that matches, else the
 * suggestion if accepted, else `rest`. One decision per correspondent where all messages go the same way, else one per
 * message. Protected mail is left as it is unless a rule says private or protected.
 */
std::vector<separation::Decision> decisionsFor(const Answers::Separation& answers,
                                               const separation::SeparationPlan& plan, const QDateTime& at);

/** Only the rules about single messages: neither suggestions nor a rest. */
Answers::Separation messageRulesOf(const Answers::Separation& answers);

} // namespace staffelstab::app
