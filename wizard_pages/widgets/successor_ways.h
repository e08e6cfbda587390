// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/successor_topics.h"

#include <QWidget>

namespace staffelstab::wizard_pages {

class ChoiceButton;

/** Nothing, a copy of the business mail, or leave to read folders: exactly one of them. */
class SuccessorWays : public QWidget
{
    Q_OBJECT
public:
    using Way = handover::SuccessorChoice::Way;

    explicit SuccessorWays(QWidget* parent = nullptr);

    [[nodiscard]] Way way() const;
    void choose(Way way);
    /** Only a mailbox on a server can be shared. */
    void setSharingPossible(bool isPossible);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    ChoiceButton* m_none;
    ChoiceButton* m_copy;
    ChoiceButton* m_share;
};

} // namespace staffelstab::wizard_pages
