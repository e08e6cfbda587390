// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class MailboxLogins;
class OutlookList;
class ReasonTable;
class TakeawayForm;
class UnfinishedNote;
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
    [[nodiscard]] QString missing() const override;
    void enter() override;
    void refresh() override;
    void act() override;

private:
    enum class Stage { Nothing, Choose, Remove, Proof };
    using Action = handover::TakeawayChoice::Action;

    QWidget* makeRemoval();
    QWidget* makeProof();
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] quint32 privateCount() const;
    /** Nothing of it can be removed by this program. */
    [[nodiscard]] bool isAllInOutlook() const;
    /** A removal was confirmed and has not come to its end. */
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] static QString stoppedText(quint32 gone);
    void showOutcome();
    void copy();
    void leaveRest();
    void remove();

    handover::HandoverActs& m_acts;
    QLabel* m_nothing;
    TakeawayForm* m_form;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    QWidget* m_result = nullptr;
    QLabel* m_copied = nullptr;
    OutlookList* m_outlook = nullptr;
    QWidget* m_removal = nullptr;
    QLabel* m_removalTitle = nullptr;
    QCheckBox* m_understood = nullptr;
    QLabel* m_removed = nullptr;
    ReasonTable* m_kept = nullptr;
    QPushButton* m_removeAgain = nullptr;
    QPushButton* m_leaveRest = nullptr;
    UnfinishedNote* m_unfinished = nullptr;
    int m_inOutlook = 0;
    bool m_isChoosing = false;
    bool m_isCopying = false;
};

} // namespace staffelstab::wizard_pages
