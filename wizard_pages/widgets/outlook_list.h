// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace staffelstab::wizard_pages {

/**
 * What is private in Outlook data files, folder by folder, for the leaver to delete in Outlook: this program only reads
 * such files. Shown to the leaver alone; hidden where there is none.
 */
class OutlookList : public QWidget
{
    Q_OBJECT
public:
    OutlookList(const handover::HandoverCase& handover, QWidget* parent = nullptr);

    /** Lists anew; how many messages there are. */
    int refresh();
    /** With a button to look once more. */
    void setMayLookAgain(bool mayLook);

Q_SIGNALS:
    void lookAgain();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const handover::HandoverCase& m_case;
    QLabel* m_title;
    QLabel* m_steps;
    QTreeWidget* m_tree;
    QPushButton* m_again;
};

} // namespace staffelstab::wizard_pages
