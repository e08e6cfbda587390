// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/directory_login_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace staffelstab::wizard_pages {

namespace {

/** Rows of the form, in their order. */
enum Row { Server, Account, User, Password, Authority };

} // namespace

DirectoryLoginForm::DirectoryLoginForm(const QString& name, Who who, UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_who(who), m_url(new QLineEdit(this)), m_user(new QLineEdit(this)),
      m_password(new SecretField(this)),
      m_ca(new PathField(name + QStringLiteral("Ca"), PathField::Kind::File, prompts, this)),
      m_ticket(new QCheckBox(this)), m_account(new QLineEdit(this))
{
    m_url->setObjectName(name + QStringLiteral("Url"));
    m_url->setPlaceholderText(QStringLiteral("ldaps://dc.firma.example"));
    m_user->setObjectName(name + QStringLiteral("User"));
    m_password->setObjectName(name + QStringLiteral("Password"));
    m_ticket->setObjectName(name + QStringLiteral("Ticket"));
    m_account->setObjectName(name + QStringLiteral("Account"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    for (QWidget* field :
         {static_cast<QWidget*>(m_url), static_cast<QWidget*>(m_account), static_cast<QWidget*>(m_user),
          static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_ca)}) {
        m_labels.push_back(addRow(form, field));
    }
    form->addRow(QString(), m_ticket);
    m_url->setMaxLength(limits::line);
    m_user->setMaxLength(limits::address);
    m_account->setMaxLength(limits::address);
    for (QLineEdit* edit : {m_url, m_user, m_account, static_cast<QLineEdit*>(m_password)}) {
        connect(edit, &QLineEdit::textChanged, this, &DirectoryLoginForm::changed);
    }
    connect(m_ticket, &QCheckBox::toggled, this, [this] {
        showFields();
        Q_EMIT changed();
    });
    connect(m_ca, &PathField::changed, this, &DirectoryLoginForm::changed);
    retranslate();
    showFields();
}

QLabel* DirectoryLoginForm::addRow(QFormLayout* form, QWidget* field)
{
    constexpr int labelWidth = 200;
    auto* label = new QLabel(this);
    label->setBuddy(field);
    label->setMinimumWidth(labelWidth);
    form->addRow(label, field);
    return label;
}

void DirectoryLoginForm::showFields()
{
    const auto show = [this](Row row, QWidget* field, bool isShown) {
        m_labels[row]->setVisible(isShown);
        field->setVisible(isShown);
    };
    show(Account, m_account, m_who == Who::Helpdesk);
    show(User, m_user, !usesTicket() || m_isPasswordDemanded);
    show(Password, m_password, !usesTicket() || m_isPasswordDemanded);
    m_ticket->setVisible(!m_isPasswordDemanded);
}

bool DirectoryLoginForm::usesTicket() const
{
    return m_ticket->isChecked();
}

void DirectoryLoginForm::setLogin(const directory::DirectoryLogin& login, const QString& account)
{
    m_url->setText(login.url.toString());
    m_user->setText(login.user);
    m_ca->setPath(login.caFile);
    m_ticket->setChecked(login.usesTicket && !m_isPasswordDemanded);
    m_account->setText(account);
}

void DirectoryLoginForm::demandPassword()
{
    m_isPasswordDemanded = true;
    m_ticket->setChecked(false);
    showFields();
}

directory::DirectoryLogin DirectoryLoginForm::login() const
{
    return {QUrl(m_url->text().trimmed()), m_user->text().trimmed(), m_ca->path(), usesTicket()};
}

QString DirectoryLoginForm::account() const
{
    return m_who == Who::Helpdesk ? m_account->text().trimmed() : QString();
}

Secret DirectoryLoginForm::takePassword()
{
    return m_password->take();
}

bool DirectoryLoginForm::isReady() const
{
    const bool isSignedIn = usesTicket() || (!m_user->text().trimmed().isEmpty() && m_password->isFilled());
    // Without an address the server is looked for by the domain that stands in the name.
    const bool isFound = !m_url->text().trimmed().isEmpty() || usesTicket() || m_user->text().contains(u'@');
    return isSignedIn && isFound && (m_who == Who::Leaver || !m_account->text().trimmed().isEmpty());
}

void DirectoryLoginForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DirectoryLoginForm::retranslate()
{
    const bool isLeaver = m_who == Who::Leaver;
    m_labels[Server]->setText(tr("Directory server"));
    m_labels[Account]->setText(tr("Account of the person leaving"));
    m_labels[User]->setText(isLeaver ? tr("Your user name") : tr("Signed in as"));
    m_labels[Password]->setText(isLeaver ? tr("Your present password") : tr("Password"));
    m_labels[Authority]->setText(tr("CA file (optional)"));
    m_ca->setTexts(tr("CA file (optional)"), tr("Certificates (*.pem *.crt *.cer)"));
    m_ticket->setText(tr("Use this computer's sign-in (Kerberos)"));
    m_url->setToolTip(tr("Left empty, the server is found by the domain of the user name."));
    m_user->setToolTip(tr("name@company.example, COMPANY\\name or a distinguished name"));
    for (const QLabel* label : m_labels) {
        label->buddy()->setAccessibleName(label->text());
    }
}

} // namespace staffelstab::wizard_pages
