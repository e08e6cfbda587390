// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_page.h"

#include "handover/topics/separation_topics.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/audit_panel.h"
#include "wizard_pages/widgets/group_view.h"
#include "wizard_pages/widgets/message_pane.h"
#include "wizard_pages/widgets/separation_counter.h"
#include "wizard_pages/widgets/separation_tools.h"
#include "wizard_pages/widgets/verdict_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace staffelstab::wizard_pages {

using separation::Verdict;

SeparationPage::SeparationPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                               QWidget* parent)
    : CasePage(handover, handover::Step::Separation, Body::Filling, parent), m_offers(handover, prompts),
      m_counter(new SeparationCounter(this)), m_tools(new SeparationTools(this)),
      m_hint(makeSmall([this] { return hintText(); })),
      m_suggestions(makeButton(QStringLiteral("acceptSuggestions"), {}, [] { return tr("Suggestions …"); })),
      m_audit(makeButton(QStringLiteral("sampleAudit"), {}, [] { return tr("Look at a sample …"); })),
      m_left(new QStackedWidget(this)), m_groups(new GroupView(handover.plan(), this)),
      m_auditPanel(new AuditPanel(handover, this)), m_messages(new MessagePane(handover, acts, this)),
      m_verdicts(new VerdictBar(this))
{
    for (QWidget* shownByWindow : std::initializer_list<QWidget*>{m_counter, m_suggestions, m_audit}) {
        shownByWindow->hide();
    }
    m_hint->setObjectName(QStringLiteral("separationHint"));
    m_hint->setWordWrap(true);
    content()->addWidget(m_tools);
    content()->addWidget(m_hint);
    makeLists();
    connectLists();
    connectKeys();
}

void SeparationPage::makeLists()
{
    m_left->setMinimumWidth(248);
    m_left->addWidget(m_groups);
    m_left->addWidget(m_auditPanel);
    auto* both = new QHBoxLayout;
    both->setSpacing(space::large);
    both->addWidget(m_left, 1);
    both->addWidget(m_messages, 2);
    content()->addLayout(both, 1);
    content()->addWidget(m_verdicts);
    onLanguage([this] {
        m_groups->setAccessibleName(tr("Questions or groups of messages"));
        m_messages->retranslate();
    });
}

void SeparationPage::connectLists()
{
    connect(m_groups, &GroupView::turnedTo, this, [this] { m_messages->setOnMessages(false); });
    connect(m_groups, &GroupView::shown, this, &SeparationPage::showGroup);
    connect(m_groups, &GroupView::emptied, this, [this] {
        m_messages->showNothing();
        m_verdicts->setReady(false);
    });
    connect(m_tools, &SeparationTools::scopeChosen, this, [this] { m_groups->showScope(m_tools->scope()); });
    connect(m_tools, &SeparationTools::searchWanted, this, &SeparationPage::search);
    connect(m_tools, &SeparationTools::searchLeft, m_groups, qOverload<>(&QWidget::setFocus));
    connect(m_tools, &SeparationTools::openFirstToggled, this, [this](bool isOn) { m_groups->setOpenFirst(isOn); });
    connect(m_suggestions, &QPushButton::clicked, this, [this] {
        m_offers.offer(this, [this](const Status& decided) {
            accept(decided);
            m_groups->resort();
            m_groups->select(0);
        });
    });
    connect(m_audit, &QPushButton::clicked, this, &SeparationPage::startAudit);
    connect(m_auditPanel, &AuditPanel::moved, this, [this] { m_messages->moveTo(m_auditPanel->at()); });
    connect(m_auditPanel, &AuditPanel::ended, this, &SeparationPage::endAudit);
}

void SeparationPage::connectKeys()
{
    const auto key = [this](const char* letter, auto work) {
        auto* shortcut =
            new QShortcut(QKeySequence(QLatin1String(letter)), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    key("/", [this] { m_tools->focusSearch(); });
    for (const char* yes : {"Y", "J"}) {
        key(yes, [this] { isAuditing() ? m_auditPanel->answer(true) : void(); });
    }
    key("N", [this] { isAuditing() ? m_auditPanel->answer(false) : void(); });
    connect(m_verdicts, &VerdictBar::chosen, this, &SeparationPage::decide);
    connect(m_verdicts, &VerdictBar::mixedWanted, this, &SeparationPage::askInParts);
    connect(m_verdicts, &VerdictBar::undoWanted, this, [this] { isAuditing() ? void() : void(accept(m_case.undo())); });
    connect(m_verdicts, &VerdictBar::redoWanted, this, [this] { isAuditing() ? void() : void(accept(m_case.redo())); });
    connect(m_messages, &MessagePane::privateLinesToggled, this, &SeparationPage::markPrivateLines);
}

QString SeparationPage::title() const
{
    return tr("Private or business?");
}

QString SeparationPage::lead() const
{
    if (isAuditing()) {
        return tr("Look at each message and say whether it lies in the right pile.");
    }
    if (const auto audited =
            m_case.plan().undecided() == 0 ? handover::SampleAudit::valid(m_case, Verdict::Business) : std::nullopt) {
        return AuditPanel::resultText(Verdict::Business, *audited);
    }
    if (const QString reopened = m_auditPanel->reopenedText(); !reopened.isEmpty()) {
        return reopened;
    }
    return tr("You decide, the program only suggests. An answer holds for the whole group.");
}

QString SeparationPage::why() const
{
    return tr(
        "The first question is the one whose answer settles most. What belongs together is asked together, with the "
        "messages that stand out on top: mark those first, then answer for the rest. Only what you call business goes "
        "into the business archive, and only what you call private into your private copy. Protected mail (works "
        "council, company doctor and the like) goes to nobody. A decision about a message beats one about its "
        "conversation, that one beats its list, its contact and its folder. Every decision can be undone. At the end "
        "a sample drawn at random tells how much may have been overlooked.");
}

QString SeparationPage::hintText() const
{
    return m_case.plan().undecided() == 0
               ? tr("Everything is decided. Contacts, folders and conversations show what lies where, and each "
                    "decision can still be changed.")
               : tr("One key answers for the whole group on the left. Select single messages on the right, several "
                    "with Ctrl, to answer for them alone. M: mixed, ask in parts. Ctrl+Z takes anything back.");
}

QString SeparationPage::primaryText() const
{
    const quint32 left = m_case.plan().undecided();
    return left == 0 ? tr("Next") : tr("Continue to the %n undecided", "", static_cast<int>(left));
}

QWidget* SeparationPage::headWidget()
{
    return m_counter;
}

void SeparationPage::enter()
{
    if (!m_tools->scope() && !isAuditing()) {
        m_groups->showScope({});
    } else {
        m_groups->resort();
    }
    refresh();
    if (!m_groups->currentIndex().isValid()) {
        m_groups->select(0);
    }
}

QWidget* SeparationPage::firstFocus()
{
    return m_groups;
}

void SeparationPage::refresh()
{
    const separation::SeparationPlan& plan = m_case.plan();
    m_counter->show(plan);
    m_hint->setText(hintText());
    m_hint->setVisible((plan.decisions().empty() || plan.undecided() == 0) && !isAuditing());
    m_verdicts->setMayUndo(plan.mayUndo(), plan.mayRedo());
    m_suggestions->setVisible(plan.undecided() > 0);
    m_audit->setVisible(!isAuditing() && AuditPanel::nextPile(m_case).has_value());
    m_messages->refreshCover();
    Q_EMIT changed();
}

void SeparationPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
        return;
    }
    m_tools->clearSearch();
    m_groups->setFilter({});
    m_groups->resort();
    m_groups->selectFirstOpen();
    m_messages->showUndecided();
}

void SeparationPage::search()
{
    const QString text = m_tools->searchText();
    m_groups->setFilter(text);
    if (text.trimmed().isEmpty()) {
        m_groups->select(0);
    } else {
        m_messages->showAll(text);
        m_verdicts->setReady(true);
    }
}

void SeparationPage::showGroup(int row)
{
    m_verdicts->setReady(true);
    if (m_groups->isQuestions()) {
        m_messages->showRows(m_groups->question(row).rows);
    } else {
        const separation::Group group = m_groups->group(row);
        m_messages->showGroup(group.scope, group.key);
    }
}

void SeparationPage::decide(Verdict verdict)
{
    if (isAuditing()) {
        return;
    }
    if (m_messages->isOnMessages()) {
        decideMessages(verdict);
    } else {
        decideGroup(verdict);
    }
}

void SeparationPage::decideGroup(Verdict verdict)
{
    const auto row = m_groups->current();
    if (!row) {
        return;
    }
    m_messages->markFresh();
    const Status decided = m_groups->isQuestions()
                               ? m_case.decideAll(separation::answerOf(m_case.plan(), m_groups->question(*row), verdict,
                                                                       m_case.clock().now()))
                               : m_case.decide(m_groups->group(*row).scope, m_groups->group(*row).key, verdict);
    if (accept(decided) && verdict != Verdict::Undecided) {
        m_messages->markFresh();
        m_groups->selectNext(*row);
    }
}

void SeparationPage::askInParts()
{
    const auto row = m_groups->current();
    if (isAuditing() || !row || m_groups->group(*row).key.isEmpty()) {
        return; // several groups at once are in parts already
    }
    const separation::Group group = m_groups->group(*row);
    if (accept(m_case.askInParts(group.scope, group.key))) {
        m_messages->markFresh();
        m_groups->selectNext(*row);
    }
}

void SeparationPage::markPrivateLines(const QString& stableId, bool isOn)
{
    accept(m_case.setTopic<handover::MixedMessages>(m_case.topic<handover::MixedMessages>().with(stableId, isOn)));
    m_messages->refreshCover();
}

void SeparationPage::decideMessages(Verdict verdict)
{
    const auto decisions = m_messages->decisionsForSelected(verdict, m_case.clock().now());
    m_messages->markFresh();
    if (accept(m_case.decideAll(decisions)) && decisions.size() == 1) {
        m_messages->moveOn();
    }
}

bool SeparationPage::isAuditing() const
{
    return m_left->currentWidget() == m_auditPanel;
}

void SeparationPage::startAudit()
{
    const auto pile = AuditPanel::nextPile(m_case);
    if (!pile) {
        return;
    }
    m_tools->clearSearch();
    m_left->setCurrentWidget(m_auditPanel);
    m_tools->setEnabled(false);
    m_verdicts->setVisible(false);
    m_auditPanel->start(*pile);
    m_messages->showRows(m_auditPanel->rows());
    refresh();
}

void SeparationPage::endAudit(const Status& saved)
{
    m_left->setCurrentWidget(m_groups);
    m_tools->setEnabled(true);
    m_verdicts->setVisible(true);
    accept(saved);
    m_groups->showScope(m_tools->scope());
    m_groups->setFocus();
    refresh();
}

} // namespace staffelstab::wizard_pages
