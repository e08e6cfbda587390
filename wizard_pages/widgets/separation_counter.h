// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QWidget>

class QLabel;

namespace staffelstab::wizard_pages {

class CounterRing;

/** "23 decisions cover 4,812 messages; 61 messages in 9 groups are still undecided", with the ring. */
class SeparationCounter : public QWidget
{
    Q_OBJECT
public:
    explicit SeparationCounter(QWidget* parent = nullptr);
    void show(const separation::SeparationPlan& plan);
    [[nodiscard]] QString text() const;

private:
    CounterRing* m_ring;
    QLabel* m_covered;
    QLabel* m_left;
};

} // namespace staffelstab::wizard_pages
