// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace staffelstab::wizard_pages {

/**
 * A flat list of up to millions of rows of one height. QTreeView asks for the place of every cell that changed; here
 * only those that can be seen are looked at, so that a change of all rows costs no more than one of a screenful.
 */
class LongListView : public QTreeView
{
    Q_OBJECT
public:
    using QTreeView::QTreeView;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
};

} // namespace staffelstab::wizard_pages
