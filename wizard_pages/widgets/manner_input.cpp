// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/manner_input.h"

#include "wizard_pages/field_limits.h"
#include "wizard_pages/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

MannerInput::MannerInput(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_choice(new QButtonGroup(this)), m_witnessLabel(new QLabel(this)),
      m_witness(new QLineEdit(this))
{
    m_witness->setObjectName(QStringLiteral("witness"));
    m_witnessLabel->setBuddy(m_witness);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tiny);
    column->addWidget(m_label);
    for (const auto& [choice, name] :
         {std::pair(Choice::Confirms, "confirms"), std::pair(Choice::RefusesAndSigns, "refuses"),
          std::pair(Choice::RefusesToSign, "refusesToSign"), std::pair(Choice::Absent, "absent")}) {
        auto* button = new QRadioButton(this);
        button->setObjectName(QStringLiteral("manner.") + QLatin1String(name));
        m_choice->addButton(button, static_cast<int>(choice));
        column->addWidget(button);
    }
    m_choice->button(static_cast<int>(Choice::Confirms))->setChecked(true);
    column->addWidget(m_witnessLabel);
    column->addWidget(m_witness);
    connect(m_choice, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        m_witness->setVisible(isWitnessed());
        m_witnessLabel->setVisible(isWitnessed());
        if (isOn) {
            Q_EMIT changed();
        }
    });
    m_witness->setMaxLength(limits::name);
    connect(m_witness, &QLineEdit::textChanged, this, &MannerInput::changed);
    m_witness->hide();
    m_witnessLabel->hide();
    retranslate();
}

MannerInput::Choice MannerInput::choice() const
{
    return static_cast<Choice>(qMax(m_choice->checkedId(), 0));
}

QString MannerInput::deed() const
{
    switch (choice()) {
    case Choice::Confirms:
        break;
    case Choice::RefusesAndSigns:
        return tr("Sign the refusal");
    case Choice::RefusesToSign:
        return tr("Witness the refusal");
    case Choice::Absent:
        return tr("Witness the absence");
    }
    return tr("Countersign");
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
    m_label->setText(tr("The supervisor …"));
    const auto say = [this](Choice choice, const QString& text, const QString& whole) {
        m_choice->button(static_cast<int>(choice))->setText(text);
        m_choice->button(static_cast<int>(choice))->setAccessibleName(whole);
    };
    say(Choice::Confirms, tr("confirms what is ticked"), tr("The supervisor confirms what is ticked"));
    say(Choice::RefusesAndSigns, tr("refuses and signs the refusal"),
        tr("The supervisor refuses and signs the refusal"));
    say(Choice::RefusesToSign, tr("refuses to sign: a witness signs"),
        tr("The supervisor refuses to sign; a witness signs"));
    say(Choice::Absent, tr("is not there: a witness signs"), tr("The supervisor is not there; a witness signs"));
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
