// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/removable_drives.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace staffelstab::wizard_pages {

/** The sticks and disks that are plugged in, one button each; hidden while there are none. Looks anew when shown. */
class DriveOffers : public QWidget
{
    Q_OBJECT
public:
    using List = std::function<std::vector<RemovableDrive>()>;
    enum class For { Reading, Writing };

    /** The buttons are called `name` + 0, 1, ...; what cannot be written to is left out where that is wanted. */
    DriveOffers(const QString& name, For purpose, QWidget* parent = nullptr, List list = &removableDrives);

    void refresh();

Q_SIGNALS:
    void chosen(const QString& root);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    For m_purpose;
    List m_list;
    std::vector<RemovableDrive> m_drives;
    std::vector<QPushButton*> m_buttons;
    QHBoxLayout* m_row;
};

} // namespace staffelstab::wizard_pages
