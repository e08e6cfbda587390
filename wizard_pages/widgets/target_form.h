// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "handover/topics/successor_topics.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace staffelstab::wizard_pages {

class SecretField;

/** The mailbox that takes a copy in: server, user, password and the folder for it. */
class TargetForm : public QWidget
{
    Q_OBJECT
public:
    explicit TargetForm(QWidget* parent = nullptr);

    /** Shows what was chosen before. */
    void setChoice(const handover::SuccessorChoice& choice);
    /** Fills in what is empty: the leaver's own server, the successor's address, a name for the folder. */
    void propose(const mail::MailboxSource& own, const QString& user, const QString& folder);
    [[nodiscard]] bool isComplete() const;
    /** Writes target and folder into the choice. */
    void fill(handover::SuccessorChoice& choice) const;
    /** Empty where the target is reached by the leaver's own login. */
    [[nodiscard]] Secret takePassword();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QFormLayout* form, QWidget* field);
    void retranslate();

    QLineEdit* m_host;
    QComboBox* m_security;
    QSpinBox* m_port;
    QLineEdit* m_user;
    SecretField* m_password;
    QLineEdit* m_folder;
    QString m_caFile;
    std::vector<QLabel*> m_labels;
};

} // namespace staffelstab::wizard_pages
