// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/acts/account_plan_act.h"
#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QLabel;

namespace staffelstab::wizard_pages {

class AccountPlanForm;
class ActPanel;
class DirectoryLoginForm;
class RotationTable;
class UserPrompts;
class WayChooser;

/**
 * What becomes of the login: carried out here by somebody with the right, or written down for IT, or left open. Below
 * it, the list of other passwords and keys that others replace.
 */
class AccountPlanPage : public CasePage
{
    Q_OBJECT
public:
    AccountPlanPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                    QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    void refresh() override;
    void act() override;

private:
    using Way = handover::AccountPlan::Way;

    QWidget* makeResult();
    QWidget* makePlan();
    void addWays();
    QWidget* makeRotation();
    QWidget* makeHelpdeskForm();
    QWidget* makeFilesForm();
    void fillIn();
    [[nodiscard]] Way way() const;
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] handover::AccountPlan plan() const;

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    QWidget* m_result = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_deeds = nullptr;
    QLabel* m_files = nullptr;
    WayChooser* m_ways;
    DirectoryLoginForm* m_helpdesk = nullptr;
    QCheckBox* m_atOnce = nullptr;
    QCheckBox* m_unlock = nullptr;
    QCheckBox* m_withChanges = nullptr;
    DirectoryLoginForm* m_own = nullptr;
    QWidget* m_plan = nullptr;
    AccountPlanForm* m_form = nullptr;
    RotationTable* m_rotation = nullptr;
    ActPanel* m_panel;
};

} // namespace staffelstab::wizard_pages
