// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/mail_settings.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace staffelstab::wizard_pages {

class PathField;
class UserPrompts;

/** How a mailbox on a server is signed in to: by password, in the browser, or by a certificate. */
class SignInChoice : public QWidget
{
    Q_OBJECT
public:
    /** `prefix` sets the object names of two such fields on one page apart. */
    explicit SignInChoice(UserPrompts& prompts, QWidget* parent = nullptr, const QString& prefix = {});

    /** The providers the firm has laid down; without one for the address the browser cannot be chosen. */
    void setPolicy(const policy::CompanyPolicy& policy);
    /** Whose mailbox it is; decides whether there is a provider. */
    void setSource(const mail::MailboxSource& source);
    void choose(mail::MailboxSource::SignIn signIn);
    /** Shows how `source` is signed in to. */
    void display(const mail::MailboxSource& source);
    [[nodiscard]] mail::MailboxSource::SignIn chosen() const;
    /** Writes the choice into `source`. */
    void fill(mail::MailboxSource& source) const;
    [[nodiscard]] bool isComplete() const;
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_kind;
    PathField* m_certificate;
    policy::CompanyPolicy m_policy;
};

} // namespace staffelstab::wizard_pages
