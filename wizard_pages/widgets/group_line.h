// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QWidget>

#include <span>

class QLabel;

namespace staffelstab::wizard_pages {

/** Stands above the messages: what an answer holds for now, what is suggested for the group and why, how it is mixed.
 */
class GroupLine : public QWidget
{
    Q_OBJECT
public:
    explicit GroupLine(QWidget* parent = nullptr);

    /** `parts`: how many groups like each other are asked together; `rows`: their messages. */
    void showGroup(const separation::SeparationPlan& plan, const separation::Group& group, int parts,
                   std::span<const separation::Row> rows);
    /** Messages that are no group: a search, what is left. */
    void showMessages(int count);
    /** An answer holds for so many selected messages; 0: for the group. */
    void setSelected(int count);
    void clear();
    /** What it says, for a screen reader. */
    [[nodiscard]] QString text() const;

private:
    void sayTarget();

    QLabel* m_target;
    QLabel* m_suggestion;
    int m_all = 0;
    int m_reached = 0;
    int m_selected = 0;
    bool m_isGroup = false;
    bool m_isDecided = false;
};

} // namespace staffelstab::wizard_pages
