// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/rotation_list.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace staffelstab::wizard_pages {

class DateField;

/**
 * The list of other passwords and keys that must be replaced: named, with who does it and until when. There is no field
 * for a secret, and text that looks like one is not taken.
 */
class RotationTable : public QWidget
{
    Q_OBJECT
public:
    explicit RotationTable(QWidget* parent = nullptr);

    void setLines(std::vector<secrets::SecretToRotate> lines);
    [[nodiscard]] const std::vector<secrets::SecretToRotate>& lines() const { return m_lines; }
    /** For lines that are added: until when. */
    void setUsualDue(const QDate& due);

Q_SIGNALS:
    /** A line was added or taken out. */
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void add();
    void remove();
    void show();
    void retranslate();
    static QString kindName(secrets::SecretToRotate::Kind kind);
    static QString sentence(secrets::RotationFault fault);

    std::vector<secrets::SecretToRotate> m_lines;
    QDate m_usualDue;
    QTableWidget* m_table;
    QComboBox* m_kind;
    QLineEdit* m_name;
    QLineEdit* m_owner;
    DateField* m_due;
    QPushButton* m_add;
    QPushButton* m_remove;
    QLabel* m_fault;
};

} // namespace staffelstab::wizard_pages
