// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QUrl>
#include <QWidget>

#include <vector>

class QFormLayout;

namespace staffelstab::wizard_pages {

class BrowserLogin;
class SecretField;

/**
 * One password field for each mailbox on a server. Empty fields are left to the key store. Hidden where there is no
 * such mailbox; pages after the first reading show it only when the key store has no answer.
 */
class MailboxLogins : public QWidget
{
    Q_OBJECT
public:
    explicit MailboxLogins(QWidget* parent = nullptr);

    void setMailboxes(const std::vector<mail::MailboxSource>& mailboxes);
    [[nodiscard]] bool isNeeded() const;
    /** Reads and empties all fields; in the order of the mailboxes. */
    [[nodiscard]] handover::MailboxPasswords take();
    /** Failures after which asking for the password makes sense. */
    static bool asksForPassword(const Failure& failure);

Q_SIGNALS:
    /** To be opened in the person's browser. */
    void browserWanted(const QUrl& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    std::vector<mail::MailboxSource> m_mailboxes;
    std::vector<SecretField*> m_fields;
    /** Where a mailbox is signed in to in the browser. */
    std::vector<BrowserLogin*> m_browsers;
    QFormLayout* m_form;
};

} // namespace staffelstab::wizard_pages
