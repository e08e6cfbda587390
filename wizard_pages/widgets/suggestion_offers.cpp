// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/suggestion_offers.h"

#include "wizard_pages/user_prompts.h"

namespace staffelstab::wizard_pages {

namespace {

/** Suggestions at least this sure are offered to be accepted together. */
constexpr float sure = 0.8F;

} // namespace

void SuggestionOffers::offer(QWidget* parent, Decided decided)
{
    if (const auto rest = separation::sureRest(m_case.plan(), separation::questionsOf(m_case.plan()))) {
        offerRest(parent, *rest, std::move(decided));
        return;
    }
    const auto decisions = m_case.plan().suggestionsAsDecisions(sure, m_case.clock().now());
    if (decisions.empty()) {
        m_prompts.tell(parent, tr("There is no certain suggestion"), tr("Please look at what is left yourself."), {});
        return;
    }
    m_prompts.confirm(parent, tr("Accept %n suggestion(s)?", "", static_cast<int>(decisions.size())),
                      messagesOf(decisions) + u' ' +
                          tr("They are based on names, folders and features of the texts; nobody but the program has "
                             "read them, and some suggestions may be wrong. Less certain ones stay undecided. Ctrl+Z "
                             "takes all of them back at once, and each one can be changed later."),
                      tr("Accept"),
                      [this, decisions, decided = std::move(decided)] { decided(m_case.decideAll(decisions)); });
}

QString SuggestionOffers::messagesOf(const std::vector<separation::Decision>& decisions) const
{
    int isPrivate = 0;
    int isBusiness = 0;
    for (const separation::Decision& decision : decisions) {
        for (const separation::Row row : m_case.plan().rowsOf(decision.scope, decision.key)) {
            const bool isOpen = m_case.plan().verdict(row) == separation::Verdict::Undecided;
            isPrivate += isOpen && decision.verdict == separation::Verdict::Private ? 1 : 0;
            isBusiness += isOpen && decision.verdict == separation::Verdict::Business ? 1 : 0;
        }
    }
    return tr("Each is about one contact: %1 would be private, %2 business.")
        .arg(tr("%n message(s)", "", isPrivate), tr("%n message(s)", "", isBusiness));
}

void SuggestionOffers::offerRest(QWidget* parent, const separation::SureRest& rest, Decided decided)
{
    m_prompts.confirm(parent, tr("Call the remaining %n message(s) business?", "", static_cast<int>(rest.rows.size())),
                      tr("Nothing in them looks private any more. The sample at the end shows how far that is true. "
                         "Ctrl+Z takes it back."),
                      tr("Call them business"), [this, rest, decided = std::move(decided)] {
                          decided(m_case.decideAll(separation::restOf(m_case.plan(), rest, m_case.clock().now())));
                      });
}

} // namespace staffelstab::wizard_pages
