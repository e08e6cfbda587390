// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace staffelstab::wizard_pages {

/** Rows of the list of receipts: chip in the first column, a second small line where there is one. */
class StateDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role {
        /** int of receipt::Standing. */
        StandingRole = Qt::UserRole + 1,
        DetailRole,
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int rowHeight = 58;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace staffelstab::wizard_pages
