// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/mail_settings.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace staffelstab::wizard_pages {

class SignInChoice;
class UserPrompts;

/** Describes one mailbox: an account on a server, or a place on this computer. The password is asked for elsewhere. */
class MailboxForm : public QWidget
{
    Q_OBJECT
public:
    explicit MailboxForm(UserPrompts& prompts, QWidget* parent = nullptr);

    /** Where servers and providers are looked up (MailSettings). */
    void setPolicy(const policy::CompanyPolicy& policy);
    /** Fills in the user name where it is empty, and looks for the server of an address. */
    void proposeUser(const QString& address);
    void clear();

Q_SIGNALS:
    void added(const staffelstab::mail::MailboxSource& source);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeServerForm();
    QWidget* makeLocalForm();
    QLabel* addRow(QFormLayout* form, QWidget* field);
    [[nodiscard]] bool isServer() const;
    [[nodiscard]] bool isOutlook() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] mail::MailboxSource source() const;
    void browse();
    void judge();
    void lookUp();
    void take(const mail::MailboxSource& source, handover::MailSettings::From from);
    void retranslate();

    UserPrompts& m_prompts;
    handover::MailSettings* m_settings = nullptr;
    /** What is told about the settings that were found. */
    handover::MailSettings::From m_from = handover::MailSettings::From::Nowhere;
    QString m_lookedUp;
    SignInChoice* m_signIn = nullptr;
    QComboBox* m_kind;
    QLabel* m_kindLabel;
    QStackedWidget* m_stack;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QComboBox* m_security;
    QLineEdit* m_user;
    QLineEdit* m_ca;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QPushButton* m_browseCa;
    QCheckBox* m_deleted;
    QPushButton* m_add;
    QLabel* m_hint;
    std::vector<QLabel*> m_labels;
};

} // namespace staffelstab::wizard_pages
