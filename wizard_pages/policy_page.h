// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wizard_pages/case_page.h"

class QCheckBox;
class QLabel;

namespace staffelstab::wizard_pages {

/** The company policy in force and the privacy notice; confirmed as read. */
class PolicyPage : public CasePage
{
    Q_OBJECT
public:
    explicit PolicyPage(handover::HandoverCase& handover, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString missing() const override;
    void refresh() override;

private:
    QLabel* m_rule;
    QLabel* m_ruleText;
    QLabel* m_version;
    QLabel* m_notice;
    QCheckBox* m_read;
};

} // namespace staffelstab::wizard_pages
