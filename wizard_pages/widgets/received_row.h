// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLabel;

namespace staffelstab::wizard_pages {

/** One thing the supervisor may have received: a tick, what it is, what was found out about it, and room for a button.
 */
class ReceivedRow : public QWidget
{
    Q_OBJECT
public:
    explicit ReceivedRow(const QString& name, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& detail);
    void addButton(QWidget* button);
    [[nodiscard]] bool isTicked() const;

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_tick;
    QLabel* m_detail;
    QHBoxLayout* m_row;
};

} // namespace staffelstab::wizard_pages
