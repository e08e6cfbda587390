// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_page.h"

#include "handover/topics/separation_topics.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/audit_panel.h"
#include "wizard_pages/widgets/cover_line.h"
#include "wizard_pages/widgets/group_delegate.h"
#include "wizard_pages/widgets/safe_preview.h"
#include "wizard_pages/widgets/separation_counter.h"
#include "wizard_pages/widgets/separation_tools.h"
#include "wizard_pages/widgets/spoken_models.h"
#include "wizard_pages/widgets/verdict_bar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTreeView>

namespace staffelstab::wizard_pages {

using separation::Scope;
using separation::Verdict;

namespace {

constexpr int previewDelayMs = 80;
constexpr int freshForMs = 1'200;

} // namespace

SeparationPage::SeparationPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                               QWidget* parent)
    : CasePage(handover, handover::Step::Separation, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_groups(handover.plan(), Scope::Correspondent), m_messages(handover.plan()),
      m_counter(new SeparationCounter(this)), m_tools(new SeparationTools(this)),
      m_hint(makeSmall([this] { return hintText(); })),
      m_suggestions(makeButton(QStringLiteral("acceptSuggestions"), {}, [] { return tr("Suggestions …"); })),
      m_audit(makeButton(QStringLiteral("sampleAudit"), {}, [] { return tr("Look at a sample …"); })),
      m_left(new QStackedWidget(this)), m_groupView(new QListView(this)), m_auditPanel(new AuditPanel(handover, this)),
      m_messageView(new QTreeView(this)), m_cover(new CoverLine(this)), m_preview(new SafePreview(this)),
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
    makeTexts();
    connectLists();
    connectKeys();
}

void SeparationPage::makeLists()
{
    auto* spokenGroups = new SpokenGroups(this);
    spokenGroups->setSourceModel(&m_groups);
    m_groupView->setObjectName(QStringLiteral("groups"));
    m_groupView->setModel(spokenGroups);
    m_groupView->setItemDelegate(new GroupDelegate(m_groupView));
    m_groupView->setUniformItemSizes(true);
    m_left->setMinimumWidth(248);
    m_left->addWidget(m_groupView);
    m_left->addWidget(m_auditPanel);
    m_messageView->setMinimumWidth(380);
    auto* spokenMessages = new SpokenMessages(this);
    spokenMessages->setSourceModel(&m_messages);
    m_messageView->setObjectName(QStringLiteral("messages"));
    m_messageView->setModel(spokenMessages);
    m_messageView->setItemDelegate(new MessageDelegate(m_messageView));
    m_messageView->setUniformRowHeights(true);
    m_messageView->setRootIsDecorated(false);
    m_messageView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_messageView->setAllColumnsShowFocus(true);
    m_messageView->setSortingEnabled(true);
    m_messageView->sortByColumn(separation::MessageListModel::DateColumn, Qt::DescendingOrder);
    QHeaderView* header = m_messageView->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(separation::MessageListModel::SubjectColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    header->resizeSection(separation::MessageListModel::DateColumn, 96);
    header->resizeSection(separation::MessageListModel::CorrespondentColumn, 112);
    header->resizeSection(separation::MessageListModel::VerdictColumn, 108);
    auto* right = new QVBoxLayout;
    right->setSpacing(space::medium);
    right->addWidget(m_messageView, 3);
    right->addWidget(m_cover);
    right->addWidget(m_preview, 2);
    auto* both = new QHBoxLayout;
    both->setSpacing(space::large);
    both->addWidget(m_left, 1);
    both->addLayout(right, 2);
    content()->addLayout(both, 1);
    content()->addWidget(m_verdicts);
}

void SeparationPage::makeTexts()
{
    onLanguage([this] {
        m_messages.setColumnTitles({tr("Date"), tr("Subject"), tr("Contact"), tr("Verdict")});
        m_groupView->setAccessibleName(tr("Questions or groups of messages"));
        m_messageView->setAccessibleName(tr("Messages of the group"));
        m_preview->retranslate();
        showCover();
    });
}

void SeparationPage::connectLists()
{
    connect(m_groupView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                m_isOnMessages = false;
                showGroup(current);
            });
    connect(m_groupView, &QListView::pressed, this, [this] { m_isOnMessages = false; });
    connect(m_groupView, &QListView::clicked, this, &SeparationPage::showGroup);
    connect(m_messageView->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_isOnMessages = m_messageView->hasFocus();
        m_previewSoon.start();
        showCover();
    });
    connect(m_messageView, &QTreeView::pressed, this, [this] { m_isOnMessages = true; });
    connect(m_tools, &SeparationTools::scopeChosen, this, &SeparationPage::showScope);
    connect(m_tools, &SeparationTools::searchWanted, this, &SeparationPage::search);
    connect(m_tools, &SeparationTools::openFirstToggled, this, [this](bool isOn) { m_groups.setOpenFirst(isOn); });
    connect(m_suggestions, &QPushButton::clicked, this, &SeparationPage::offerSuggestions);
    connect(m_audit, &QPushButton::clicked, this, &SeparationPage::offerAudit);
    connect(m_auditPanel, &AuditPanel::moved, this, &SeparationPage::showAudited);
    connect(m_auditPanel, &AuditPanel::ended, this, &SeparationPage::endAudit);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewDelayMs);
    connect(&m_previewSoon, &QTimer::timeout, this, &SeparationPage::askPreview);
    m_freshEnds.setSingleShot(true);
    m_freshEnds.setInterval(freshForMs);
    connect(&m_freshEnds, &QTimer::timeout, this, [this] { m_messages.setFreshShown(false); });
    connect(&m_acts, &handover::HandoverActs::previewReady, this, &SeparationPage::showPreview);
    connect(&m_acts, &handover::HandoverActs::previewFailed, this,
            [this](separation::Row, const Failure& failure) { m_preview->showSentence(FailureText::of(failure)); });
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
    connect(m_cover, &CoverLine::privateLinesToggled, this, &SeparationPage::markPrivateLines);
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
    return tr("One key answers for the whole group on the left. Select single messages on the right to answer for them "
              "alone. M: mixed, ask in parts. Ctrl+Z takes anything back.");
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
        m_groups.showQuestions();
    } else {
        m_groups.resort();
    }
    refresh();
    if (!m_groupView->currentIndex().isValid()) {
        selectGroup(0);
    }
    m_groupView->setFocus();
}

void SeparationPage::refresh()
{
    const separation::SeparationPlan& plan = m_case.plan();
    m_counter->show(plan);
    m_hint->setVisible(plan.decisions().empty() && !isAuditing());
    m_verdicts->setMayUndo(plan.mayUndo(), plan.mayRedo());
    m_suggestions->setVisible(plan.undecided() > 0);
    const bool hasPiles = plan.tallies()[static_cast<std::size_t>(Verdict::Business)].messages +
                              plan.tallies()[static_cast<std::size_t>(Verdict::Private)].messages >
                          0;
    m_audit->setVisible(plan.undecided() == 0 && hasPiles && !isAuditing());
    showCover();
    Q_EMIT changed();
}

void SeparationPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
    } else {
        toUndecided();
    }
}

void SeparationPage::showScope()
{
    if (const auto scope = m_tools->scope()) {
        m_groups.setScope(*scope);
    } else {
        m_groups.showQuestions();
    }
    selectGroup(0);
}

void SeparationPage::selectGroup(int row)
{
    m_isOnMessages = false;
    if (row < m_groups.rowCount()) {
        m_groupView->setCurrentIndex(m_groupView->model()->index(row, 0));
    } else {
        m_messages.showNothing();
        m_preview->clear();
        m_cover->clear();
    }
}

void SeparationPage::search()
{
    const QString text = m_tools->searchText();
    m_groups.setFilter(text);
    m_messages.setFilter(text);
    if (text.trimmed().isEmpty()) {
        selectGroup(0);
    } else {
        m_messages.showAll();
    }
}

void SeparationPage::showGroup(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    m_messages.setFilter({});
    if (m_groups.isQuestions()) {
        m_messages.showRows(m_groups.question(index.row()).rows);
    } else {
        const separation::Group group = m_groups.group(index.row());
        m_messages.showGroup(group.scope, group.key);
    }
    m_messageView->setCurrentIndex(m_messageView->model()->index(0, 0));
    m_isOnMessages = false;
    m_previewSoon.start();
}

void SeparationPage::askPreview()
{
    const QModelIndex current = m_messageView->currentIndex();
    if (current.isValid() && isVisible()) {
        m_acts.startPreview(m_messages.tableRow(current.row()));
    } else {
        m_preview->clear();
    }
}

void SeparationPage::showPreview(separation::Row row, const mail::MessagePreview& preview)
{
    const QModelIndex current = m_messageView->currentIndex();
    if (current.isValid() && m_messages.tableRow(current.row()) == row) {
        m_preview->showMessage(m_case.messages().subject(row).simplified(), preview);
    }
}

void SeparationPage::showCover()
{
    const QModelIndex current = m_messageView->currentIndex();
    if (!current.isValid()) {
        m_cover->clear();
        return;
    }
    const separation::Row row = m_messages.tableRow(current.row());
    m_cover->show(m_case.plan(), row,
                  m_case.topic<handover::MixedMessages>().ids.contains(m_case.messages().stableId(row)));
}

void SeparationPage::decide(Verdict verdict)
{
    if (isAuditing()) {
        return;
    }
    if (m_isOnMessages && m_messageView->selectionModel()->hasSelection()) {
        decideMessages(verdict);
    } else {
        decideGroup(verdict);
    }
}

void SeparationPage::decideGroup(Verdict verdict)
{
    const QModelIndex current = m_groupView->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const int row = current.row();
    m_messages.setFreshShown(true);
    const Status decided = m_groups.isQuestions()
                               ? m_case.decideAll(separation::answerOf(m_case.plan(), m_groups.question(row), verdict,
                                                                       m_case.clock().now()))
                               : m_case.decide(m_groups.group(row).scope, m_groups.group(row).key, verdict);
    if (accept(decided) && verdict != Verdict::Undecided) {
        goOn(row);
    }
}

void SeparationPage::goOn(int from)
{
    m_freshEnds.start();
    if (m_groups.isQuestions()) {
        m_groups.resort();
        selectGroup(0);
    } else if (const int next = m_groups.nextOpen(from); next >= 0) {
        selectGroup(next);
    }
}

void SeparationPage::askInParts()
{
    const QModelIndex current = m_groupView->currentIndex();
    if (isAuditing() || !current.isValid() || m_groups.group(current.row()).key.isEmpty()) {
        return; // several groups at once are in parts already
    }
    const separation::Group group = m_groups.group(current.row());
    if (accept(m_case.askInParts(group.scope, group.key))) {
        goOn(current.row());
    }
}

void SeparationPage::markPrivateLines(bool isOn)
{
    const QModelIndex current = m_messageView->currentIndex();
    if (!current.isValid()) {
        return;
    }
    handover::MixedMessages mixed = m_case.topic<handover::MixedMessages>();
    const QString id = m_case.messages().stableId(m_messages.tableRow(current.row()));
    if (isOn) {
        mixed.ids.insert(id);
    } else {
        mixed.ids.remove(id);
    }
    accept(m_case.setTopic<handover::MixedMessages>(mixed));
    showCover();
}

void SeparationPage::decideMessages(Verdict verdict)
{
    std::vector<separation::Decision> decisions;
    const QDateTime now = m_case.clock().now();
    m_messages.setFreshShown(true);
    m_freshEnds.start();
    int last = -1;
    for (const QItemSelectionRange& range : m_messageView->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString key = m_messages.index(row, 0).data(separation::MessageListModel::KeyRole).toString();
            decisions.push_back({Scope::Message, key, verdict, now});
            last = qMax(last, row);
        }
    }
    if (accept(m_case.decideAll(decisions)) && decisions.size() == 1 && last + 1 < m_messages.rowCount()) {
        m_messageView->setCurrentIndex(m_messageView->model()->index(last + 1, 0));
        m_isOnMessages = true;
    }
}

void SeparationPage::toUndecided()
{
    m_tools->clearSearch();
    m_groups.setFilter({});
    m_groups.resort();
    selectGroup(qMax(0, m_groups.nextOpen(-1)));
    m_messages.setFilter({});
    m_messages.showUndecided();
    m_messageView->setCurrentIndex(m_messageView->model()->index(0, 0));
    m_messageView->setFocus();
    m_isOnMessages = true;
}

void SeparationPage::offerSuggestions()
{
    if (const auto rest = separation::sureRest(m_case.plan(), separation::questionsOf(m_case.plan()))) {
        offerRest(*rest);
        return;
    }
    const auto decisions = m_case.plan().suggestionsAsDecisions(sure, m_case.clock().now());
    if (decisions.empty()) {
        m_prompts.tell(this, tr("There is no sure suggestion"), tr("What is left has to be looked at by you."), {});
        return;
    }
    m_prompts.confirm(
        this, tr("Accept %n suggestion(s)?", "", static_cast<int>(decisions.size())),
        tr("They rest on names, folders and traits of the texts, nobody but the program has read "
           "them, and some suggestions may be wrong. Less sure ones stay undecided. Ctrl+Z takes all of them back at "
           "once, and each one can be changed later."),
        tr("Accept"), [this, decisions] {
            accept(m_case.decideAll(decisions));
            m_groups.resort();
            selectGroup(0);
        });
}

void SeparationPage::offerRest(const separation::SureRest& rest)
{
    m_prompts.confirm(this, tr("Call the remaining %n message(s) business?", "", static_cast<int>(rest.rows.size())),
                      tr("Nothing in them looks private any more. The sample at the end tells how well that holds. "
                         "Ctrl+Z takes it back."),
                      tr("Call them business"), [this, rest] {
                          accept(m_case.decideAll(separation::restOf(m_case.plan(), rest, m_case.clock().now())));
                          m_groups.resort();
                          selectGroup(0);
                      });
}

bool SeparationPage::isAuditing() const
{
    return m_left->currentWidget() == m_auditPanel;
}

void SeparationPage::offerAudit()
{
    const auto& tallies = m_case.plan().tallies();
    const bool hasBusiness = tallies[static_cast<std::size_t>(Verdict::Business)].messages > 0;
    const bool isBusinessDone = handover::SampleAudit::valid(m_case, Verdict::Business).has_value();
    const bool hasPrivate = tallies[static_cast<std::size_t>(Verdict::Private)].messages > 0;
    startAudit(hasBusiness && (!isBusinessDone || !hasPrivate) ? Verdict::Business : Verdict::Private);
}

void SeparationPage::startAudit(Verdict pile)
{
    m_tools->clearSearch();
    m_left->setCurrentWidget(m_auditPanel);
    m_tools->setEnabled(false);
    m_verdicts->setVisible(false);
    m_auditPanel->start(pile);
    m_messages.setFilter({});
    m_messages.showRows(m_auditPanel->rows());
    showAudited();
    refresh();
}

void SeparationPage::showAudited()
{
    m_messageView->setCurrentIndex(m_messageView->model()->index(m_auditPanel->at(), 0));
    m_previewSoon.start();
}

void SeparationPage::endAudit(const Status& saved)
{
    m_left->setCurrentWidget(m_groupView);
    m_tools->setEnabled(true);
    m_verdicts->setVisible(true);
    accept(saved);
    showScope();
    m_groupView->setFocus();
    refresh();
}

} // namespace staffelstab::wizard_pages
