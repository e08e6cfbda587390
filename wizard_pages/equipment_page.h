// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/topics/equipment_topic.h"
#include "wizard_pages/case_page.h"

class QLabel;
class QVBoxLayout;

namespace staffelstab::wizard_pages {

class EquipmentRow;
class UserPrompts;

/**
 * What the company lent: returned, missing, or staying by agreement. The list begins with the company's template and
 * may come from a file. It says nothing about money.
 */
class EquipmentPage : public CasePage
{
    Q_OBJECT
public:
    EquipmentPage(handover::HandoverCase& handover, UserPrompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isPrimaryReady() const override { return true; }
    void enter() override;
    void refresh() override;
    void leave() override;
    void act() override;

private:
    void show(const QList<checklists::EquipmentLine>& lines);
    EquipmentRow* addRow(const checklists::EquipmentLine& line);
    void removeRow(EquipmentRow* row);
    void number();
    [[nodiscard]] QList<checklists::EquipmentLine> lines() const;
    bool save();
    void import(const QString& file);

    UserPrompts& m_prompts;
    QVBoxLayout* m_rows;
    QList<EquipmentRow*> m_list;
    QLabel* m_count;
    QLabel* m_imported;
};

} // namespace staffelstab::wizard_pages
