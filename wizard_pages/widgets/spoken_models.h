// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QIdentityProxyModel>

namespace staffelstab::wizard_pages {

/** Gives the rows of separation::GroupListModel the words a screen reader says: name, count, verdict, reasons. */
class SpokenGroups : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    static QString unnamed(separation::Scope scope);
    static QString verdictOf(const QModelIndex& index);
};

/** The same for separation::MessageListModel: the verdict as a word. */
class SpokenMessages : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace staffelstab::wizard_pages
