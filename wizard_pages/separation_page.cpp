// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/separation_page.h"

#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/group_delegate.h"
#include "wizard_pages/widgets/safe_preview.h"
#include "wizard_pages/widgets/separation_counter.h"
#include "wizard_pages/widgets/spoken_models.h"
#include "wizard_pages/widgets/verdict_bar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTreeView>

namespace staffelstab::wizard_pages {

using separation::Scope;
using separation::Verdict;

SeparationPage::SeparationPage(handover::HandoverCase& handover, handover::HandoverActs& acts, UserPrompts& prompts,
                               QWidget* parent)
    : CasePage(handover, handover::Step::Separation, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_groups(handover.plan(), Scope::Correspondent), m_messages(handover.plan()),
      m_counter(new SeparationCounter(this)), m_scopes(new QButtonGroup(this)), m_search(new QLineEdit(this)),
      m_openFirst(nullptr), m_suggestions(nullptr), m_groupView(new QListView(this)),
      m_messageView(new QTreeView(this)), m_preview(new SafePreview(this)), m_verdicts(new VerdictBar(this))
{
    m_counter->hide();
    content()->addLayout(makeTools());
    makeLists();
    connectLists();
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(150);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(80);
    connect(&m_searchSoon, &QTimer::timeout, this, &SeparationPage::search);
    connect(&m_previewSoon, &QTimer::timeout, this, &SeparationPage::askPreview);
    connect(m_search, &QLineEdit::textChanged, &m_searchSoon, qOverload<>(&QTimer::start));
    auto* slash =
        new QShortcut(QKeySequence(QStringLiteral("/")), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_verdicts, &VerdictBar::chosen, this, &SeparationPage::decide);
    connect(m_verdicts, &VerdictBar::undoWanted, this, [this] { accept(m_case.undo()); });
    connect(m_verdicts, &VerdictBar::redoWanted, this, [this] { accept(m_case.redo()); });
    connect(&m_acts, &handover::HandoverActs::previewReady, this, &SeparationPage::showPreview);
    connect(&m_acts, &handover::HandoverActs::previewFailed, this,
            [this](separation::Row, const Failure& failure) { m_preview->showSentence(FailureText::of(failure)); });
}

QLayout* SeparationPage::makeTools()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::small);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(-1);
    const std::pair<Scope, const char*> scopes[] = {{Scope::Correspondent, "scopeContacts"},
                                                    {Scope::Folder, "scopeFolders"},
                                                    {Scope::Thread, "scopeThreads"},
                                                    {Scope::List, "scopeLists"}};
    for (const auto& [scope, name] : scopes) {
        QPushButton* button = makeButton(QLatin1String(name), QStringLiteral("segment"), [scope = scope] {
            switch (scope) {
            case Scope::Folder:
                return tr("Folders");
            case Scope::Thread:
                return tr("Conversations");
            case Scope::List:
                return tr("Lists");
            default:
                return tr("Contacts");
            }
        });
        button->setCheckable(true);
        button->setChecked(scope == Scope::Correspondent);
        m_scopes->addButton(button, static_cast<int>(scope));
        segments->addWidget(button);
    }
    connect(m_scopes, &QButtonGroup::idClicked, this, [this](int id) { setScope(static_cast<Scope>(id)); });
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setClearButtonEnabled(true);
    m_openFirst = makeButton(QStringLiteral("openFirst"), {}, [] { return tr("Undecided first"); });
    m_openFirst->setCheckable(true);
    m_openFirst->setChecked(true);
    connect(m_openFirst, &QPushButton::toggled, this, [this](bool isOn) { m_groups.setOpenFirst(isOn); });
    m_suggestions = makeButton(QStringLiteral("acceptSuggestions"), {}, [] { return tr("Suggestions …"); });
    connect(m_suggestions, &QPushButton::clicked, this, &SeparationPage::offerSuggestions);
    row->addLayout(segments);
    row->addWidget(m_search, 1);
    row->addWidget(m_openFirst);
    m_suggestions->hide();
    return row;
}

void SeparationPage::makeLists()
{
    auto* spokenGroups = new SpokenGroups(this);
    spokenGroups->setSourceModel(&m_groups);
    m_groupView->setObjectName(QStringLiteral("groups"));
    m_groupView->setModel(spokenGroups);
    m_groupView->setItemDelegate(new GroupDelegate(m_groupView));
    m_groupView->setUniformItemSizes(true);
    m_groupView->setMinimumWidth(260);
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
    header->resizeSection(separation::MessageListModel::VerdictColumn, 116);
    onLanguage([this] {
        m_messages.setColumnTitles({tr("Date"), tr("Subject"), tr("Contact"), tr("Verdict")});
        m_groupView->setAccessibleName(tr("Groups of messages"));
        m_messageView->setAccessibleName(tr("Messages of the group"));
        m_search->setPlaceholderText(tr("Search subject and contact   ( / )"));
        m_suggestions->setAccessibleName(tr("Accept suggestions …"));
        m_suggestions->setToolTip(tr("Accept suggestions …"));
        m_search->setAccessibleName(tr("Search subject and contact"));
        m_preview->retranslate();
    });
    auto* right = new QVBoxLayout;
    right->setSpacing(space::medium);
    right->addWidget(m_messageView, 3);
    right->addWidget(m_preview, 2);
    auto* both = new QHBoxLayout;
    both->setSpacing(space::large);
    both->addWidget(m_groupView, 2);
    both->addLayout(right, 3);
    content()->addLayout(both, 1);
    content()->addWidget(m_verdicts);
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
    });
    connect(m_messageView, &QTreeView::pressed, this, [this] { m_isOnMessages = true; });
}

QString SeparationPage::title() const
{
    return tr("Private or business?");
}

QString SeparationPage::lead() const
{
    return tr("You decide, the program only suggests. An answer holds for the whole group.");
}

QString SeparationPage::why() const
{
    return tr(
        "You can answer for a group and then say something more precise about a single message. Only what you call "
        "business goes into the business archive, and only what you call private into your private copy. Protected "
        "mail (works council, company doctor and the like) goes to nobody. A decision about a message beats one about "
        "its conversation, that one beats its list, its contact and its folder. Every decision can be undone.");
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
    m_groups.resort();
    refresh();
    if (!m_groupView->currentIndex().isValid() && m_groups.rowCount() > 0) {
        m_groupView->setCurrentIndex(m_groupView->model()->index(0, 0));
    }
    m_groupView->setFocus();
}

void SeparationPage::refresh()
{
    const separation::SeparationPlan& plan = m_case.plan();
    m_counter->show(plan);
    m_verdicts->setMayUndo(plan.mayUndo(), plan.mayRedo());
    m_suggestions->setEnabled(plan.undecided() > 0);
}

void SeparationPage::act()
{
    if (isComplete()) {
        Q_EMIT finished();
    } else {
        toUndecided();
    }
}

void SeparationPage::setScope(Scope scope)
{
    m_groups.setScope(scope);
    m_isOnMessages = false;
    if (m_groups.rowCount() > 0) {
        m_groupView->setCurrentIndex(m_groupView->model()->index(0, 0));
    } else {
        m_messages.showNothing();
        m_preview->clear();
    }
}

void SeparationPage::search()
{
    const QString text = m_search->text();
    m_groups.setFilter(text);
    m_messages.setFilter(text);
    if (text.trimmed().isEmpty()) {
        m_groupView->setCurrentIndex(m_groupView->model()->index(0, 0));
    } else {
        m_messages.showAll();
    }
}

void SeparationPage::showGroup(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const separation::Group group = m_groups.group(index.row());
    m_messages.setFilter({});
    m_messages.showGroup(group.scope, group.key);
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

void SeparationPage::decide(Verdict verdict)
{
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
    const separation::Group group = m_groups.group(current.row());
    if (!accept(m_case.decide(group.scope, group.key, verdict)) || verdict == Verdict::Undecided) {
        return;
    }
    if (const int next = m_groups.nextOpen(current.row()); next >= 0) {
        m_groupView->setCurrentIndex(m_groupView->model()->index(next, 0));
    }
}

void SeparationPage::decideMessages(Verdict verdict)
{
    std::vector<separation::Decision> decisions;
    int last = -1;
    for (const QItemSelectionRange& range : m_messageView->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString key = m_messages.index(row, 0).data(separation::MessageListModel::KeyRole).toString();
            decisions.push_back({Scope::Message, key, verdict, m_case.clock().now()});
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
    m_search->clear();
    m_searchSoon.stop();
    m_groups.setFilter({});
    m_groups.resort();
    const int next = m_groups.nextOpen(-1);
    m_groupView->setCurrentIndex(m_groupView->model()->index(qMax(0, next), 0));
    m_messages.setFilter({});
    m_messages.showUndecided();
    m_messageView->setCurrentIndex(m_messageView->model()->index(0, 0));
    m_messageView->setFocus();
    m_isOnMessages = true;
}

void SeparationPage::offerSuggestions()
{
    const auto decisions = m_case.plan().suggestionsAsDecisions(sure, m_case.clock().now());
    if (decisions.empty()) {
        m_prompts.tell(this, tr("There is no sure suggestion"), tr("What is left has to be looked at by you."), {});
        return;
    }
    m_prompts.confirm(this, tr("Accept %n suggestion(s)?", "", static_cast<int>(decisions.size())),
                      tr("They rest on names, addresses and folders; nobody has read the messages, and some "
                         "suggestions may be wrong. Less sure ones stay undecided. Ctrl+Z takes all of them back at "
                         "once, and each one can be changed later."),
                      tr("Accept"), [this, decisions] {
                          accept(m_case.decideAll(decisions));
                          m_groups.resort();
                      });
}

} // namespace staffelstab::wizard_pages
