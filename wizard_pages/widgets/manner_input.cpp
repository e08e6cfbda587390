// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/manner_input.h"

#include "wizard_pages/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

MannerInput::MannerInput(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_choice(new QComboBox(this)), m_witnessLabel(new QLabel(this)),
      m_witness(new QLineEdit(this))
{
    m_choice->setObjectName(QStringLiteral("manner"));
    m_choice->addItems({QString(), QString(), QString(), QString()});
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_witness->setObjectName(QStringLiteral("witness"));
    m_label->setBuddy(m_choice);
    m_witnessLabel->setBuddy(m_witness);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_label);
    column->addWidget(m_choice);
    column->addWidget(m_witnessLabel);
    column->addWidget(m_witness);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_witness->setVisible(isWitnessed());
        m_witnessLabel->setVisible(isWitnessed());
        Q_EMIT changed();
    });
    connect(m_witness, &QLineEdit::textChanged, this, &MannerInput::changed);
    m_witness->hide();
    m_witnessLabel->hide();
    retranslate();
}

MannerInput::Choice MannerInput::choice() const
{
    return static_cast<Choice>(qMax(m_choice->currentIndex(), 0));
}

bool MannerInput::isWitnessed() const
{
    return choice() == Choice::RefusesToSign || choice() == Choice::Absent;
}

receipt::Manner MannerInput::manner() const
{
    switch (choice()) {
    case Choice::Confirms:
        break;
    case Choice::RefusesAndSigns:
    case Choice::RefusesToSign:
        return receipt::Manner::Refuses;
    case Choice::Absent:
        return receipt::Manner::Absent;
    }
    return receipt::Manner::Signs;
}

QString MannerInput::witness() const
{
    return isWitnessed() ? m_witness->text().simplified() : QString();
}

bool MannerInput::isComplete() const
{
    return !isWitnessed() || !witness().isEmpty();
}

void MannerInput::fill(receipt::Confirmation& confirmation) const
{
    confirmation.manner = manner();
    confirmation.witness = witness();
    if (confirmation.manner != receipt::Manner::Signs) {
        confirmation.received.clear();
    }
}

void MannerInput::retranslate()
{
    m_label->setText(tr("Who signs, and what"));
    m_choice->setAccessibleName(m_label->text());
    m_choice->setItemText(0, tr("The supervisor confirms what is ticked"));
    m_choice->setItemText(1, tr("The supervisor refuses and signs the refusal"));
    m_choice->setItemText(2, tr("The supervisor refuses to sign; a witness signs"));
    m_choice->setItemText(3, tr("The supervisor is not there; a witness signs"));
    m_witnessLabel->setText(tr("Name of the witness"));
    m_witness->setAccessibleName(m_witnessLabel->text());
}

void MannerInput::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
