// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class SharingList;

/** What the successor has got, as it was read back from the server. */
class SuccessorResult : public QWidget
{
    Q_OBJECT
public:
    explicit SuccessorResult(QWidget* parent = nullptr);

    /** The case must have an outcome. */
    void show(const handover::HandoverCase& handover);

Q_SIGNALS:
    /** Copy again, or take the access back. */
    void changeWanted();

private:
    QLabel* m_summary;
    QLabel* m_detail;
    SharingList* m_folders;
    QPushButton* m_change;
};

} // namespace staffelstab::wizard_pages
