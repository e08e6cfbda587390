// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

class ActPanel;
class DirectoryLoginForm;
class UserPrompts;

/** "Who am I": asks the company directory once and fills the people's empty fields; unfolds on demand. */
class DirectoryFill : public QWidget
{
    Q_OBJECT
public:
    DirectoryFill(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                  QWidget* parent = nullptr);

    /** Says what is known already. */
    void refresh();

Q_SIGNALS:
    /** Right before the directory is asked: what was typed should be in the case by now. */
    void aboutToAsk();

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void retranslate();

    handover::HandoverCase& m_case;
    handover::HandoverActs& m_acts;
    QPushButton* m_unfold;
    QWidget* m_body;
    DirectoryLoginForm* m_form;
    QLabel* m_promise;
    QPushButton* m_ask;
    QLabel* m_known;
    ActPanel* m_panel;
};

} // namespace staffelstab::wizard_pages
