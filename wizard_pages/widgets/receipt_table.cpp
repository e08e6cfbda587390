// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/receipt_table.h"

#include "wizard_pages/finding_text.h"
#include "wizard_pages/theme.h"

#include <QFileInfo>
#include <QLocale>
#include <QPainter>

namespace staffelstab::wizard_pages {

ReceiptTable::ReceiptTable(handover::ReceiptShelf& shelf, QObject* parent) : QAbstractTableModel(parent), m_shelf(shelf)
{
    connect(&shelf, &handover::ReceiptShelf::added, this, [this](int row) {
        beginInsertRows({}, row, row);
        ++m_rows;
        endInsertRows();
    });
    connect(&shelf, &handover::ReceiptShelf::changed, this,
            [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, OpenColumn)); });
}

void ReceiptTable::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, StateColumn, OpenColumn);
    if (m_rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, OpenColumn));
    }
}

int ReceiptTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int ReceiptTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : OpenColumn + 1;
}

QString ReceiptTable::display(const handover::ShelfEntry& entry, int column) const
{
    const auto& record = entry.finding.record;
    switch (column) {
    case StateColumn:
        return FindingText::chip(entry.finding.state).text;
    case HandoverColumn:
        return record ? tr("%1 to %2").arg(record->people.leaver.name, record->people.supervisor.name)
                      : QFileInfo(entry.path).fileName();
    case LastDayColumn:
        return record ? QLocale().toString(record->people.lastWorkingDay, QLocale::ShortFormat) : QStringLiteral("–");
    case OpenColumn:
        return record ? QLocale().toString(static_cast<qulonglong>(record->openPoints.size())) : QStringLiteral("–");
    default:
        return {};
    }
}

QString ReceiptTable::small(const handover::ShelfEntry& entry) const
{
    QStringList parts;
    if (entry.finding.record) {
        parts.append(entry.finding.record->caseNumber);
    }
    if (!entry.finding.findings.empty()) {
        parts.append(FindingText::of(entry.finding.findings.front()));
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant ReceiptTable::data(const QModelIndex& index, int role) const
{
    const handover::ShelfEntry& entry = m_shelf.entries()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == HandoverColumn ? display(entry, index.column()) + QStringLiteral(", ") + small(entry)
                                                : display(entry, index.column());
    case Qt::ToolTipRole:
        return entry.path;
    case SmallTextRole:
        return index.column() == HandoverColumn ? small(entry) : QString();
    case StateRole:
        return static_cast<int>(entry.finding.state);
    default:
        return {};
    }
}

QVariant ReceiptTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case StateColumn:
        return tr("State");
    case HandoverColumn:
        return tr("Handover");
    case LastDayColumn:
        return tr("Last day");
    case OpenColumn:
        return tr("Open points");
    default:
        return {};
    }
}

void ReceiptDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, isSelected ? theme().accentSoft : theme().card);
    painter->setPen(theme().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect area = option.rect.adjusted(space::medium, space::small, -space::small, -space::small);
    if (index.column() == ReceiptTable::StateColumn) {
        paintChip(*painter, area,
                  FindingText::chip(static_cast<receipt::ReceiptState>(index.data(ReceiptTable::StateRole).toInt())));
        painter->restore();
        return;
    }
    const QString small = index.data(ReceiptTable::SmallTextRole).toString();
    QFont font = baseFont();
    font.setWeight(small.isEmpty() ? QFont::Normal : QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme().text);
    const QRect first = small.isEmpty() ? area : QRect(area.topLeft(), QSize(area.width(), area.height() / 2));
    const QFontMetrics metrics(font);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, first.width()));
    if (!small.isEmpty()) {
        painter->setFont(smallFont());
        painter->setPen(theme().muted);
        const QRect second(area.left(), first.bottom(), area.width(), area.height() - first.height());
        painter->drawText(second, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(smallFont()).elidedText(small, Qt::ElideRight, second.width()));
    }
    painter->restore();
}

} // namespace staffelstab::wizard_pages
