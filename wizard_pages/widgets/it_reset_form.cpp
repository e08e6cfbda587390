// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/it_reset_form.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

ItResetForm::ItResetForm(QWidget* parent)
    : QWidget(parent), m_nameLabel(new QLabel(this)), m_name(new QLineEdit(this)), m_dateLabel(new QLabel(this)),
      m_date(new DateField(this))
{
    m_name->setObjectName(QStringLiteral("itName"));
    m_date->setObjectName(QStringLiteral("itDate"));
    m_name->setMaxLength(limits::name);
    m_nameLabel->setBuddy(m_name);
    m_dateLabel->setBuddy(m_date);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->addRow(m_nameLabel, m_name);
    form->addRow(m_dateLabel, m_date);
    connect(m_name, &QLineEdit::textChanged, this, &ItResetForm::changed);
    connect(m_date, &QLineEdit::textChanged, this, &ItResetForm::changed);
    retranslate();
}

void ItResetForm::set(const QString& name, QDate date)
{
    m_name->setText(name);
    m_date->setDate(date);
}

QString ItResetForm::name() const
{
    return m_name->text().simplified();
}

QDate ItResetForm::date() const
{
    return m_date->date();
}

void ItResetForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ItResetForm::retranslate()
{
    m_nameLabel->setText(tr("Who resets it"));
    m_dateLabel->setText(tr("On"));
    m_date->retranslate();
}

} // namespace staffelstab::wizard_pages
