// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

namespace staffelstab::wizard_pages {

class ActPanel;
class SignatureInput;
class UserPrompts;

/** The leaver signs: by hand on the pad or in type, with a key made for the occasion or an own certificate. */
class LeaverSignsPage : public CasePage
{
    Q_OBJECT
public:
    LeaverSignsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                    QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void enter() override;
    void act() override;

private:
    void build();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    QLabel* m_folder;
    QPushButton* m_choose;
    SignatureInput* m_signature;
    QLabel* m_done;
    ActPanel* m_panel;
};

} // namespace staffelstab::wizard_pages
