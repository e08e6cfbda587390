// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/** Which decision covers the message shown, what is suggested otherwise; and whether it contains private lines. */
class CoverLine : public QWidget
{
    Q_OBJECT
public:
    /** `keysOn`: where the key for the private lines works. */
    explicit CoverLine(QWidget* keysOn);

    void show(const separation::SeparationPlan& plan, separation::Row row, bool hasPrivateLines);
    void clear();
    [[nodiscard]] QString text() const;

    /** "privat, entschieden für den Kontakt": also for lists that speak. */
    static QString coverText(separation::Verdict verdict, std::optional<separation::Scope> scope);

Q_SIGNALS:
    void privateLinesToggled(bool isOn);

private:
    QLabel* m_text;
    QPushButton* m_lines;
};

} // namespace staffelstab::wizard_pages
