// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/smtp_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <limits>

namespace staffelstab::wizard_pages {

namespace {

using Security = reply::SmtpServer::Security;

// RFC 8314
constexpr int submissionPort = 587;
constexpr int submissionsPort = 465;

int usualPort(Security security)
{
    return security == Security::Tls ? submissionsPort : submissionPort;
}

} // namespace

SmtpForm::SmtpForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_host(new QLineEdit(this)), m_security(new QComboBox(this)), m_port(new QSpinBox(this)),
      m_user(new QLineEdit(this)), m_password(new SecretField(this)),
      m_ca(new PathField(QStringLiteral("smtpCa"), PathField::Kind::File, prompts, this))
{
    m_host->setObjectName(QStringLiteral("smtpHost"));
    m_security->setObjectName(QStringLiteral("smtpSecurity"));
    m_port->setObjectName(QStringLiteral("smtpPort"));
    m_user->setObjectName(QStringLiteral("smtpUser"));
    m_password->setObjectName(QStringLiteral("smtpPassword"));
    m_port->setRange(1, std::numeric_limits<quint16>::max());
    m_port->setValue(submissionPort);
    m_security->addItems({QStringLiteral("STARTTLS"), QStringLiteral("TLS")});
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_security, 1);
    row->addWidget(m_port);
    line->setFocusProxy(m_security);
    addRow(form, m_host, [] { return tr("Server for outgoing mail (SMTP)"); });
    addRow(form, line, [] { return tr("Encryption and port"); });
    addRow(form, m_user, [] { return tr("User name"); });
    addRow(form, m_password, [] { return tr("Password (empty: as for the mailbox)"); });
    addRow(form, m_ca, [] { return tr("CA file (optional)"); });
    connect(m_security, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_port->setValue(usualPort(static_cast<Security>(index))); });
    m_host->setMaxLength(limits::host);
    m_user->setMaxLength(limits::address);
    for (QLineEdit* edit : {m_host, m_user}) {
        connect(edit, &QLineEdit::textChanged, this, &SmtpForm::changed);
    }
    retranslate();
}

void SmtpForm::addRow(QFormLayout* form, QWidget* field, std::function<QString()> label)
{
    auto* text = new QLabel(this);
    text->setBuddy(field);
    text->setMinimumWidth(200);
    form->addRow(text, field);
    m_texts.push_back([text, label = std::move(label)] { text->setText(label()); });
}

void SmtpForm::setServer(const reply::SmtpServer& server)
{
    m_host->setText(server.host);
    m_security->setCurrentIndex(static_cast<int>(server.security));
    m_port->setValue(server.port != 0 ? server.port : usualPort(server.security));
    m_user->setText(server.user);
    m_ca->setPath(server.caFile);
}

reply::SmtpServer SmtpForm::server() const
{
    return {m_host->text().trimmed(), static_cast<quint16>(m_port->value()),
            static_cast<Security>(m_security->currentIndex()), m_user->text().trimmed(), m_ca->path()};
}

Secret SmtpForm::takePassword()
{
    return m_password->take();
}

void SmtpForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SmtpForm::retranslate()
{
    for (const auto& say : m_texts) {
        say();
    }
    m_security->setAccessibleName(tr("Encryption"));
    m_port->setAccessibleName(tr("Port"));
    m_ca->setTexts(tr("CA file (optional)"), tr("Certificates (*.pem *.crt *.cer)"));
}

} // namespace staffelstab::wizard_pages
