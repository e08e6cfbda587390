// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/target_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/browser_login.h"
#include "wizard_pages/widgets/secret_field.h"
#include "wizard_pages/widgets/sign_in_choice.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace staffelstab::wizard_pages {

using SignIn = mail::MailboxSource::SignIn;

namespace {
constexpr quint16 tlsPort = 993;
constexpr quint16 startTlsPort = 143;
} // namespace

TargetForm::TargetForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_host(new QLineEdit(this)), m_security(new QComboBox(this)), m_port(new QSpinBox(this)),
      m_user(new QLineEdit(this)), m_signIn(new SignInChoice(prompts, this, QStringLiteral("target"))),
      m_password(new SecretField(this)), m_browser(new BrowserLogin(QStringLiteral("targetBrowser"), this)),
      m_folder(new QLineEdit(this))
{
    m_host->setObjectName(QStringLiteral("targetHost"));
    m_security->setObjectName(QStringLiteral("targetSecurity"));
    m_port->setObjectName(QStringLiteral("targetPort"));
    m_user->setObjectName(QStringLiteral("targetUser"));
    m_password->setObjectName(QStringLiteral("targetPassword"));
    m_folder->setObjectName(QStringLiteral("targetFolder"));
    m_port->setRange(1, 65535);
    m_port->setValue(tlsPort);
    m_security->addItems({QString(), QString()});
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_security, 1);
    row->addWidget(m_port);
    auto* secret = new QWidget(this);
    auto* ways = new QHBoxLayout(secret);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->addWidget(m_password);
    ways->addWidget(m_browser);
    for (QWidget* field : {static_cast<QWidget*>(m_host), line, static_cast<QWidget*>(m_user),
                           static_cast<QWidget*>(m_signIn), secret, static_cast<QWidget*>(m_folder)}) {
        addRow(form, field);
    }
    m_secretLabel = m_labels[4];
    connect(m_signIn, &SignInChoice::changed, this, &TargetForm::judge);
    connect(m_browser, &BrowserLogin::browserWanted, this, &TargetForm::browserWanted);
    connect(m_security, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_port->setValue(index == 0 ? tlsPort : startTlsPort); });
    m_host->setMaxLength(limits::host);
    m_user->setMaxLength(limits::address);
    m_folder->setMaxLength(limits::line);
    for (QLineEdit* edit : {m_host, m_user, m_folder}) {
        connect(edit, &QLineEdit::textChanged, this, &TargetForm::judge);
    }
    retranslate();
    judge();
}

void TargetForm::setPolicy(const policy::CompanyPolicy& policy)
{
    m_signIn->setPolicy(policy);
    judge();
}

mail::MailboxSource TargetForm::target() const
{
    mail::MailboxSource target;
    target.kind = mail::StoreKind::Imap;
    target.host = m_host->text().trimmed();
    target.port = static_cast<quint16>(m_port->value());
    target.security =
        m_security->currentIndex() == 0 ? mail::MailboxSource::Security::Tls : mail::MailboxSource::Security::StartTls;
    target.user = m_user->text().trimmed();
    target.caFile = m_caFile;
    m_signIn->fill(target);
    return target;
}

void TargetForm::judge()
{
    const mail::MailboxSource now = target();
    m_signIn->setSource(now);
    const bool isInBrowser = now.signIn == SignIn::Browser;
    m_browser->setMailbox(now);
    m_browser->setVisible(isInBrowser);
    m_password->setVisible(!isInBrowser);
    m_secretLabel->setBuddy(isInBrowser ? static_cast<QWidget*>(m_browser) : m_password);
    retranslate();
    Q_EMIT changed();
}

void TargetForm::addRow(QFormLayout* form, QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    form->addRow(label, field);
    m_labels.push_back(label);
}

void TargetForm::setChoice(const handover::SuccessorChoice& choice)
{
    const mail::MailboxSource& target = choice.target;
    m_folder->setText(choice.folder);
    m_host->setText(target.host);
    m_user->setText(target.user);
    m_caFile = target.caFile;
    m_signIn->display(target);
    if (target.port != 0) {
        m_security->setCurrentIndex(target.security == mail::MailboxSource::Security::Tls ? 0 : 1);
        m_port->setValue(target.port);
    }
}

void TargetForm::propose(const mail::MailboxSource& own, const QString& user, const QString& folder)
{
    if (m_host->text().isEmpty() && own.kind == mail::StoreKind::Imap) {
        handover::SuccessorChoice choice;
        choice.target = own;
        choice.target.user = user;
        choice.folder = folder;
        setChoice(choice);
    }
    if (m_user->text().isEmpty()) {
        m_user->setText(user);
    }
    if (m_folder->text().isEmpty()) {
        m_folder->setText(folder);
    }
}

bool TargetForm::isComplete() const
{
    const auto isFilled = [](const QLineEdit* edit) { return !edit->text().trimmed().isEmpty(); };
    return isFilled(m_host) && isFilled(m_user) && isFilled(m_folder) && m_signIn->isComplete();
}

void TargetForm::fill(handover::SuccessorChoice& choice) const
{
    choice.target = target();
    choice.folder = m_folder->text().trimmed();
}

Secret TargetForm::takePassword()
{
    Secret typed = m_password->take();
    return m_signIn->chosen() == SignIn::Browser ? m_browser->take() : std::move(typed);
}

void TargetForm::retranslate()
{
    const bool isByCertificate = m_signIn->chosen() == SignIn::Certificate;
    const QString secret = m_signIn->chosen() == SignIn::Browser ? tr("Login")
                           : isByCertificate                     ? tr("Passphrase of the certificate")
                                                                 : tr("Password");
    const QString labels[] = {tr("Server"),  tr("Connection"), tr("User name"),
                              tr("Sign-in"), secret,           tr("Folder in it")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setText(labels[i]);
    }
    m_security->setItemText(0, tr("TLS from the start"));
    m_security->setItemText(1, tr("STARTTLS"));
    m_password->setPlaceholderText(isByCertificate ? QString() : tr("Empty for your own account"));
    m_signIn->retranslate();
    m_browser->retranslate();
    m_host->setAccessibleName(labels[0]);
    m_security->setAccessibleName(labels[1]);
    m_port->setAccessibleName(tr("Port"));
    m_user->setAccessibleName(labels[2]);
    m_password->setAccessibleName(labels[4]);
    m_folder->setAccessibleName(labels[5]);
}

void TargetForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
