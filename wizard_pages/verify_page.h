// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"
#include "wizard_pages/step_page.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace staffelstab::wizard_pages {

class FailureNotice;
class PageView;
class UserPrompts;

/** For HR: who signed when, what changed since, whether the archive at hand is the right one; prints. */
class VerifyPage : public StepPage
{
    Q_OBJECT
public:
    VerifyPage(UserPrompts& prompts, policy::CompanyPolicy policy, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Desk; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isComplete() const override { return true; }
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] bool mayGoBack() const override { return false; }
    [[nodiscard]] std::vector<QPushButton*> barButtons() override { return {m_add, m_compare, m_export}; }
    void refresh() override;
    void act() override;

    /** Files or folders dropped, chosen or given on the command line. */
    void addPaths(const QStringList& paths);
    [[nodiscard]] const std::vector<handover::ReceiptDesk::Checked>& receipts() const { return m_receipts; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void add(const handover::ReceiptDesk::Checked& checked);
    void update(const handover::ReceiptDesk::Checked& checked);
    void fillRow(QTreeWidgetItem* item, const handover::ReceiptDesk::Checked& checked);
    void showCurrent();
    [[nodiscard]] std::vector<std::size_t> chosen() const;
    void showCopies(const QStringList& files, const QList<QByteArray>& copies);
    void compare();
    void exportTasks();
    void enterIntoRegister();
    void exportCalendar();
    void exportText();
    void buildMenu();
    void exportList();

    UserPrompts& m_prompts;
    policy::CompanyPolicy m_policy;
    handover::ReceiptDesk m_desk;
    std::vector<handover::ReceiptDesk::Checked> m_receipts;
    FailureNotice* m_notice;
    QTreeWidget* m_list;
    PageView* m_pages;
    QLabel* m_words;
    QPushButton* m_add;
    QPushButton* m_compare;
    QPushButton* m_export;
    /** The file whose copy is on the screen or on its way there. */
    QString m_shown;
    bool m_isPrinting = false;
};

} // namespace staffelstab::wizard_pages
