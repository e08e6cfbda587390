// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "directory/account_directory.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class PathField;
class SecretField;
class UserPrompts;

/**
 * How somebody signs in to the company directory: server (or found by the domain of the name), name, password, CA file;
 * or with the ticket this computer already has. The password leaves once and is never preset.
 */
class DirectoryLoginForm : public QWidget
{
    Q_OBJECT
public:
    enum class Who {
        /** The leaver: "your user name", "your present password". */
        Leaver,
        /** A helpdesk; then the account in question is asked for as well. */
        Helpdesk,
    };

    /** Object names begin with `name`: nameUrl, nameUser, namePassword, nameCa, nameTicket, nameAccount. */
    DirectoryLoginForm(const QString& name, Who who, UserPrompts& prompts, QWidget* parent = nullptr);

    void setLogin(const directory::DirectoryLogin& login, const QString& account = {});
    /** A password has to be typed even where a ticket signs in: to change it, the old one is needed. */
    void demandPassword();
    [[nodiscard]] directory::DirectoryLogin login() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] Secret takePassword();
    [[nodiscard]] bool isReady() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* addRow(QFormLayout* form, QWidget* field);
    void retranslate();
    void showFields();
    [[nodiscard]] bool usesTicket() const;

    Who m_who;
    bool m_isPasswordDemanded = false;
    QLineEdit* m_url;
    QLineEdit* m_user;
    SecretField* m_password;
    PathField* m_ca;
    QCheckBox* m_ticket;
    QLineEdit* m_account;
    std::vector<QLabel*> m_labels;
};

} // namespace staffelstab::wizard_pages
