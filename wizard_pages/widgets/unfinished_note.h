// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/** Says where an unfinished copy of mail lies and offers to take it away. Hidden while there is none. */
class UnfinishedNote : public QFrame
{
    Q_OBJECT
public:
    /** `handover` outlives it. */
    explicit UnfinishedNote(const handover::HandoverCase& handover, QWidget* parent = nullptr);

    /** Looks at the media; not while something is written there. */
    void look();

Q_SIGNALS:
    void removalWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const handover::HandoverCase& m_case;
    QStringList m_folders;
    QLabel* m_text;
    QPushButton* m_remove;
};

} // namespace staffelstab::wizard_pages
