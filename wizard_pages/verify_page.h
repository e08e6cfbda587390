// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_shelf.h"
#include "wizard_pages/step_page.h"

class QTableView;

namespace staffelstab::wizard_pages {

class FailureNotice;
class PageView;
class ReceiptTable;
class UserPrompts;

/** For HR: receipts in a list with their state, the chosen one beside it with every finding in words; printing. */
class VerifyPage : public StepPage
{
    Q_OBJECT
public:
    explicit VerifyPage(UserPrompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Desk; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isComplete() const override { return true; }
    [[nodiscard]] bool isPrimaryReady() const override { return !m_copy.isEmpty(); }
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_compare}; }
    void refresh() override;
    void act() override;

    void addReceipts(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildDetail();
    void connectShelf();
    void showSelected();
    [[nodiscard]] int selected() const;

    UserPrompts& m_prompts;
    handover::ReceiptShelf m_shelf;
    QByteArray m_copy;
    FailureNotice* m_notice;
    ReceiptTable* m_table;
    QTableView* m_view;
    QPushButton* m_compare;
    PageView* m_pages;
    QLabel* m_state;
    QLabel* m_lines;
};

} // namespace staffelstab::wizard_pages
