// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/file_plan.h"
#include "files/file_suggestion.h"
#include "files/file_table.h"

#include <QAbstractItemModel>

#include <memory>

namespace staffelstab::wizard_pages {

/** Folders and files with size, date, the verdict that holds for each, and what it looks like. Folders come open on
 * demand. */
class FileTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Size, Modified, Holds, LooksLike, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setTable(std::shared_ptr<const files::FileTable> table);
    void setPlan(const files::FilePlan& plan);
    [[nodiscard]] files::Item itemAt(const QModelIndex& index) const
    {
        return static_cast<files::Item>(index.internalId());
    }
    [[nodiscard]] QModelIndex indexOf(files::Item item, int column = Name) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    static QString reasonText(files::FileReason reason);

private:
    [[nodiscard]] QString text(files::Item item, int column) const;
    [[nodiscard]] QString kindText(const files::FileItem& item) const;
    [[nodiscard]] static QString offLimitText(files::OffLimit why);

    std::shared_ptr<const files::FileTable> m_table;
    std::vector<Verdict> m_verdicts;
};

} // namespace staffelstab::wizard_pages
