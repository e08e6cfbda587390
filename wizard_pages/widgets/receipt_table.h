// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_shelf.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace staffelstab::wizard_pages {

/** The shelf's receipts as rows: state, whose handover, last working day, open points. */
class ReceiptTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, HandoverColumn, LastDayColumn, OpenColumn };
    enum Role {
        /** Second, small line of a cell. */
        SmallTextRole = Qt::UserRole + 1,
        /** int of receipt::ReceiptState. */
        StateRole,
    };

    explicit ReceiptTable(handover::ReceiptShelf& shelf, QObject* parent = nullptr);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const handover::ShelfEntry& entry, int column) const;
    [[nodiscard]] QString small(const handover::ShelfEntry& entry) const;

    handover::ReceiptShelf& m_shelf;
    int m_rows = 0;
};

/** Two-line cells and the state as chip. */
class ReceiptDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace staffelstab::wizard_pages
