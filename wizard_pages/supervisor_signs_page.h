// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/receipt_desk.h"
#include "wizard_pages/case_page.h"
#include "wizard_pages/widgets/archive_opener.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class MannerInput;
class PageView;
class ReceivedList;
class SealOpener;
class SignatureInput;
class UserPrompts;

/** The supervisor ticks what was received, may add a reservation, and countersigns. Shows counts only. */
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
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_decline}; }
    void enter() override;
    void refresh() override;
    void act() override;

private:
    void build();
    void showManner();
    void showArchive();
    void showPassword();
    void checkArchive();
    void beginArchiveCheck(Secret passphrase);
    void noteCheckFailure(const Failure& failure);
    void noteCheck(const archive::ArchiveCheck& check, bool isTheOne);

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    handover::ReceiptDesk m_desk;
    QWidget* m_form;
    ReceivedList* m_received;
    QPushButton* m_check;
    QPushButton* m_unseal;
    SealOpener* m_opener;
    bool m_isSealOpened = false;
    QLabel* m_nothing;
    SignatureInput* m_signature;
    QLabel* m_reservationTitle;
    QPlainTextEdit* m_reservation;
    MannerInput* m_manner;
    PageView* m_pages;
    ActPanel* m_panel;
    QPushButton* m_decline;
    ArchiveOpener* m_archive;
    bool m_isChecking = false;
    ArchiveOpener::Found m_checked = ArchiveOpener::Found::NotYet;
};

} // namespace staffelstab::wizard_pages
