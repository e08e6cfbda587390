// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "reply/smtp/mail_sender.h"

#include <QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace staffelstab::wizard_pages {

class PathField;
class SecretField;
class UserPrompts;

/** Where mail is handed in, and the login there. */
class SmtpForm : public QWidget
{
    Q_OBJECT
public:
    explicit SmtpForm(UserPrompts& prompts, QWidget* parent = nullptr);

    void setServer(const reply::SmtpServer& server);
    [[nodiscard]] reply::SmtpServer server() const;
    /** Empty where nothing was typed: then the key store is asked. */
    [[nodiscard]] Secret takePassword();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QFormLayout* form, QWidget* field, std::function<QString()> label);
    void retranslate();

    std::vector<std::function<void()>> m_texts;
    QLineEdit* m_host;
    QComboBox* m_security;
    QSpinBox* m_port;
    QLineEdit* m_user;
    SecretField* m_password;
    PathField* m_ca;
};

} // namespace staffelstab::wizard_pages
