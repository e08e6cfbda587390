// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/equipment.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace staffelstab::wizard_pages {

class PathField;
class UserPrompts;

/** One thing: what it is, what becomes of it, and the rest behind a button. The rest is built when it is wanted. */
class EquipmentRow : public QFrame
{
    Q_OBJECT
public:
    EquipmentRow(const checklists::EquipmentLine& line, UserPrompts& prompts, QWidget* parent = nullptr);

    [[nodiscard]] const checklists::EquipmentLine& line() const { return m_line; }
    /** From 1, as on the receipt; names the controls: "equipment1Returned". */
    void setNumber(int number);
    /** Opens the details and puts the cursor into the name. */
    void beginNaming();

Q_SIGNALS:
    void changed();
    void typed();
    void removalWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    using Line = checklists::EquipmentLine;

    void buildHead();
    void buildDetails();
    void addField(QGridLayout* grid, QLineEdit* edit, const char* name, QString Line::*value, int row, int column);
    void addLocks(QGridLayout* grid);
    void setState(Line::State state);
    void showSummary();
    void showState();
    void toggleDetails();
    void retranslate();
    void nameControls();

    Line m_line;
    UserPrompts& m_prompts;
    int m_number = 1;
    QVBoxLayout* m_column;
    QLabel* m_title;
    QLabel* m_summary;
    QPushButton* m_states[3] = {};
    QPushButton* m_more;
    QPushButton* m_remove;
    QWidget* m_details = nullptr;
    QList<QLabel*> m_labels;
    QList<QLineEdit*> m_fields;
    QLabel* m_agreementLabel = nullptr;
    QLineEdit* m_agreement = nullptr;
    QComboBox* m_condition = nullptr;
    PathField* m_photo = nullptr;
    QList<QCheckBox*> m_locks;
    QLabel* m_lockHint = nullptr;
};

} // namespace staffelstab::wizard_pages
