// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_page.h"

#include "handover/topics/separation_topics.h"
#include "wizard_pages/separation_text.h"
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
      m_hint(makeSmall([this] { return SeparationText::hint(m_case.plan().undecided() == 0); })),
      m_suggestions(makeButton(QStringLiteral("acceptSuggestions"), {}, [] { return tr("Suggestions …"); })),
      m_audit(makeButton(QStringLiteral("sampleAudit"), {}, [] { return tr("Look at a sample …"); })),
      m_left(new QStackedWidget(this)), m_groups(new GroupView(handover.plan(), this)),
      m_auditPanel(new AuditPanel(handover, this)), m_messages(new MessagePane(handover, acts, this)),
      m_verdicts(new VerdictBar(this)), m_answers(handover, *m_groups, *m_messages)
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
    connect(m_messages, &MessagePane::turned, this,
            [this] { m_verdicts->setMixedReady(!isAuditing() && m_answers.mayAskInParts()); });
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
            m_answers.forget();
            m_groups->resort();
            m_groups->select(0);
        });
    });
    connect(m_audit, &QPushButton::clicked, this, &SeparationPage::startAudit);
    connect(m_auditPanel, &AuditPanel::moved, this, [this] { m_messages->moveToMessage(m_auditPanel->current()); });
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
    connect(m_verdicts, &VerdictBar::chosen, this,
            [this](Verdict verdict) { answer([&] { return m_answers.decide(verdict); }); });
    connect(m_verdicts, &VerdictBar::mixedWanted, this, &SeparationPage::askInParts);
    connect(m_verdicts, &VerdictBar::undoWanted, this, [this] { answer([this] { return m_answers.undo(); }); });
    connect(m_verdicts, &VerdictBar::redoWanted, this, [this] { answer([this] { return m_answers.redo(); }); });
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
    if (const QString result = m_auditPanel->resultText(); !result.isEmpty()) {
        return result;
    }
    return SeparationText::lead(m_answers.last());
}

QString SeparationPage::why() const
{
    return SeparationText::why();
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
    m_answers.forget();
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
    m_hint->setText(SeparationText::hint(plan.undecided() == 0));
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
    m_messages->tellGroup(m_groups->group(row), m_groups->parts(row));
}

bool SeparationPage::answer(const std::function<Status()>& act)
{
    const bool isAnswered = !isAuditing() && accept(act());
    if (isAnswered) {
        Q_EMIT changed();
    }
    return isAnswered;
}

void SeparationPage::askInParts()
{
    const auto asked = m_answers.mayAskInParts() ? m_groups->current() : std::nullopt;
    if (!asked) {
        return;
    }
    const separation::Group group = m_groups->group(*asked);
    if (!answer([this] { return m_answers.askInParts(); })) {
        return;
    }
    m_tools->chooseQuestions();
    const std::vector<separation::Row> rows = m_case.plan().rowsOf(group.scope, group.key);
    const auto open = std::find_if(rows.begin(), rows.end(), [this](separation::Row message) {
        return m_case.plan().verdict(message) == Verdict::Undecided;
    });
    if (open != rows.end()) {
        m_groups->selectGroupOf(*open);
        m_messages->moveToMessage(*open);
    }
}

void SeparationPage::markPrivateLines(const QString& stableId, bool isOn)
{
    accept(m_case.setTopic<handover::MixedMessages>(m_case.topic<handover::MixedMessages>().with(stableId, isOn)));
    m_messages->refreshCover();
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
    m_messages->setSortable(false);
    m_auditPanel->start(*pile);
    m_messages->showRows(m_auditPanel->rows());
    refresh();
}

void SeparationPage::endAudit(const Status& saved)
{
    m_left->setCurrentWidget(m_groups);
    m_tools->setEnabled(true);
    m_verdicts->setVisible(true);
    m_messages->setSortable(true);
    accept(saved);
    if (m_case.plan().undecided() > 0) {
        m_tools->chooseQuestions(); // what a finding opened again stands there
    }
    m_groups->showScope(m_tools->scope());
    m_groups->setFocus();
    refresh();
}

} // namespace staffelstab::wizard_pages
