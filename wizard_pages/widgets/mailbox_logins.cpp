// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/mailbox_logins.h"

#include "mail/oauth/browser_sign_in.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

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
    m_tokens.assign(m_mailboxes.size(), nullptr);
    for (std::size_t i = 0; i < m_mailboxes.size(); ++i) {
        if (m_mailboxes[i].kind != mail::StoreKind::Imap) {
            continue;
        }
        if (m_mailboxes[i].signIn == mail::MailboxSource::SignIn::Browser) {
            m_form->addRow(tr("Sign-in of %1 at %2").arg(m_mailboxes[i].user, m_mailboxes[i].host), makeSignIn(i));
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

QWidget* MailboxLogins::makeSignIn(std::size_t index)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* button = new QPushButton(tr("Sign in in the browser"), line);
    button->setObjectName(QStringLiteral("mailboxSignIn%1").arg(index));
    button->setAccessibleName(tr("Sign in in the browser for %1").arg(m_mailboxes[index].user));
    button->setAutoDefault(false);
    auto* state = new QLabel(line);
    state->setObjectName(QStringLiteral("mailboxSignInState%1").arg(index));
    row->addWidget(button);
    row->addWidget(state, 1);
    connect(button, &QPushButton::clicked, this, [this, index, state] { signIn(index, state); });
    return line;
}

void MailboxLogins::signIn(std::size_t index, QLabel* state)
{
    const mail::MailboxSource& mailbox = m_mailboxes[index];
    // A second press begins anew; the sign-in dies with its line.
    delete state->findChild<mail::BrowserSignIn*>();
    auto* signIn =
        new mail::BrowserSignIn(mailbox.provider, mailbox.user,
                                tr("You are signed in. You can close this page and go back to Staffelstab."), state);
    state->setText(tr("Please sign in in the browser window."));
    connect(signIn, &mail::BrowserSignIn::browserWanted, this, &MailboxLogins::browserWanted);
    connect(signIn, &mail::BrowserSignIn::succeeded, this, [this, index, state](const std::shared_ptr<Secret>& tokens) {
        m_tokens[index] = tokens;
        state->setText(tr("Signed in."));
    });
    connect(signIn, &mail::BrowserSignIn::failed, this,
            [state](const Failure& failure) { state->setText(FailureText::of(failure)); });
    signIn->start();
}

handover::MailboxPasswords MailboxLogins::take()
{
    handover::MailboxPasswords passwords;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const std::shared_ptr<Secret> tokens = std::exchange(m_tokens[i], nullptr);
        passwords.passwords.push_back(tokens ? std::move(*tokens) : m_fields[i] ? m_fields[i]->take() : Secret());
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
