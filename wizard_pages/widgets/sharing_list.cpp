// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/sharing_list.h"

#include "wizard_pages/failure_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

SharingList::SharingList(const QString& name, QWidget* parent) : QWidget(parent), m_table(new QTreeWidget(this))
{
    m_table->setObjectName(name);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setTabKeyNavigation(false);
    m_table->header()->setStretchLastSection(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    retranslate();
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    connect(m_table, &QTreeWidget::itemChanged, this, &SharingList::changed);
}

QString SharingList::stateOf(const handover::SharedFolder& folder)
{
    if (folder.others > 0) {
        return tr("%n message(s) that are not business: cannot be shared", "", static_cast<int>(folder.others));
    }
    if (folder.why) {
        return FailureText::of(*folder.why);
    }
    return folder.mayRead ? tr("The successor may read it") : tr("Only business mail: can be shared");
}

void SharingList::show(const std::vector<handover::SharedFolder>& folders, bool isChoosable)
{
    const QStringList before = chosen();
    const QSignalBlocker quiet(m_table);
    m_folders = folders;
    m_isChoosable = isChoosable;
    m_table->clear();
    for (const handover::SharedFolder& folder : folders) {
        const QString state = stateOf(folder);
        auto* item = new QTreeWidgetItem(m_table, {folder.path, folder.access, state});
        item->setToolTip(2, state);
        item->setToolTip(1, folder.access);
        if (isChoosable) {
            const bool mayBeShared = folder.others == 0 && !folder.why;
            item->setCheckState(0, before.contains(folder.path) && mayBeShared ? Qt::Checked : Qt::Unchecked);
            item->setDisabled(!mayBeShared);
        }
    }
    const int row = folders.empty() ? 30 : qMax(30, m_table->sizeHintForRow(0));
    m_table->setFixedHeight(44 + row * qBound(1, static_cast<int>(folders.size()), 8));
}

QStringList SharingList::chosen() const
{
    QStringList paths;
    for (int i = 0; m_isChoosable && i < m_table->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_table->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked) {
            paths << item->text(0);
        }
    }
    return paths;
}

void SharingList::retranslate()
{
    m_table->setHeaderLabels({tr("Folder"), tr("Rights on the server"), tr("What that means")});
    m_table->setAccessibleName(tr("Folders and who may read them"));
}

void SharingList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show(std::exchange(m_folders, {}), m_isChoosable);
    }
}

} // namespace staffelstab::wizard_pages
