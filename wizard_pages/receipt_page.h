// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/receipt_desk.h"
#include "wizard_pages/case_page.h"

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class ChipLabel;
class PageView;
class UserPrompts;

/** The finished receipt: its state as the verifier sees it, print, copies for both, and closing the case. */
class ReceiptPage : public CasePage
{
    Q_OBJECT
public:
    ReceiptPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] bool mayGoBack() const override { return !isComplete() && !m_case.isClosed(); }
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_print, m_save}; }
    void enter() override;
    void refresh() override;
    void act() override;

private:
    void show(const handover::ReceiptDesk::Checked& checked);
    [[nodiscard]] QString signedTitle() const;
    void print();
    void saveCopy();
    void saveCalendar();
    [[nodiscard]] QStringList bothAddresses() const;
    /** A letter in the person's own mail program; nothing is sent by this one. */
    void mailDigest();
    void saveLabel();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    handover::ReceiptDesk m_desk;
    handover::ReceiptDesk::Checked m_checked;
    PageView* m_pages;
    ChipLabel* m_state;
    QLabel* m_words;
    QLabel* m_file;
    QPushButton* m_open;
    QPushButton* m_calendar;
    QPushButton* m_mail;
    QPushButton* m_label;
    QPushButton* m_print;
    QPushButton* m_save;
};

} // namespace staffelstab::wizard_pages
