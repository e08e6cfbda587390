// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/passphrase_input.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_field.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

namespace staffelstab::wizard_pages {

PassphraseInput::PassphraseInput(QWidget* parent)
    : QWidget(parent), m_firstLabel(new QLabel(this)), m_secondLabel(new QLabel(this)), m_first(new SecretField(this)),
      m_second(new SecretField(this)), m_reveal(new QCheckBox(this)), m_hint(new QLabel(this))
{
    m_first->setObjectName(QStringLiteral("passphrase"));
    m_second->setObjectName(QStringLiteral("passphraseAgain"));
    m_reveal->setObjectName(QStringLiteral("passphraseReveal"));
    m_firstLabel->setBuddy(m_first);
    m_secondLabel->setBuddy(m_second);
    m_hint->setFont(smallFont());
    m_hint->setWordWrap(true);
    m_hint->setProperty("tone", QStringLiteral("muted"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->addWidget(m_firstLabel, 0, 0);
    grid->addWidget(m_secondLabel, 0, 1);
    grid->addWidget(m_first, 1, 0);
    grid->addWidget(m_second, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_hint, 2, 0);
    grid->addWidget(m_reveal, 2, 1);
    setTabOrder(m_first, m_second);
    setTabOrder(m_second, m_reveal);
    for (SecretField* field : {m_first, m_second}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            refresh();
            Q_EMIT changed();
        });
    }
    connect(m_reveal, &QCheckBox::toggled, this, [this](bool isOn) {
        m_first->setRevealed(isOn);
        m_second->setRevealed(isOn);
    });
    retranslate();
}

bool PassphraseInput::isComplete() const
{
    return m_first->length() >= minLength && m_first->matches(*m_second);
}

Secret PassphraseInput::take()
{
    m_reveal->setChecked(false);
    Secret secret = m_first->take();
    m_second->take().clear();
    return secret;
}

void PassphraseInput::refresh()
{
    if (m_first->length() < minLength) {
        m_hint->setText(
            tr("At least %n character(s); a sentence works well. Nobody can recover a forgotten one.", "", minLength));
    } else if (!m_first->matches(*m_second)) {
        m_hint->setText(m_second->isFilled() ? tr("The two are not the same yet.")
                                             : tr("Please type it a second time."));
    } else {
        m_hint->setText(tr("Both are the same."));
    }
}

void PassphraseInput::retranslate()
{
    m_firstLabel->setText(tr("Passphrase"));
    m_secondLabel->setText(tr("Passphrase again"));
    m_reveal->setText(tr("Show what I type"));
    refresh();
}

} // namespace staffelstab::wizard_pages
