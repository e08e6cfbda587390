// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/group_list_model.h"

#include <QListView>
#include <QTimer>

#include <optional>

namespace staffelstab::wizard_pages {

/** The list on the left: questions in the order of what they settle, or the groups of one kind. */
class GroupView : public QListView
{
    Q_OBJECT
public:
    explicit GroupView(const separation::SeparationPlan& plan, QWidget* parent = nullptr);

    /** Nothing: the questions. */
    void showScope(std::optional<separation::Scope> scope);
    void setFilter(const QString& text) { m_groups.setFilter(text); }
    void setOpenFirst(bool isOn) { m_groups.setOpenFirst(isOn); }
    void resort() { m_groups.resort(); }
    /** Shows the group at this place; says so where there is none. */
    void select(int row);
    /** The first question, or the next group that holds something undecided, if there is one. */
    void selectNext(int from);
    void selectFirstOpen() { select(qMax(0, m_groups.nextOpen(-1))); }
    /** The group or question that holds the message, or the first one. */
    void selectGroupOf(separation::Row message) { select(qMax(0, m_groups.placeOf(message))); }
    /** What the last answer changed is marked for a moment. */
    void markFresh();

    [[nodiscard]] bool isQuestions() const { return m_groups.isQuestions(); }
    /** Place of the current group. */
    [[nodiscard]] std::optional<int> current() const;
    [[nodiscard]] separation::Group group(int row) const { return m_groups.group(row); }
    [[nodiscard]] const separation::Question& question(int row) const { return m_groups.question(row); }
    /** Groups that are asked together there. */
    [[nodiscard]] int parts(int row) const;

Q_SIGNALS:
    /** The leaver turned to the group as a whole. */
    void turnedTo();
    /** This one is to be shown. */
    void shown(int row);
    void emptied();

private:
    separation::GroupListModel m_groups;
    QTimer m_freshEnds;
};

} // namespace staffelstab::wizard_pages
