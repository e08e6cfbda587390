// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QTreeWidget;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class FoundMailboxes;
class MailboxForm;
class MailboxLogins;
class ReasonTable;
class UserPrompts;

/** Where the mail is, and what was found there: folders with counts, sizes and dates, and what could not be read. */
class MailboxPage : public CasePage
{
    Q_OBJECT
public:
    MailboxPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    void refresh() override;
    void act() override;

private:
    void buildResult();
    void add(const mail::MailboxSource& source);
    void scan();
    void listMailboxes();
    void listFolders();
    void listUnreadable();

    handover::HandoverActs& m_acts;
    MailboxForm* m_form;
    FoundMailboxes* m_found;
    QWidget* m_list;
    MailboxLogins* m_logins;
    ActPanel* m_panel;
    QPushButton* m_again;
    QLabel* m_summary;
    QTreeWidget* m_folders;
    QLabel* m_unreadableTitle;
    ReasonTable* m_unreadable;
    bool m_wantsLogin = true;
};

} // namespace staffelstab::wizard_pages
