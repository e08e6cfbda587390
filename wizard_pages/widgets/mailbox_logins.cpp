// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/mailbox_logins.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/browser_login.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QFormLayout>

namespace staffelstab::wizard_pages {

MailboxLogins::MailboxLogins(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(space::small);
    m_form->setHorizontalSpacing(space::large);
    setVisible(false);
}

void MailboxLogins::setMailboxes(const std::vector<mail::MailboxSource>& mailboxes)
{
    if (mailboxes != m_mailboxes) {
        m_mailboxes = mailboxes;
        rebuild();
    }
}

bool MailboxLogins::isNeeded() const
{
    return std::any_of(m_mailboxes.begin(), m_mailboxes.end(),
                       [](const auto& mailbox) { return mailbox.kind == mail::StoreKind::Imap; });
}

void MailboxLogins::rebuild()
{
    while (m_form->rowCount() > 0) {
        m_form->removeRow(0);
    }
    m_fields.assign(m_mailboxes.size(), nullptr);
    m_browsers.assign(m_mailboxes.size(), nullptr);
    for (std::size_t i = 0; i < m_mailboxes.size(); ++i) {
        if (m_mailboxes[i].kind != mail::StoreKind::Imap) {
            continue;
        }
        if (m_mailboxes[i].signIn == mail::MailboxSource::SignIn::Browser) {
            m_browsers[i] = new BrowserLogin(QStringLiteral("mailboxSignIn%1").arg(i), this);
            m_browsers[i]->setMailbox(m_mailboxes[i]);
            connect(m_browsers[i], &BrowserLogin::browserWanted, this, &MailboxLogins::browserWanted);
            m_form->addRow(tr("Sign-in of %1 at %2").arg(m_mailboxes[i].user, m_mailboxes[i].host), m_browsers[i]);
        } else {
            m_fields[i] = new SecretField(this);
            m_fields[i]->setObjectName(QStringLiteral("mailboxPassword%1").arg(i));
            const bool isByCertificate = m_mailboxes[i].signIn == mail::MailboxSource::SignIn::Certificate;
            const QString text =
                isByCertificate ? tr("Passphrase of the certificate of %1 for %2") : tr("Password of %1 at %2");
            m_form->addRow(text.arg(m_mailboxes[i].user, m_mailboxes[i].host), m_fields[i]);
        }
    }
}

handover::MailboxPasswords MailboxLogins::take()
{
    handover::MailboxPasswords passwords;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        passwords.passwords.push_back(m_browsers[i] ? m_browsers[i]->take()
                                      : m_fields[i] ? m_fields[i]->take()
                                                    : Secret());
    }
    return passwords;
}

bool MailboxLogins::asksForPassword(const Failure& failure)
{
    return failure.kind == Failure::Kind::LoginRefused || failure.kind == Failure::Kind::NoSuchEntry ||
           failure.kind == Failure::Kind::KeyStoreLocked || failure.kind == Failure::Kind::KeyStoreUnavailable;
}

void MailboxLogins::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
}

} // namespace staffelstab::wizard_pages
