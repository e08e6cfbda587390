// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/account_plan_form.h"

#include "handover/acts/account_plan_act.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/date_field.h"
#include "wizard_pages/widgets/path_field.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>

namespace staffelstab::wizard_pages {

AccountPlanForm::AccountPlanForm(UserPrompts& prompts, QWidget* parent)
    : QWidget(parent), m_disableOn(new DateField(this)), m_deleteOn(new DateField(this)),
      m_groups(new QListWidget(this)),
      m_target(new PathField(QStringLiteral("planTarget"), PathField::Kind::Folder, prompts, this))
{
    m_disableOn->setObjectName(QStringLiteral("disableOn"));
    m_deleteOn->setObjectName(QStringLiteral("deleteOn"));
    m_groups->setObjectName(QStringLiteral("leaveGroups"));
    constexpr int groupsHeight = 96;
    m_groups->setMaximumHeight(groupsHeight);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::large);
    form->setVerticalSpacing(space::small);
    for (QWidget* field : {static_cast<QWidget*>(m_disableOn), static_cast<QWidget*>(m_deleteOn),
                           static_cast<QWidget*>(m_groups), static_cast<QWidget*>(m_target)}) {
        addRow(form, field);
    }
    connect(m_disableOn, &QLineEdit::textChanged, this, &AccountPlanForm::changed);
    connect(m_deleteOn, &QLineEdit::textChanged, this, &AccountPlanForm::changed);
    connect(m_target, &PathField::changed, this, &AccountPlanForm::changed);
    retranslate();
}

void AccountPlanForm::addRow(QFormLayout* form, QWidget* field)
{
    constexpr int labelWidth = 200;
    auto* label = new QLabel(this);
    label->setBuddy(field);
    label->setMinimumWidth(labelWidth);
    form->addRow(label, field);
    m_labels.push_back(label);
}

void AccountPlanForm::setPlan(const handover::AccountPlan& plan, const QStringList& groups)
{
    m_disableOn->setDate(plan.disableOn);
    m_deleteOn->setDate(plan.deleteOn);
    m_target->setPath(plan.target);
    m_groups->clear();
    const QStringList chosen = groups.isEmpty() ? plan.leaveGroups : handover::chosenGroups(groups, plan.leaveGroups);
    for (const QString& group : groups.isEmpty() ? plan.leaveGroups : groups) {
        addGroup(group, chosen.contains(group));
    }
    const bool hasGroups = m_groups->count() > 0;
    m_groups->setVisible(hasGroups);
    m_labels[2]->setVisible(hasGroups);
}

void AccountPlanForm::addGroup(const QString& group, bool isChosen)
{
    const bool isDn = group.contains(u'=');
    auto* item = new QListWidgetItem(isDn ? group.section(u',', 0, 0).section(u'=', 1) : group, m_groups);
    item->setData(Qt::UserRole, group);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
}

void AccountPlanForm::addTo(handover::AccountPlan& plan) const
{
    plan.disableOn = m_disableOn->date();
    plan.deleteOn = m_deleteOn->date();
    plan.target = m_target->path();
    plan.leaveGroups.clear();
    for (int row = 0; row < m_groups->count(); ++row) {
        if (m_groups->item(row)->checkState() == Qt::Checked) {
            plan.leaveGroups.append(m_groups->item(row)->data(Qt::UserRole).toString());
        }
    }
}

QString AccountPlanForm::missing() const
{
    if (!m_disableOn->date().isValid()) {
        return tr("Please enter the day on which the account is disabled.");
    }
    if (m_deleteOn->isWrong() || (m_deleteOn->date().isValid() && m_deleteOn->date() <= m_disableOn->date())) {
        return tr("The account must be deleted after the day on which it is disabled.");
    }
    return m_target->path().isEmpty() ? tr("Please choose a folder for IT's files.") : QString();
}

void AccountPlanForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void AccountPlanForm::retranslate()
{
    const QString texts[] = {tr("Disabled at the end of"), tr("Deleted by IT, not before"), tr("Groups to leave"),
                             tr("Folder for IT's files")};
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setText(texts[i]);
        m_labels[i]->buddy()->setAccessibleName(texts[i]);
    }
    m_target->setTexts(texts[3]);
    m_disableOn->retranslate();
    m_deleteOn->retranslate();
}

} // namespace staffelstab::wizard_pages
