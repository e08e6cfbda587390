// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace staffelstab::wizard_pages {

/** A short list that is typed in: rows of texts, days and choices, a button that adds one, one per row that takes it
 *  away. */
class RowEditor : public QWidget
{
    Q_OBJECT
public:
    struct Column
    {
        enum class Kind { Text, Day, Choice };
        Kind kind = Kind::Text;
        int stretch = 1;
        std::function<QString()> title;
        /** For Kind::Choice. */
        std::function<QStringList()> choices;
    };

    /** Fields are named `name` + row + column, both from 0: "tasks00"; the button `name` + "Add". */
    RowEditor(const QString& name, std::vector<Column> columns, std::function<QString()> addText,
              QWidget* parent = nullptr);

    /** Days as ISO dates, choices as the number of the entry. */
    void setRows(const QList<QStringList>& rows);
    /** Rows whose texts are all empty are left out. */
    [[nodiscard]] QList<QStringList> rows() const;
    void retranslate();

Q_SIGNALS:
    /** A field was left or a row taken away. */
    void changed();
    void typed();

private:
    struct Row
    {
        std::vector<QWidget*> fields;
        QPushButton* remove = nullptr;
    };
    QWidget* makeField(const Column& column);
    void addRow(const QStringList& values);
    void removeRow(const QPushButton* button);
    void place();
    void nameFields();
    static QString valueOf(const QWidget* field);
    static void setValue(QWidget* field, const QString& value);

    QString m_name;
    std::vector<Column> m_columns;
    std::function<QString()> m_addText;
    std::vector<QLabel*> m_titles;
    std::vector<Row> m_rows;
    QGridLayout* m_grid;
    QPushButton* m_add;
};

} // namespace staffelstab::wizard_pages
