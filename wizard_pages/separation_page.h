// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "separation/group_list_model.h"
#include "separation/message_list_model.h"
#include "wizard_pages/case_page.h"

#include <QTimer>

class QButtonGroup;
class QLineEdit;
class QListView;
class QPushButton;
class QTreeView;

namespace staffelstab::wizard_pages {

class SafePreview;
class SeparationCounter;
class UserPrompts;
class VerdictBar;

/** The heart: groups with suggestions, their messages, a safe preview, and one key per decision. */
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
    [[nodiscard]] bool isPrimaryReady() const override { return true; }
    [[nodiscard]] QWidget* headWidget() override;
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_suggestions}; }
    void enter() override;
    void refresh() override;
    void act() override;

private:
    QLayout* makeTools();
    void makeLists();
    void connectLists();
    void setScope(separation::Scope scope);
    void search();
    void showGroup(const QModelIndex& index);
    void askPreview();
    void showPreview(separation::Row row, const mail::MessagePreview& preview);
    void decide(separation::Verdict verdict);
    void decideGroup(separation::Verdict verdict);
    void decideMessages(separation::Verdict verdict);
    void toUndecided();
    void offerSuggestions();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    separation::GroupListModel m_groups;
    separation::MessageListModel m_messages;
    SeparationCounter* m_counter;
    QButtonGroup* m_scopes;
    QLineEdit* m_search;
    QPushButton* m_openFirst;
    QPushButton* m_suggestions;
    QListView* m_groupView;
    QTreeView* m_messageView;
    SafePreview* m_preview;
    VerdictBar* m_verdicts;
    QTimer m_searchSoon;
    QTimer m_previewSoon;
    bool m_isOnMessages = false;
};

} // namespace staffelstab::wizard_pages
