// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/way_chooser.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/choice_button.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

WayChooser::WayChooser(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::small);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this] {
        showForms();
        Q_EMIT changed();
    });
}

ChoiceButton* WayChooser::addWay(int id, const QString& objectName, QWidget* form)
{
    auto* button = new ChoiceButton(this);
    button->setObjectName(objectName);
    button->setCheckable(true);
    m_group->addButton(button, id);
    m_column->addWidget(button);
    if (form != nullptr) {
        m_column->addWidget(form);
        form->setVisible(false);
    }
    m_ways.push_back({id, button, form});
    return button;
}

void WayChooser::choose(int id)
{
    QAbstractButton* const button = m_group->button(id);
    (button != nullptr ? button : m_ways.front().button)->setChecked(true);
    showForms();
}

int WayChooser::chosen() const
{
    return m_group->checkedId();
}

void WayChooser::showForms()
{
    for (const Way& way : m_ways) {
        if (way.form != nullptr) {
            way.form->setVisible(way.button->isChecked());
        }
    }
}

} // namespace staffelstab::wizard_pages
