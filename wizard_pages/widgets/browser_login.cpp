// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/browser_login.h"

#include "mail/oauth/browser_sign_in.h"
#include "wizard_pages/failure_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace staffelstab::wizard_pages {

BrowserLogin::BrowserLogin(const QString& name, QWidget* parent)
    : QWidget(parent), m_button(new QPushButton(this)), m_state(new QLabel(this))
{
    m_button->setObjectName(name);
    m_button->setAutoDefault(false);
    m_state->setObjectName(name + QStringLiteral("State"));
    m_state->setWordWrap(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    row->addWidget(m_state, 1);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &BrowserLogin::signIn);
    retranslate();
}

void BrowserLogin::setMailbox(const mail::MailboxSource& mailbox)
{
    if (mailbox == m_mailbox) {
        return;
    }
    m_mailbox = mailbox;
    m_tokens.reset();
    delete m_state->findChild<mail::BrowserSignIn*>();
    m_state->clear();
    retranslate();
}

void BrowserLogin::signIn()
{
    // A second press begins anew.
    delete m_state->findChild<mail::BrowserSignIn*>();
    auto* signIn =
        new mail::BrowserSignIn(m_mailbox.provider, m_mailbox.user,
                                tr("You are signed in. You can close this page and go back to Staffelstab."), m_state);
    m_state->setText(tr("Please sign in in the browser window."));
    connect(signIn, &mail::BrowserSignIn::browserWanted, this, &BrowserLogin::browserWanted);
    connect(signIn, &mail::BrowserSignIn::succeeded, this, [this](const std::shared_ptr<Secret>& tokens) {
        m_tokens = tokens;
        m_state->setText(tr("Signed in."));
    });
    connect(signIn, &mail::BrowserSignIn::failed, this,
            [this](const Failure& failure) { m_state->setText(FailureText::of(failure)); });
    signIn->start();
}

Secret BrowserLogin::take()
{
    const std::shared_ptr<Secret> tokens = std::exchange(m_tokens, nullptr);
    return tokens ? std::move(*tokens) : Secret();
}

void BrowserLogin::retranslate()
{
    m_button->setText(tr("Sign in in the browser"));
    m_button->setAccessibleName(tr("Sign in in the browser for %1").arg(m_mailbox.user));
}

} // namespace staffelstab::wizard_pages
