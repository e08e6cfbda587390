// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/group_view.h"

#include "wizard_pages/widgets/group_delegate.h"
#include "wizard_pages/widgets/spoken_models.h"

namespace staffelstab::wizard_pages {

namespace {

constexpr int freshForMs = 1'200;

} // namespace

GroupView::GroupView(const separation::SeparationPlan& plan, QWidget* parent)
    : QListView(parent), m_groups(plan, separation::Scope::Correspondent)
{
    auto* spoken = new SpokenGroups(this);
    spoken->setSourceModel(&m_groups);
    setObjectName(QStringLiteral("groups"));
    setModel(spoken);
    setItemDelegate(new GroupDelegate(this));
    setUniformItemSizes(true);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        Q_EMIT turnedTo();
        if (index.isValid()) {
            Q_EMIT shown(index.row());
        }
    });
    m_freshEnds.setSingleShot(true);
    m_freshEnds.setInterval(freshForMs);
    connect(&m_freshEnds, &QTimer::timeout, this, [this] { m_groups.setFreshShown(false); });
    connect(this, &QListView::pressed, this, &GroupView::turnedTo);
    connect(this, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT shown(index.row()); });
}

void GroupView::showScope(std::optional<separation::Scope> scope)
{
    if (scope) {
        m_groups.setScope(*scope);
    } else {
        m_groups.showQuestions();
    }
    select(0);
}

void GroupView::select(int row)
{
    Q_EMIT turnedTo();
    if (row >= m_groups.rowCount()) {
        Q_EMIT emptied();
        return;
    }
    const QModelIndex index = model()->index(row, 0);
    if (index == currentIndex()) {
        Q_EMIT shown(row); // the place is the same, what stands there need not be
    } else {
        setCurrentIndex(index);
    }
}

void GroupView::selectNext(int from)
{
    if (m_groups.isQuestions()) {
        m_groups.resort();
        select(0);
    } else if (const int next = m_groups.nextOpen(from); next >= 0) {
        select(next);
    }
}

void GroupView::markFresh()
{
    m_groups.setFreshShown(true);
    m_freshEnds.start();
}

int GroupView::parts(int row) const
{
    return m_groups.isQuestions() ? static_cast<int>(m_groups.question(row).parts.size()) : 1;
}

std::optional<int> GroupView::current() const
{
    return currentIndex().isValid() ? std::optional(currentIndex().row()) : std::nullopt;
}

} // namespace staffelstab::wizard_pages
