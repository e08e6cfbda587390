// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QWidget>

#include <vector>

class QFormLayout;
class QLabel;

namespace staffelstab::wizard_pages {

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

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    std::vector<mail::MailboxSource> m_mailboxes;
    std::vector<SecretField*> m_fields;
    QFormLayout* m_form;
};

} // namespace staffelstab::wizard_pages
