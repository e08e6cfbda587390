// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/files_page.h"

#include "files/file_suggestion.h"
#include "wizard_pages/locale_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/chip.h"
#include "wizard_pages/widgets/file_targets.h"
#include "wizard_pages/widgets/file_tree_model.h"
#include "wizard_pages/widgets/verdict_bar.h"

#include <QDir>
#include <QFile>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>

namespace staffelstab::wizard_pages {

using handover::Step;

FilesPage::FilesPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                     QWidget* parent)
    : CasePage(handover, Step::Files, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_choice(handover.topic<handover::FilesChoice>()), m_panel(new ActPanel(acts, Step::Files, this))
{
    m_result = makeResult();
    m_places = makePlaces();
    m_decide = makeTree();
    content()->addWidget(m_result);
    content()->addWidget(m_panel);
    content()->addWidget(m_places);
    content()->addWidget(m_decide, 1);
    content()->addStretch(0);
    m_skip = makeButton(QStringLiteral("noFiles"), {}, [] { return tr("There are no files to hand over"); });
    connect(m_skip, &QPushButton::clicked, this, [this] {
        handover::FilesOutcome nothing;
        nothing.at = m_case.clock().now();
        accept(m_case.setTopic<handover::FilesOutcome>(nothing));
    });
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, update);
    for (const QString& root : std::as_const(m_choice.roots)) {
        m_roots->addItem(root);
    }
    if (m_choice.businessTarget.isEmpty() && !handover.archiveChoice().target.isEmpty()) {
        m_choice.businessTarget = handover.archiveChoice().target;
    }
    m_targets->setChoice(m_choice);
}

QWidget* FilesPage::makePlaces()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    QLabel* label = makeLabel([] { return tr("Folders and drives to look through"); });
    m_roots = new QListWidget(card);
    m_roots->setObjectName(QStringLiteral("fileRoots"));
    label->setBuddy(m_roots);
    column->addWidget(label);
    column->addWidget(m_roots);
    onLanguage([this] { m_roots->setAccessibleName(tr("Folders and drives to look through")); });
    auto* row = new QHBoxLayout;
    QPushButton* home = makeButton(QStringLiteral("addHome"), {}, [] { return tr("Home folder"); });
    QPushButton* other = makeButton(QStringLiteral("addFolder"), {}, [] { return tr("Choose a folder …"); });
    QPushButton* away = makeButton(QStringLiteral("removeFolder"), {}, [] { return tr("Off the list"); });
    for (QPushButton* button : {home, other, away}) {
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    column->addWidget(makeSmall([] {
        return tr("Only names, sizes and dates are read. Links are not followed and other drives are not entered.");
    }));
    connect(home, &QPushButton::clicked, this, [this] { addPlace(QDir::homePath()); });
    connect(other, &QPushButton::clicked, this, [this] {
        m_prompts.askFolder(this, tr("Folder to look through"), QDir::homePath(),
                            [this](const QString& folder) { addPlace(folder); });
    });
    connect(away, &QPushButton::clicked, this, [this] {
        delete m_roots->currentItem();
        Q_EMIT changed();
    });
    return card;
}

QWidget* FilesPage::makeTree()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    m_model = new FileTreeModel(this);
    m_tree = new QTreeView(box);
    m_tree->setObjectName(QStringLiteral("fileTree"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->header()->setStretchLastSection(true);
    onLanguage([this] { m_tree->setAccessibleName(tr("Your folders and files")); });
    m_verdicts = new VerdictBar(box);
    QPushButton* accept =
        makeButton(QStringLiteral("acceptFileSuggestions"), {}, [] { return tr("Take all suggestions"); });
    m_tallies = makeSmall([] { return QString(); });
    m_tallies->setObjectName(QStringLiteral("fileTallies"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_tallies, 1);
    row->addWidget(accept);
    column->addWidget(m_tree, 1);
    column->addWidget(m_verdicts);
    column->addLayout(row);
    m_targets = new FileTargets(m_prompts, box);
    column->addWidget(m_targets);
    connect(m_verdicts, &VerdictBar::chosen, this, &FilesPage::decide);
    connect(m_verdicts, &VerdictBar::undoWanted, this, &FilesPage::undo);
    connect(accept, &QPushButton::clicked, this, &FilesPage::acceptSuggestions);
    connect(m_targets, &FileTargets::changed, this, &FilesPage::showNotices);
    return box;
}

QWidget* FilesPage::makeResult()
{
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    m_summary = makeHeading([] { return QString(); });
    m_summary->setObjectName(QStringLiteral("filesSummary"));
    m_proof = makeLabel([] { return QString(); });
    m_proof->setObjectName(QStringLiteral("filesProof"));
    QPushButton* again =
        makeButton(QStringLiteral("filesAgain"), QStringLiteral("link"), [] { return tr("Do it anew"); });
    column->addWidget(m_summary);
    column->addWidget(m_proof);
    column->addWidget(again, 0, Qt::AlignLeft);
    connect(again, &QPushButton::clicked, this, [this] {
        m_table.reset();
        accept(m_case.setTopic<handover::FilesOutcome>(std::nullopt));
    });
    return card;
}

FilesPage::Stage FilesPage::stage() const
{
    if (isComplete()) {
        return Stage::Done;
    }
    if (!m_table) {
        return Stage::Places;
    }
    return m_case.topicIfSet<handover::FilesOutcome>() ? Stage::Remove : Stage::Decide;
}

void FilesPage::addPlace(const QString& folder)
{
    if (m_roots->findItems(folder, Qt::MatchExactly).isEmpty()) {
        m_roots->addItem(folder);
        m_roots->setCurrentRow(m_roots->count() - 1);
        Q_EMIT changed();
    }
}

void FilesPage::lookThrough()
{
    m_choice.roots.clear();
    for (int row = 0; row < m_roots->count(); ++row) {
        m_choice.roots.append(m_roots->item(row)->text());
    }
    if (!accept(m_case.setTopic<handover::FilesChoice>(m_choice))) {
        return;
    }
    m_panel->expect(tr("Nothing is changed by looking."));
    m_acts.start(Step::Files, handover::walkFilesAct(m_acts.context(), [this](handover::FileTablePtr table) {
                     m_table = std::move(table);
                     m_model->setTable(m_table);
                     setPlan(m_choice.plan);
                     m_tree->expandToDepth(0);
                     m_tree->setColumnWidth(FileTreeModel::Name, 250);
                     for (const int column : {FileTreeModel::Size, FileTreeModel::Modified, FileTreeModel::Holds}) {
                         m_tree->resizeColumnToContents(column);
                     }
                     m_tree->setCurrentIndex(m_model->index(0, 0));
                 }));
}

void FilesPage::setPlan(const files::FilePlan& plan)
{
    m_choice.plan = plan;
    m_model->setPlan(plan);
    m_verdicts->setMayUndo(!m_earlier.empty(), false);
    showTallies();
    showNotices();
    if (m_table) {
        accept(m_case.setTopic<handover::FilesChoice>(m_choice));
    }
}

void FilesPage::decide(Verdict verdict)
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        return;
    }
    m_earlier.push_back(m_choice.plan);
    files::FilePlan plan = m_choice.plan;
    for (const QModelIndex& row : rows) {
        plan.decide(m_table->pathOf(m_model->itemAt(row)), verdict);
    }
    setPlan(plan);
}

void FilesPage::acceptSuggestions()
{
    m_earlier.push_back(m_choice.plan);
    files::FilePlan plan = m_choice.plan;
    for (const auto& [item, suggestion] : files::suggestions(*m_table)) {
        const QByteArray path = m_table->pathOf(item);
        if (plan.decisionFor(path) == Verdict::Undecided) {
            plan.decide(path, suggestion.verdict);
        }
    }
    setPlan(plan);
}

void FilesPage::undo()
{
    if (!m_earlier.empty()) {
        const files::FilePlan plan = std::move(m_earlier.back());
        m_earlier.pop_back();
        setPlan(plan);
    }
}

void FilesPage::showTallies()
{
    if (!m_table) {
        return;
    }
    const auto tallies = m_choice.plan.tallies(*m_table);
    QStringList parts;
    for (const Verdict verdict : {Verdict::Private, Verdict::Business, Verdict::Protected, Verdict::Undecided}) {
        const files::FileTally& tally = tallies[static_cast<std::size_t>(verdict)];
        parts.append(tr("%1: %n file(s), %2", "", static_cast<int>(tally.files))
                         .arg(Chip::word(verdict), QLocale().formattedDataSize(tally.bytes)));
    }
    m_tallies->setText(parts.join(QStringLiteral(" · ")) + QStringLiteral(". ") +
                       tr("What is undecided or protected stays where it is."));
}

void FilesPage::showNotices()
{
    m_targets->addTo(m_choice);
    m_hasRoom = true;
    if (m_table) {
        const auto mine = handover::plannedCopy(m_choice, *m_table, Verdict::Private);
        const auto theirs = handover::plannedCopy(m_choice, *m_table, Verdict::Business);
        m_targets->showNotices(mine ? &*mine : nullptr, theirs ? &*theirs : nullptr);
        m_hasRoom = mine && theirs && mine->hasRoom() && theirs->hasRoom();
    }
    Q_EMIT changed();
}

QString FilesPage::title() const
{
    return tr("Whose are the files");
}

QString FilesPage::lead() const
{
    return tr(
        "Private files come with you, business files go to the handover folder. Each copy is read back and compared.");
}

QString FilesPage::why() const
{
    return tr("Private files left behind may be read or deleted, and business files taken along are a breach of duty. "
              "The receipt counts files; it names none.");
}

QString FilesPage::primaryText() const
{
    switch (stage()) {
    case Stage::Places:
        return tr("Look through");
    case Stage::Decide:
        return tr("Copy and compare");
    case Stage::Remove:
        return tr("Remove the private originals …");
    case Stage::Done:
        break;
    }
    return tr("Next");
}

bool FilesPage::isPrimaryReady() const
{
    return !m_panel->isBusy() && (stage() != Stage::Places || m_roots->count() > 0) &&
           (stage() != Stage::Decide || m_hasRoom);
}

std::vector<QPushButton*> FilesPage::barButtons()
{
    return {m_skip};
}

void FilesPage::refresh()
{
    const bool isIdle = !m_panel->isBusy();
    m_result->setVisible(m_case.topicIfSet<handover::FilesOutcome>().has_value());
    m_places->setVisible(isIdle && stage() == Stage::Places);
    m_decide->setVisible(isIdle && stage() == Stage::Decide);
    m_skip->setVisible(isIdle && stage() == Stage::Places);
    if (m_case.topicIfSet<handover::FilesOutcome>()) {
        showResult();
    }
}

void FilesPage::showResult()
{
    const handover::FilesOutcome& outcome = *m_case.topicIfSet<handover::FilesOutcome>();
    const QLocale locale;
    m_summary->setText(tr("%n file(s) copied, read back and compared", "",
                          static_cast<int>(outcome.privateFiles + outcome.businessFiles)));
    QStringList lines{tr("Private: %1 in %n file(s).", "", static_cast<int>(outcome.privateFiles))
                          .arg(locale.formattedDataSize(outcome.privateBytes)),
                      tr("Business: %1 in %n file(s).", "", static_cast<int>(outcome.businessFiles))
                          .arg(locale.formattedDataSize(outcome.businessBytes))};
    if (outcome.notCopied > 0) {
        lines.append(tr("%n file(s) or links were not copied and are where they were.", "",
                        static_cast<int>(outcome.notCopied)));
    }
    if (outcome.removed) {
        lines.append(tr("%n private original(s) removed.", "", static_cast<int>(*outcome.removed)));
    }
    if (outcome.kept > 0) {
        lines.append(
            tr("%n original(s) stayed, as they or their copies had changed.", "", static_cast<int>(outcome.kept)));
    }
    m_proof->setText(lines.join(u'\n'));
}

void FilesPage::copy()
{
    if (!accept(m_case.setTopic<handover::FilesChoice>(m_choice))) {
        return;
    }
    m_panel->expect(tr("If you cancel, whole copies stay on the medium and the same step goes on from there."));
    m_acts.start(Step::Files, handover::copyFilesAct(m_acts.context(), m_table));
}

void FilesPage::remove()
{
    const auto count = static_cast<int>(m_case.topicIfSet<handover::FilesOutcome>()->privateFiles);
    m_prompts.confirm(this, tr("Remove private files"),
                      tr("%n private file(s) are removed from this computer. Each is compared with its copy once more "
                         "before. Backups of the company may still hold them.",
                         "", count),
                      tr("Remove"), [this] {
                          m_panel->expect(tr("If you cancel, what was not removed yet stays."));
                          m_acts.start(Step::Files, handover::removeFilesAct(m_acts.context(), m_table));
                      });
}

void FilesPage::act()
{
    switch (stage()) {
    case Stage::Places:
        lookThrough();
        return;
    case Stage::Decide:
        copy();
        return;
    case Stage::Remove:
        remove();
        return;
    case Stage::Done:
        Q_EMIT finished();
        return;
    }
}

} // namespace staffelstab::wizard_pages
