// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/topics/successor_topics.h"
#include "policy/company_policy.h"

#include <QUrl>
#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace staffelstab::wizard_pages {

class BrowserLogin;
class SecretField;
class SignInChoice;
class UserPrompts;

/** The mailbox that takes a copy in: server, user, how to sign in, and the folder for it. */
class TargetForm : public QWidget
{
    Q_OBJECT
public:
    explicit TargetForm(UserPrompts& prompts, QWidget* parent = nullptr);

    /** The providers the firm has laid down. */
    void setPolicy(const policy::CompanyPolicy& policy);
    /** Shows what was chosen before. */
    void setChoice(const handover::SuccessorChoice& choice);
    /** Fills in what is empty: the leaver's own server, the successor's address, a name for the folder. */
    void propose(const mail::MailboxSource& own, const QString& user, const QString& folder);
    [[nodiscard]] bool isComplete() const;
    /** Writes target and folder into the choice. */
    void fill(handover::SuccessorChoice& choice) const;
    /** Password, tokens or the certificate's passphrase; empty where the target is reached by the leaver's own login.
     */
    [[nodiscard]] Secret takePassword();

Q_SIGNALS:
    void changed();
    /** To be opened in the person's browser. */
    void browserWanted(const QUrl& url);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QFormLayout* form, QWidget* field);
    [[nodiscard]] mail::MailboxSource target() const;
    /** Offers what fits the server, the user and the way to sign in. */
    void judge();
    void retranslate();

    QLineEdit* m_host;
    QComboBox* m_security;
    QSpinBox* m_port;
    QLineEdit* m_user;
    SignInChoice* m_signIn;
    SecretField* m_password;
    BrowserLogin* m_browser;
    QLabel* m_secretLabel = nullptr;
    QLineEdit* m_folder;
    QString m_caFile;
    std::vector<QLabel*> m_labels;
};

} // namespace staffelstab::wizard_pages
