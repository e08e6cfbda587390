// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/reason_table.h"

#include "wizard_pages/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

namespace {
/** A longer text is shown in part, and whole in its tool tip. */
constexpr int widestText = 170;
constexpr int mostLines = 5;
} // namespace

QTreeWidget* makePlainTable(const QString& name, QWidget* parent)
{
    auto* table = new QTreeWidget(parent);
    table->setObjectName(name);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->header()->setStretchLastSection(false);
    table->setTabKeyNavigation(false);
    return table;
}

void fitHeight(QTreeWidget* table, int mostRows)
{
    const int row = table->topLevelItemCount() > 0 ? qMax(30, table->sizeHintForRow(0)) : 30;
    table->setFixedHeight(44 + row * qBound(1, table->topLevelItemCount(), mostRows));
}

ReasonTable::ReasonTable(const QString& name, QWidget* parent)
    : QWidget(parent), m_table(makePlainTable(name, this)), m_reason(new QLabel(this))
{
    m_reason->setObjectName(name + QStringLiteral("Reason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_table);
    column->addWidget(m_reason);
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* line) {
        m_reason->setText(line != nullptr ? line->text(m_table->columnCount() - 1) : QString());
    });
    hide();
}

void ReasonTable::setTexts(const QStringList& headers, const QString& accessibleName)
{
    m_table->setHeaderLabels(headers);
    m_table->setAccessibleName(accessibleName);
    m_table->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->header()->setSectionResizeMode(static_cast<int>(headers.size()) - 1, QHeaderView::Stretch);
}

void ReasonTable::setLines(const std::vector<QStringList>& lines)
{
    m_table->clear();
    const int reason = m_table->columnCount() - 1;
    for (const QStringList& line : lines) {
        auto* item = new QTreeWidgetItem(m_table, line);
        for (int column = 0; column < reason; ++column) {
            item->setToolTip(column, line[column]);
        }
    }
    for (int column = 0; column < reason; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, qMin(m_table->columnWidth(column), widestText));
    }
    m_table->setCurrentItem(m_table->topLevelItem(0));
    fitHeight(m_table, mostLines);
    setVisible(!lines.empty());
}

} // namespace staffelstab::wizard_pages
