// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/password_style_field.h"

#include "wizard_pages/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

PasswordStyleField::PasswordStyleField(QWidget* parent)
    : QWidget(parent), m_label(new QLabel(this)), m_box(new QComboBox(this)), m_strength(new QLabel(this))
{
    m_box->setObjectName(QStringLiteral("passwordStyle"));
    m_box->addItems({QString(), QString(), QString()});
    m_label->setBuddy(m_box);
    m_strength->setObjectName(QStringLiteral("passwordStrength"));
    m_strength->setFont(smallFont());
    m_strength->setProperty("tone", QStringLiteral("muted"));
    m_strength->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::tiny);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_box, 0, 1);
    grid->addWidget(m_strength, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    connect(m_box, &QComboBox::currentIndexChanged, this, &PasswordStyleField::showStrength);
    retranslate();
}

void PasswordStyleField::setStyle(directory::PasswordStyle style)
{
    m_box->setCurrentIndex(static_cast<int>(style));
}

directory::PasswordStyle PasswordStyleField::style() const
{
    return static_cast<directory::PasswordStyle>(m_box->currentIndex());
}

void PasswordStyleField::showStrength()
{
    const int bits = static_cast<int>(directory::generatedEntropy({}, style()));
    m_strength->setText(tr("Drawn at random: at least %1 bit, more where the company's rules ask for more. It never "
                           "contains a part of your name.")
                            .arg(bits));
    m_box->setAccessibleDescription(m_strength->text());
}

void PasswordStyleField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void PasswordStyleField::retranslate()
{
    m_label->setText(tr("The fresh password is made of"));
    m_box->setAccessibleName(m_label->text());
    m_box->setItemText(0, tr("five German words and two digits"));
    m_box->setItemText(1, tr("five English words and two digits"));
    m_box->setItemText(2, tr("letters, digits and signs"));
    showStrength();
}

} // namespace staffelstab::wizard_pages
