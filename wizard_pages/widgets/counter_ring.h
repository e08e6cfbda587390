// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace staffelstab::wizard_pages {

/** How much of a whole is done: a ring with the percentage in it. 100 % is shown only when nothing is left. */
class CounterRing : public QWidget
{
    Q_OBJECT
public:
    explicit CounterRing(QWidget* parent = nullptr);
    void setCounts(qint64 done, qint64 total);
    [[nodiscard]] int percent() const;
    [[nodiscard]] QSize sizeHint() const override { return {48, 48}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace staffelstab::wizard_pages
