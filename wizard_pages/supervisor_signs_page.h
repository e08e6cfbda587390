// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

namespace staffelstab::wizard_pages {

class ActPanel;
class ConfirmationInput;
class UserPrompts;

/** The supervisor confirms what was received, nothing else, and countersigns. */
class SupervisorSignsPage : public CasePage
{
    Q_OBJECT
public:
    SupervisorSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                        QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void act() override;

private:
    void checkArchive();

    handover::HandoverActs& m_acts;
    ConfirmationInput* m_input;
    ActPanel* m_panel;
    bool m_isChecking = false;
};

} // namespace staffelstab::wizard_pages
