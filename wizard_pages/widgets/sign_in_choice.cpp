// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/sign_in_choice.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/path_field.h"

#include <QComboBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using SignIn = mail::MailboxSource::SignIn;

SignInChoice::SignInChoice(UserPrompts& prompts, QWidget* parent, const QString& prefix)
    : QWidget(parent), m_kind(new QComboBox(this)),
      m_certificate(new PathField(prefix.isEmpty() ? QStringLiteral("clientCertificate")
                                                   : prefix + QStringLiteral("ClientCertificate"),
                                  PathField::Kind::File, prompts, this))
{
    m_kind->setObjectName(prefix.isEmpty() ? QStringLiteral("signIn") : prefix + QStringLiteral("SignIn"));
    m_kind->addItems({QString(), QString(), QString()});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_kind);
    column->addWidget(m_certificate);
    setFocusProxy(m_kind);
    m_certificate->setVisible(false);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_certificate->setVisible(index == static_cast<int>(SignIn::Certificate));
        Q_EMIT changed();
    });
    connect(m_certificate, &PathField::changed, this, &SignInChoice::changed);
    setSource({});
}

void SignInChoice::setPolicy(const policy::CompanyPolicy& policy)
{
    m_policy = policy;
}

void SignInChoice::setSource(const mail::MailboxSource& source)
{
    mail::MailboxSource asked = source;
    asked.signIn = SignIn::Browser;
    const bool hasProvider = !handover::withProvider(asked, m_policy).provider.isEmpty();
    auto* model = qobject_cast<QStandardItemModel*>(m_kind->model());
    model->item(static_cast<int>(SignIn::Browser))->setEnabled(hasProvider);
    if (!hasProvider && m_kind->currentIndex() == static_cast<int>(SignIn::Browser)) {
        choose(SignIn::Password);
    }
}

void SignInChoice::choose(SignIn signIn)
{
    m_kind->setCurrentIndex(static_cast<int>(signIn));
}

void SignInChoice::display(const mail::MailboxSource& source)
{
    m_certificate->setPath(source.clientCertificate);
    choose(source.signIn);
    setSource(source);
}

SignIn SignInChoice::chosen() const
{
    return static_cast<SignIn>(m_kind->currentIndex());
}

void SignInChoice::fill(mail::MailboxSource& source) const
{
    source.signIn = static_cast<SignIn>(m_kind->currentIndex());
    source.clientCertificate = source.signIn == SignIn::Certificate ? m_certificate->path() : QString();
    source = handover::withProvider(std::move(source), m_policy);
}

bool SignInChoice::isComplete() const
{
    return m_kind->currentIndex() != static_cast<int>(SignIn::Certificate) || !m_certificate->path().isEmpty();
}

void SignInChoice::retranslate()
{
    m_kind->setItemText(0, tr("Password"));
    m_kind->setItemText(1, tr("In the browser, at the provider"));
    m_kind->setItemText(2, tr("Certificate (PKCS#12 file)"));
    m_kind->setAccessibleName(tr("Sign-in"));
    m_certificate->setTexts(tr("Certificate file"));
}

} // namespace staffelstab::wizard_pages
