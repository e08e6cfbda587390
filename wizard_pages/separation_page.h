// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"
#include "wizard_pages/separation_answers.h"
#include "wizard_pages/widgets/suggestion_offers.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace staffelstab::wizard_pages {

class AuditPanel;
class GroupView;
class MessagePane;
class SeparationCounter;
class SeparationTools;
class UserPrompts;
class VerdictBar;

/**
 * The heart: questions in the order of what they settle (or groups), their messages, a safe preview, one key per
 * decision; and at the end the sample audit.
 */
class SeparationPage : public CasePage
{
    Q_OBJECT
public:
    SeparationPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                   QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override { return !isAuditing(); }
    [[nodiscard]] QWidget* headWidget() override;
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_audit, m_suggestions}; }
    [[nodiscard]] QWidget* firstFocus() override;
    void enter() override;
    void refresh() override;
    void act() override;

private:
    void makeLists();
    void connectLists();
    void connectKeys();
    void search();
    void showGroup(int row);
    /** Nothing is answered while a sample is looked at. */
    bool answer(const std::function<Status()>& act);
    void askInParts();
    void markPrivateLines(const QString& stableId, bool isOn);
    void startAudit();
    void endAudit(const Status& saved);
    [[nodiscard]] bool isAuditing() const;

    SuggestionOffers m_offers;
    SeparationCounter* m_counter;
    SeparationTools* m_tools;
    QLabel* m_hint;
    QPushButton* m_suggestions;
    QPushButton* m_audit;
    QStackedWidget* m_left;
    GroupView* m_groups;
    AuditPanel* m_auditPanel;
    MessagePane* m_messages;
    VerdictBar* m_verdicts;
    SeparationAnswers m_answers;
};

} // namespace staffelstab::wizard_pages
