// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/receipt_shelf.h"
#include "wizard_pages/case_page.h"

namespace staffelstab::wizard_pages {

class PageView;
class UserPrompts;

/** The end: the receipt to look at, print and save for both; what is still missing; closing the handover. */
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
    [[nodiscard]] bool isPrimaryReady() const override { return m_case.receiptFiles().has_value(); }
    void refresh() override;
    void enter() override;
    void act() override;

private:
    void build();
    void connectShelf();
    void describe();
    void saveCopy();

    handover::HandoverActs& m_acts;
    UserPrompts& m_prompts;
    handover::ReceiptShelf m_shelf;
    QByteArray m_copy;
    PageView* m_pages;
    QLabel* m_state;
    QLabel* m_lines;
    QLabel* m_file;
    QLabel* m_saved;
    QPushButton* m_print;
};

} // namespace staffelstab::wizard_pages
