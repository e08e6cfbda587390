// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/long_list_view.h"

#include <algorithm>

namespace staffelstab::wizard_pages {

void LongListView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    const QModelIndex first = indexAt(viewport()->rect().topLeft());
    if (!topLeft.isValid() || !bottomRight.isValid() || !first.isValid()) {
        QTreeView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    const QModelIndex last = indexAt(viewport()->rect().bottomLeft());
    const int from = std::max(topLeft.row(), first.row());
    const int to = last.isValid() ? std::min(bottomRight.row(), last.row()) : bottomRight.row();
    if (from <= to) {
        QTreeView::dataChanged(topLeft.siblingAtRow(from), bottomRight.siblingAtRow(to), roles);
    }
}

} // namespace staffelstab::wizard_pages
