// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

namespace staffelstab::wizard_pages {

/**
 * Between the two people. Before: what is private can still be reached, and this page says so. After "Lock": mailboxes
 * are closed, the leaver's pages are gone, and the only way on is the supervisor's.
 */
class KeyboardHandoverPage : public CasePage
{
    Q_OBJECT
public:
    KeyboardHandoverPage(handover::HandoverCase& handover, handover::HandoverActs& acts, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Cover; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString primaryText() const override { return {}; }
    void refresh() override;

private:
    void build();
    void goOn();

    handover::HandoverActs& m_acts;
    QLabel* m_name;
    QLabel* m_text;
    QPushButton* m_goOn;
    QPushButton* m_later;
};

} // namespace staffelstab::wizard_pages
