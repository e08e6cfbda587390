// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "separation/questions.h"

#include <QCoreApplication>

#include <functional>

namespace staffelstab::wizard_pages {

class UserPrompts;

/** Offers to decide many messages at once, and asks before: the sure suggestions, or a rest that looks like business.
 */
class SuggestionOffers
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::SuggestionOffers)
public:
    using Decided = std::function<void(const Status&)>;

    SuggestionOffers(handover::HandoverCase& handover, UserPrompts& prompts) : m_case(handover), m_prompts(prompts) {}

    /** `decided` is called after the leaver agreed; never otherwise. */
    void offer(QWidget* parent, Decided decided);

private:
    /** How many messages would become private and business. */
    [[nodiscard]] QString messagesOf(const std::vector<separation::Decision>& decisions) const;
    void offerRest(QWidget* parent, const separation::SureRest& rest, Decided decided);

    handover::HandoverCase& m_case;
    UserPrompts& m_prompts;
};

} // namespace staffelstab::wizard_pages
