// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "reply/sieve/script_account.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace staffelstab::wizard_pages {

class PathField;
class SecretField;
class UserPrompts;

/** The mail server's filters: where they are, the login, and a button that only looks. */
class SieveForm : public QWidget
{
    Q_OBJECT
public:
    explicit SieveForm(UserPrompts& prompts, QWidget* parent = nullptr);

    void setServer(const reply::SieveServer& server);
    [[nodiscard]] reply::SieveServer server() const;
    [[nodiscard]] bool isComplete() const;
    /** Empty where nothing was typed: then the key store is asked. */
    [[nodiscard]] Secret takePassword();

Q_SIGNALS:
    void changed();
    void lookWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_labels[5];
    QLineEdit* m_host;
    QSpinBox* m_port;
    QLineEdit* m_user;
    SecretField* m_password;
    PathField* m_ca;
    QPushButton* m_look;
};

} // namespace staffelstab::wizard_pages
