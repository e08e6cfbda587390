// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "directory/password_change.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace staffelstab::wizard_pages {

/** What the fresh password is made of, and how strong that makes it. */
class PasswordStyleField : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordStyleField(QWidget* parent = nullptr);

    void setStyle(directory::PasswordStyle style);
    [[nodiscard]] directory::PasswordStyle style() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showStrength();

    QLabel* m_label;
    QComboBox* m_box;
    QLabel* m_strength;
};

} // namespace staffelstab::wizard_pages
