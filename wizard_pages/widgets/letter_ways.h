// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "handover/topics/contact_topics.h"

#include <QWidget>

class QLabel;

namespace staffelstab::wizard_pages {

class ChoiceButton;
class MailboxLogins;
class PathField;
class SmtpForm;
class UserPrompts;
class WayChooser;

/** How letters go out: sent, saved as drafts, written as files, or not at all; with what each way asks for. */
class LetterWays : public QWidget
{
    Q_OBJECT
public:
    explicit LetterWays(UserPrompts& prompts, QWidget* parent = nullptr);

    void show(const handover::ContactsChoice& choice, const std::vector<mail::MailboxSource>& mailboxes);
    [[nodiscard]] handover::ContactsChoice::Way way() const;
    /** Way, server, mailbox and folder. */
    void fill(handover::ContactsChoice& choice) const;
    /** Says what is wrong; nothing takes the words away. */
    void showFaults(const std::vector<handover::ContactsFault>& faults);
    /** The mailboxes' passwords are asked for if that is what failed. */
    void showFailure(const Failure& failure);
    [[nodiscard]] Secret takePassword();
    [[nodiscard]] handover::MailboxPasswords takeLogins();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFolder();
    void retranslate();

    WayChooser* m_ways;
    SmtpForm* m_server;
    MailboxLogins* m_logins;
    PathField* m_folder;
    QLabel* m_folderLabel;
    QLabel* m_faults;
    ChoiceButton* m_send;
    ChoiceButton* m_drafts;
    ChoiceButton* m_files;
    ChoiceButton* m_none;
    /** Index of the first mailbox on a server; -1 if there is none. */
    int m_mailbox = -1;
};

} // namespace staffelstab::wizard_pages
