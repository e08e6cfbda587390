// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QTreeWidget;

namespace staffelstab::wizard_pages {

/** A table without branches, of which the keyboard leaves by Tab. */
QTreeWidget* makePlainTable(const QString& name, QWidget* parent);
/** As high as its lines, but at least one and at most so many. */
void fitHeight(QTreeWidget* table, int mostRows);

/**
 * Lines that something did not work for, each with its reason in the last column. A reason says what to do and is
 * longer than a column: that of the chosen line stands below, whole. Hidden while there are no lines.
 */
class ReasonTable : public QWidget
{
    Q_OBJECT
public:
    /** Of its parts the table bears `name`, the label below it `name` and "Reason". */
    explicit ReasonTable(const QString& name, QWidget* parent = nullptr);

    void setTexts(const QStringList& headers, const QString& accessibleName);
    /** As many texts a line as there are headers. */
    void setLines(const std::vector<QStringList>& lines);

private:
    QTreeWidget* m_table;
    QLabel* m_reason;
};

} // namespace staffelstab::wizard_pages
