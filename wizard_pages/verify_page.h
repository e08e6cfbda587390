// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"
#include "wizard_pages/receipt_exports.h"
#include "wizard_pages/receipt_printing.h"
#include "wizard_pages/step_page.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace staffelstab::wizard_pages {

class FailureNotice;
class ReceiptList;
class ReceiptSide;
class UserPrompts;

/** For HR: who signed when, what changed since, whether archive and paper at hand are the right ones; prints. */
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
    [[nodiscard]] const std::vector<handover::ReceiptDesk::Checked>& receipts() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void connectDesk();
    void buildMenus();
    /** The selected ones that are ours. */
    [[nodiscard]] ReceiptPrinting::Documents toPrint() const;
    void showCurrent();
    void showCopies(const QStringList& files, const QList<QByteArray>& copies);
    void compareArchive();
    void comparePaper();
    void enterIntoRegister();
    void exportText();
    /** Asks for a file with this name, writes it and tells what is left out. */
    void saveAs(const QString& title, const QString& name, const ReceiptExports::Written& written);

    UserPrompts& m_prompts;
    policy::CompanyPolicy m_policy;
    handover::ReceiptDesk m_desk;
    FailureNotice* m_notice;
    QLineEdit* m_search;
    QLabel* m_progress;
    ReceiptList* m_list;
    ReceiptSide* m_side;
    QPushButton* m_add;
    QPushButton* m_compare;
    QPushButton* m_export;
    /** The file whose copy is on the screen or on its way there. */
    QString m_shown;
    /** What was last asked to be printed. */
    ReceiptPrinting::Documents m_printed;
    bool m_isPrinting = false;
};

} // namespace staffelstab::wizard_pages
