// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/noted_secret.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/secret_display.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace staffelstab::wizard_pages {

NotedSecret::NotedSecret(std::function<Secret()> make, QWidget* parent)
    : QWidget(parent), m_make(std::move(make)), m_display(new SecretDisplay(this)), m_show(new QPushButton(this)),
      m_noted(new QCheckBox(this)), m_left(new QLabel(this))
{
    m_show->setObjectName(QStringLiteral("showSecret"));
    m_show->setAutoDefault(false);
    m_noted->setObjectName(QStringLiteral("secretNoted"));
    m_left->setFont(smallFont());
    m_left->setProperty("tone", QStringLiteral("muted"));
    m_display->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_show);
    row->addWidget(m_left, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(row);
    column->addWidget(m_display);
    column->addWidget(m_noted);
    connect(m_show, &QPushButton::clicked, this, &NotedSecret::draw);
    connect(m_noted, &QCheckBox::toggled, this, [this](bool isNoted) {
        if (isNoted) {
            m_display->forget();
            m_display->hide();
        }
        retranslate();
        Q_EMIT changed();
    });
    connect(m_display, &SecretDisplay::ticked, this, [this](int left) {
        m_secondsLeft = left;
        retranslate();
    });
    connect(m_display, &SecretDisplay::forgotten, this, [this] {
        m_secondsLeft = 0;
        retranslate();
    });
    retranslate();
}

void NotedSecret::draw()
{
    m_secret = m_make();
    m_noted->setChecked(false);
    m_display->show(m_secret.clone(), seconds);
    retranslate();
    Q_EMIT changed();
}

bool NotedSecret::isComplete() const
{
    return !m_secret.isEmpty() && m_noted->isChecked();
}

Secret NotedSecret::take()
{
    Secret taken = std::move(m_secret);
    forget();
    return taken;
}

void NotedSecret::forget()
{
    m_secret.clear();
    m_display->forget();
    m_display->hide();
    m_noted->setChecked(false);
    retranslate();
}

void NotedSecret::retranslate()
{
    m_show->setText(m_secret.isEmpty() ? tr("Show it now") : tr("Make a new one"));
    m_noted->setText(tr("I have written it down on paper."));
    m_noted->setEnabled(!m_secret.isEmpty());
    m_left->setText(m_secondsLeft > 0 ? tr("visible for %n more second(s)", "", m_secondsLeft)
                    : !m_secret.isEmpty() && !m_noted->isChecked()
                        ? tr("no longer visible; tick the box if you have it, or make a new one")
                        : QString());
}

void NotedSecret::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
