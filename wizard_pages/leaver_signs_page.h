// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QLabel;

namespace staffelstab::wizard_pages {

class ActPanel;
class PathField;
class SignatureInput;
class UserPrompts;

/** The leaver signs; the receipt is drawn, signed and written as *.pending.pdf. */
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
    [[nodiscard]] QString missing() const override;
    void refresh() override;
    void act() override;

private:
    handover::HandoverActs& m_acts;
    QWidget* m_form;
    PathField* m_target;
    SignatureInput* m_signature;
    ActPanel* m_panel;
    QLabel* m_done;
};

} // namespace staffelstab::wizard_pages
