// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/case_page.h"

class QGridLayout;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

class DateField;
class DirectoryFacts;
class DirectoryFill;
class UserPrompts;

/** Who takes part, and when it ends. Saved shortly after each keystroke and when the page is left. */
class PeoplePage : public CasePage
{
    Q_OBJECT
public:
    PeoplePage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
               QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] QString doubt() const override;
    [[nodiscard]] QWidget* firstFocus() override;
    void refresh() override;
    void leave() override { save(); }

private:
    struct TextField
    {
        QLineEdit* edit;
        Person People::*person;
        QString Person::*value;
    };
    struct DayField
    {
        DateField* edit;
        QDate People::*value;
    };

    QGridLayout* addCard(Say heading);
    void addText(QGridLayout* grid, const QString& name, Person People::*person, QString Person::*value, Say label);
    void addDay(QGridLayout* grid, const QString& name, QDate People::*value, Say label);
    void place(QGridLayout* grid, QLineEdit* edit, const QString& name, Say label);
    void save();

    std::vector<TextField> m_texts;
    std::vector<DayField> m_days;
    DirectoryFill* m_fill;
    DirectoryFacts* m_facts;
};

} // namespace staffelstab::wizard_pages
