// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/sieve_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/path_field.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <limits>

namespace staffelstab::wizard_pages {

namespace {
constexpr int sievePort = 4190;
}

SieveForm::SieveForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_host(new QLineEdit(this)), m_port(new QSpinBox(this)), m_user(new QLineEdit(this)),
      m_password(new SecretField(this)),
      m_ca(new PathField(QStringLiteral("sieveCa"), PathField::Kind::File, prompts, this)),
      m_look(new QPushButton(this))
{
    m_host->setObjectName(QStringLiteral("sieveHost"));
    m_port->setObjectName(QStringLiteral("sievePort"));
    m_user->setObjectName(QStringLiteral("sieveUser"));
    m_password->setObjectName(QStringLiteral("sievePassword"));
    m_look->setObjectName(QStringLiteral("lookForForwards"));
    m_look->setAutoDefault(false);
    m_port->setRange(1, std::numeric_limits<quint16>::max());
    m_port->setValue(sievePort);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    QWidget* const fields[] = {m_host, m_port, m_user, m_password, m_ca};
    for (int row = 0; row < 5; ++row) {
        m_labels[row] = new QLabel(this);
        m_labels[row]->setBuddy(fields[row]);
        m_labels[row]->setMinimumWidth(200);
        form->addRow(m_labels[row], fields[row]);
    }
    form->addRow(QString(), m_look);
    m_host->setMaxLength(limits::host);
    m_user->setMaxLength(limits::address);
    for (QLineEdit* edit : {m_host, m_user, static_cast<QLineEdit*>(m_password)}) {
        connect(edit, &QLineEdit::textChanged, this, &SieveForm::changed);
    }
    connect(m_look, &QPushButton::clicked, this, &SieveForm::lookWanted);
    retranslate();
}

void SieveForm::setServer(const reply::SieveServer& server)
{
    m_host->setText(server.host);
    m_port->setValue(server.port != 0 ? server.port : sievePort);
    m_user->setText(server.user);
    m_ca->setPath(server.caFile);
}

reply::SieveServer SieveForm::server() const
{
    return {m_host->text().trimmed(), static_cast<quint16>(m_port->value()), m_user->text().trimmed(), m_ca->path()};
}

bool SieveForm::isComplete() const
{
    return !m_host->text().trimmed().isEmpty() && !m_user->text().trimmed().isEmpty();
}

Secret SieveForm::takePassword()
{
    return m_password->take();
}

void SieveForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SieveForm::retranslate()
{
    m_labels[0]->setText(tr("Server for mail filters (ManageSieve)"));
    m_labels[1]->setText(tr("Port"));
    m_labels[2]->setText(tr("User name"));
    m_labels[3]->setText(tr("Password (empty: as for the mailbox)"));
    m_labels[4]->setText(tr("CA file (optional)"));
    m_ca->setTexts(tr("CA file (optional)"), tr("Certificates (*.pem *.crt *.cer)"));
    m_look->setText(tr("Only look for forwards"));
}

} // namespace staffelstab::wizard_pages
