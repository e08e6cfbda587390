// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/file_decisions.h"

#include "files/file_suggestion.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"
#include "wizard_pages/widgets/file_tree_model.h"
#include "wizard_pages/widgets/verdict_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>

namespace staffelstab::wizard_pages {

FileDecisions::FileDecisions(QWidget* parent)
    : QWidget(parent), m_model(new FileTreeModel(this)), m_tree(new QTreeView(this)), m_verdicts(new VerdictBar(this)),
      m_tallies(new QLabel(this)), m_accept(new QPushButton(this))
{
    m_tree->setObjectName(QStringLiteral("fileTree"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FileTreeModel::Name, QHeaderView::Stretch);
    m_verdicts->withoutMixed();
    m_tallies->setObjectName(QStringLiteral("fileTallies"));
    m_tallies->setFont(smallFont());
    m_tallies->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("acceptFileSuggestions"));
    m_accept->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    auto* row = new QHBoxLayout;
    row->addWidget(m_tallies, 1);
    row->addWidget(m_accept);
    column->addWidget(m_tree, 1);
    column->addWidget(m_verdicts);
    column->addLayout(row);
    connect(m_verdicts, &VerdictBar::chosen, this, &FileDecisions::decide);
    connect(m_verdicts, &VerdictBar::undoWanted, this, &FileDecisions::undo);
    connect(m_verdicts, &VerdictBar::redoWanted, this, &FileDecisions::redo);
    connect(m_accept, &QPushButton::clicked, this, &FileDecisions::acceptSuggestions);
    retranslate();
}

void FileDecisions::setTable(handover::FileTablePtr table, const files::FilePlan& plan)
{
    m_table = std::move(table);
    m_earlier.clear();
    m_later.clear();
    m_model->setTable(m_table);
    show(plan);
    m_tree->expandToDepth(0);
    for (const int column : {FileTreeModel::Size, FileTreeModel::Modified, FileTreeModel::Holds}) {
        m_tree->resizeColumnToContents(column);
    }
    constexpr int reasonWidth = 170;
    m_tree->setColumnWidth(FileTreeModel::LooksLike, reasonWidth);
    m_tree->setCurrentIndex(m_model->index(0, 0));
}

void FileDecisions::decide(Verdict verdict)
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return;
    }
    files::FilePlan plan = m_plan;
    for (const QModelIndex& row : rows) {
        plan.decide(m_table->pathOf(m_model->itemAt(row)), verdict);
    }
    go(std::move(plan));
}

void FileDecisions::acceptSuggestions()
{
    files::FilePlan plan = m_plan;
    for (const auto& [item, suggestion] : files::suggestions(*m_table)) {
        const QByteArray path = m_table->pathOf(item);
        if (plan.decisionFor(path) == Verdict::Undecided) {
            plan.decide(path, suggestion.verdict);
        }
    }
    go(std::move(plan));
}

void FileDecisions::undo()
{
    if (!m_earlier.empty()) {
        m_later.push_back(std::move(m_plan));
        files::FilePlan plan = std::move(m_earlier.back());
        m_earlier.pop_back();
        show(std::move(plan));
    }
}

void FileDecisions::redo()
{
    if (!m_later.empty()) {
        m_earlier.push_back(std::move(m_plan));
        files::FilePlan plan = std::move(m_later.back());
        m_later.pop_back();
        show(std::move(plan));
    }
}

void FileDecisions::go(files::FilePlan plan)
{
    m_earlier.push_back(std::move(m_plan));
    m_later.clear();
    show(std::move(plan));
}

void FileDecisions::show(files::FilePlan plan)
{
    m_plan = std::move(plan);
    m_model->setPlan(m_plan);
    m_verdicts->setMayUndo(!m_earlier.empty(), !m_later.empty());
    retranslate();
    Q_EMIT planChanged();
}

void FileDecisions::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FileDecisions::retranslate()
{
    m_tree->setAccessibleName(tr("Your folders and files"));
    m_accept->setText(tr("Take all suggestions"));
    if (!m_table) {
        return;
    }
    const auto tallies = m_plan.tallies(*m_table);
    QStringList parts;
    for (const Verdict verdict : {Verdict::Private, Verdict::Business, Verdict::Protected, Verdict::Undecided}) {
        const files::FileTally& tally = tallies[static_cast<std::size_t>(verdict)];
        parts.append(tr("%1: %n file(s), %2", "", static_cast<int>(tally.files))
                         .arg(Chip::word(verdict), QLocale().formattedDataSize(tally.bytes)));
    }
    m_tallies->setText(parts.join(QStringLiteral(" · ")) + QStringLiteral(". ") +
                       tr("What is undecided or protected stays where it is."));
}

} // namespace staffelstab::wizard_pages
