// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/successor_ways.h"

#include "wizard_pages/widgets/choice_button.h"

#include <QButtonGroup>
#include <QEvent>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

SuccessorWays::SuccessorWays(QWidget* parent)
    : QWidget(parent), m_none(new ChoiceButton(this)), m_copy(new ChoiceButton(this)), m_share(new ChoiceButton(this))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto* group = new QButtonGroup(this);
    m_none->setObjectName(QStringLiteral("successorNone"));
    m_copy->setObjectName(QStringLiteral("successorCopy"));
    m_share->setObjectName(QStringLiteral("successorShare"));
    for (ChoiceButton* button : {m_none, m_copy, m_share}) {
        button->setCheckable(true);
        group->addButton(button);
        rows->addWidget(button);
    }
    retranslate();
    connect(group, &QButtonGroup::buttonToggled, this, &SuccessorWays::changed);
}

SuccessorWays::Way SuccessorWays::way() const
{
    return m_copy->isChecked() ? Way::Copy : m_share->isChecked() ? Way::Share : Way::None;
}

void SuccessorWays::choose(Way way)
{
    (way == Way::Copy ? m_copy : way == Way::Share ? m_share : m_none)->setChecked(true);
}

void SuccessorWays::setSharingPossible(bool isPossible)
{
    m_share->setEnabled(isPossible);
}

void SuccessorWays::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SuccessorWays::retranslate()
{
    m_none->setTexts(tr("Nothing on the server"), tr("The business archive is enough."));
    m_copy->setTexts(tr("Copy the business mail into another mailbox"),
                     tr("Into the successor's or a shared mailbox, with dates and marks. Yours stays as it is."));
    m_share->setTexts(tr("Let the successor read folders of this mailbox"),
                      tr("Only folders that hold nothing but business mail. Mail that arrives there later can be read "
                         "too."));
}

} // namespace staffelstab::wizard_pages
