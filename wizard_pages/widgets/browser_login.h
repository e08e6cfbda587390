// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "mail/mail_store.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/** Signs in to a mailbox at its provider, in the person's browser; keeps the tokens until they are taken. */
class BrowserLogin : public QWidget
{
    Q_OBJECT
public:
    /** `name`: object name of the button; the line beside it gets name + "State". */
    explicit BrowserLogin(const QString& name, QWidget* parent = nullptr);

    /** Another mailbox forgets the tokens of the last one. */
    void setMailbox(const mail::MailboxSource& mailbox);
    /** Empty without a sign-in that succeeded. */
    [[nodiscard]] Secret take();
    void retranslate();

Q_SIGNALS:
    /** To be opened in the person's browser. */
    void browserWanted(const QUrl& url);

private:
    void signIn();

    mail::MailboxSource m_mailbox;
    QPushButton* m_button;
    QLabel* m_state;
    std::shared_ptr<Secret> m_tokens;
};

} // namespace staffelstab::wizard_pages
