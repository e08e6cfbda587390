// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "wizard_pages/case_page.h"

#include <QTimer>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace staffelstab::wizard_pages {

class AuditPanel;
class CoverLine;
class SafePreview;
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
    /** Suggestions at least this sure are offered to be accepted together. */
    static constexpr float sure = 0.8F;

    SeparationPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                   QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override { return !isAuditing(); }
    [[nodiscard]] QWidget* headWidget() override;
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_audit, m_suggestions}; }
    void enter() override;
    void refresh() override;
    void act() override;

private:
    void makeLists();
    void makeTexts();
    void connectLists();
    void connectKeys();
    void showScope();
    void search();
    void showGroup(const QModelIndex& index);
    void selectGroup(int row);
    void askPreview();
    void showPreview(separation::Row row, const mail::MessagePreview& preview);
    void showCover();
    void decide(separation::Verdict verdict);
    void decideGroup(separation::Verdict verdict);
    void decideMessages(separation::Verdict verdict);
    /** After an answer: what it changed is marked for a moment, and the next question comes. */
    void goOn(int from);
    void askInParts();
    void markPrivateLines(bool isOn);
    void toUndecided();
    void offerSuggestions();
    void offerRest(const separation::SureRest& rest);
    void offerAudit();
    void startAudit(separation::Verdict pile);
    void showAudited();
    void endAudit(const Status& saved);
    [[nodiscard]] bool isAuditing() const;
    [[nodiscard]] QString hintText() const;

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    separation::GroupListModel m_groups;
    separation::MessageListModel m_messages;
    SeparationCounter* m_counter;
    SeparationTools* m_tools;
    QLabel* m_hint;
    QPushButton* m_suggestions;
    QPushButton* m_audit;
    QStackedWidget* m_left;
    QListView* m_groupView;
    AuditPanel* m_auditPanel;
    QTreeView* m_messageView;
    CoverLine* m_cover;
    SafePreview* m_preview;
    VerdictBar* m_verdicts;
    QTimer m_previewSoon;
    QTimer m_freshEnds;
    bool m_isOnMessages = false;
};

} // namespace staffelstab::wizard_pages
