// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTreeWidget;

namespace staffelstab::wizard_pages {

class ActPanel;
class ChoiceButton;
class MailboxLogins;
class OutlookList;
class PassphraseInput;
class PathField;
class UserPrompts;

/**
 * What becomes of the private mail: take it along, delete it, or leave it. Three stages on one page: choose and copy;
 * confirm the removal, which cannot be undone; the proof.
 */
class PrivateMailPage : public CasePage
{
    Q_OBJECT
public:
    PrivateMailPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                    QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    void refresh() override;
    void act() override;

private:
    enum class Stage { Nothing, Choose, Remove, Proof };
    using Action = handover::TakeawayChoice::Action;

    QWidget* makeChoice();
    QWidget* makeCopyOptions();
    QWidget* makeRemoval();
    QWidget* makeProof();
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] quint32 privateCount() const;
    /** Nothing of it can be removed by this program. */
    [[nodiscard]] bool isAllInOutlook() const;
    [[nodiscard]] Action action() const;
    void showOutcome();
    void copy();
    void remove();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    QLabel* m_nothing;
    QWidget* m_choice = nullptr;
    ChoiceButton* m_actions[3] = {};
    QWidget* m_options = nullptr;
    QComboBox* m_format = nullptr;
    PathField* m_target = nullptr;
    QCheckBox* m_encrypt = nullptr;
    PassphraseInput* m_passphrase = nullptr;
    QCheckBox* m_removeAfter = nullptr;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_copied = nullptr;
    OutlookList* m_outlook = nullptr;
    QWidget* m_removal = nullptr;
    QLabel* m_removalTitle = nullptr;
    QCheckBox* m_understood = nullptr;
    QLabel* m_removed = nullptr;
    QTreeWidget* m_kept = nullptr;
    int m_inOutlook = 0;
    bool m_isChoosing = false;
};

} // namespace staffelstab::wizard_pages
