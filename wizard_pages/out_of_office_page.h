// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/reply_acts.h"
#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QLabel;

namespace staffelstab::wizard_pages {

class ActPanel;
class ChoiceButton;
class ForwardsNote;
class ReplyForm;
class SieveForm;
class UserPrompts;

/** What answers for the leaver from the last working day on, and what forwards there are. */
class OutOfOfficePage : public CasePage
{
    Q_OBJECT
public:
    OutOfOfficePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                    QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void leave() override;
    void act() override;

private:
    using Way = handover::ReplyChoice::Way;

    QWidget* makeWays();
    QWidget* makePaste();
    QWidget* makeResult();
    void fillIn();
    void propose();
    [[nodiscard]] Way way() const;
    [[nodiscard]] handover::ReplyChoice choice() const;
    bool saveChoice();
    void judge();
    void edited();
    void showResult();
    void look();
    void takeBack();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    ChoiceButton* m_ways[3] = {};
    QWidget* m_choice = nullptr;
    ReplyForm* m_form = nullptr;
    SieveForm* m_server = nullptr;
    QWidget* m_paste = nullptr;
    ForwardsNote* m_findings = nullptr;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_proof = nullptr;
    std::vector<reply::ReplyFault> m_faults;
    bool m_isFilling = false;
};

} // namespace staffelstab::wizard_pages
