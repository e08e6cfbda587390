// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"

#include <QFrame>

class QLabel;

namespace staffelstab::wizard_pages {

class StepList;

/** The left side: whose handover, when it was saved, the steps, and the promise that nothing leaves this computer. */
class SidePanel : public QFrame
{
    Q_OBJECT
public:
    static constexpr int panelWidth = 248;

    explicit SidePanel(QWidget* parent = nullptr);
    void showCase(const handover::HandoverCase& handover, handover::Step current);

Q_SIGNALS:
    void chosen(staffelstab::handover::Step step);

private:
    QLabel* m_brand;
    QLabel* m_whose;
    QLabel* m_saved;
    StepList* m_steps;
    QLabel* m_promise;
};

} // namespace staffelstab::wizard_pages
