// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

#include <vector>

class QLabel;

namespace staffelstab::wizard_pages {

class ActPanel;
class ConsentCard;
class PathField;
class SignatureInput;
class UserPrompts;

/**
 * What the company asks consent for. Each stands by itself, unanswered; "no" is as good an answer as "yes". The answers
 * are signed here, in a document apart from the receipt.
 */
class ConsentsPage : public CasePage
{
    Q_OBJECT
public:
    ConsentsPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
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
    bool save();
    void addSigning(UserPrompts& prompts);
    [[nodiscard]] bool isAnswered() const;

    handover::HandoverActs& m_acts;
    std::vector<ConsentCard*> m_cards;
    QWidget* m_answers = nullptr;
    QWidget* m_signing = nullptr;
    SignatureInput* m_signature = nullptr;
    PathField* m_target = nullptr;
    ActPanel* m_panel = nullptr;
    QLabel* m_unsigned = nullptr;
    QLabel* m_signed = nullptr;
};

} // namespace staffelstab::wizard_pages
