// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/files_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"
#include "wizard_pages/widgets/file_decisions.h"
#include "wizard_pages/widgets/file_places.h"
#include "wizard_pages/widgets/file_targets.h"
#include "wizard_pages/widgets/files_result.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

using handover::Step;

FilesPage::FilesPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                     QWidget* parent)
    : CasePage(handover, Step::Files, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_choice(handover.topic<handover::FilesChoice>()), m_result(new FilesResult(this)),
      m_panel(new ActPanel(acts, Step::Files, this)), m_places(new FilePlaces(prompts, this)),
      m_decide(new QWidget(this)), m_decisions(new FileDecisions(m_decide)),
      m_targets(new FileTargets(prompts, m_decide))
{
    auto* column = new QVBoxLayout(m_decide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_decisions, 1);
    column->addWidget(m_targets);
    content()->addWidget(m_result);
    content()->addWidget(m_panel);
    content()->addWidget(m_places);
    content()->addWidget(m_decide, 1);
    content()->addStretch(0);
    m_skip = makeButton(QStringLiteral("noFiles"), {}, [] { return tr("There are no files to hand over"); });
    m_places->setPlaces(m_choice.roots);
    if (m_choice.businessTarget.isEmpty() && !handover.archiveChoice().target.isEmpty()) {
        m_choice.businessTarget = handover.archiveChoice().target;
    }
    m_targets->setChoice(m_choice);
    connectParts();
}

void FilesPage::connectParts()
{
    const auto update = [this] {
        refresh();
        Q_EMIT changed();
    };
    connect(m_panel, &ActPanel::busyChanged, this, update);
    connect(m_panel, &ActPanel::succeeded, this, update);
    connect(m_skip, &QPushButton::clicked, this, [this] {
        handover::FilesOutcome nothing;
        nothing.at = m_case.clock().now();
        accept(m_case.setTopic<handover::FilesOutcome>(nothing));
    });
    connect(m_result, &FilesResult::againWanted, this, [this] {
        m_table.reset();
        accept(m_case.setTopic<handover::FilesOutcome>(std::nullopt));
    });
    connect(m_result, &FilesResult::changed, this, &FilesPage::changed);
    connect(m_places, &FilePlaces::changed, this, &FilesPage::changed);
    connect(m_decisions, &FileDecisions::planChanged, this, &FilesPage::keepPlan);
    connect(m_targets, &FileTargets::changed, this, &FilesPage::showNotices);
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

void FilesPage::lookThrough()
{
    m_choice.roots = m_places->places();
    if (!accept(m_case.setTopic<handover::FilesChoice>(m_choice))) {
        return;
    }
    m_panel->expect(tr("Nothing is changed by looking."));
    m_acts.start(Step::Files, handover::walkFilesAct(m_acts.context(), [this](handover::FileTablePtr table) {
                     m_table = std::move(table);
                     m_decisions->setTable(m_table, m_choice.plan);
                 }));
}

void FilesPage::keepPlan()
{
    m_choice.plan = m_decisions->plan();
    showNotices();
    accept(m_case.setTopic<handover::FilesChoice>(m_choice));
}

void FilesPage::showNotices()
{
    m_targets->addTo(m_choice);
    m_hasRoom = true;
    if (m_table) {
        const auto mine = handover::plannedCopy(m_choice, *m_table, Verdict::Private);
        const auto theirs = handover::plannedCopy(m_choice, *m_table, Verdict::Business);
        m_targets->showNotices(mine ? &*mine : nullptr, theirs ? &*theirs : nullptr);
        m_hasRoom = mine && theirs && mine->hasRoom() && theirs->hasRoom() && !mine->isTooLarge();
    }
    Q_EMIT changed();
}

bool FilesPage::isAnythingDecided() const
{
    const auto tallies = m_choice.plan.tallies(*m_table);
    const auto files = [&tallies](Verdict verdict) { return tallies[static_cast<std::size_t>(verdict)].files; };
    return files(Verdict::Private) + files(Verdict::Business) > 0 || files(Verdict::Undecided) == 0;
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
    if (m_panel->isBusy()) {
        return false;
    }
    switch (stage()) {
    case Stage::Places:
        return !m_places->places().isEmpty();
    case Stage::Decide:
        return m_hasRoom && isAnythingDecided() && m_targets->isReady();
    case Stage::Remove:
        return m_result->isReady();
    case Stage::Done:
        break;
    }
    return true;
}

std::vector<QPushButton*> FilesPage::barButtons()
{
    return {m_skip};
}

void FilesPage::enter()
{
    m_places->refresh();
    CasePage::enter();
}

void FilesPage::refresh()
{
    const bool isIdle = !m_panel->isBusy();
    const auto& outcome = m_case.topicIfSet<handover::FilesOutcome>();
    m_result->setVisible(outcome.has_value());
    m_places->setVisible(isIdle && stage() == Stage::Places);
    m_decide->setVisible(isIdle && stage() == Stage::Decide);
    m_skip->setVisible(isIdle && stage() == Stage::Places);
    if (outcome) {
        m_result->show(*outcome, m_case.topic<handover::FilesChoice>().packPath,
                       outcome->isLocked && isIdle && stage() == Stage::Remove);
    }
}

void FilesPage::copy()
{
    if (!accept(m_case.setTopic<handover::FilesChoice>(m_choice))) {
        return;
    }
    m_panel->expect(m_choice.isLocked
                        ? tr("If you cancel, the unfinished ZIP is removed again; your files are untouched.")
                        : tr("If you cancel, whole copies stay on the medium and the same step goes on from there."));
    m_acts.start(Step::Files, handover::copyFilesAct(m_acts.context(), m_table, m_targets->takePassphrase()));
}

QString FilesPage::warningBeforeRemoval() const
{
    const auto mine = handover::plannedCopy(m_choice, *m_table, Verdict::Private);
    return mine && mine->staysWithComputer ? QStringLiteral("\n\n") + FileTargets::stayingText() : QString();
}

void FilesPage::remove()
{
    const auto count = static_cast<int>(m_case.topicIfSet<handover::FilesOutcome>()->privateFiles);
    m_prompts.confirm(this, tr("Remove private files"),
                      tr("%n private file(s) are removed from this computer. Each is compared with its copy once more "
                         "before. Backups of the company may still hold them.",
                         "", count) +
                          warningBeforeRemoval(),
                      tr("Remove"), [this] {
                          m_panel->expect(tr("If you cancel, what was not removed yet stays."));
                          m_acts.start(Step::Files,
                                       handover::removeFilesAct(m_acts.context(), m_table, m_result->takePassphrase()));
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
