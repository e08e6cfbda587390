// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/account_topics.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QListWidget;

namespace staffelstab::wizard_pages {

class DateField;
class PathField;
class UserPrompts;

/** The dates of the account, the groups it leaves, and where the files for IT go. */
class AccountPlanForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountPlanForm(UserPrompts& prompts, QWidget* parent = nullptr);

    /** `groups`: those the directory named; empty: those of the plan are offered. */
    void setPlan(const handover::AccountPlan& plan, const QStringList& groups);
    /** Fills in what this form knows. */
    void addTo(handover::AccountPlan& plan) const;
    /** The account ends on a day, and is not deleted before that. */
    [[nodiscard]] bool isReady() const { return missing().isEmpty(); }
    /** What keeps the plan from being carried out, as a sentence; empty: nothing. */
    [[nodiscard]] QString missing() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRow(QFormLayout* form, QWidget* field);
    void addGroup(const QString& group, bool isChosen);
    void retranslate();

    DateField* m_disableOn;
    DateField* m_deleteOn;
    QListWidget* m_groups;
    PathField* m_target;
    std::vector<QLabel*> m_labels;
};

} // namespace staffelstab::wizard_pages
