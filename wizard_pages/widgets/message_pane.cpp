// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/message_pane.h"

#include "handover/topics/separation_topics.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"
#include "wizard_pages/widgets/cover_line.h"
#include "wizard_pages/widgets/group_delegate.h"
#include "wizard_pages/widgets/group_line.h"
#include "wizard_pages/widgets/long_list_view.h"
#include "wizard_pages/widgets/safe_preview.h"
#include "wizard_pages/widgets/spoken_models.h"

#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>

namespace staffelstab::wizard_pages {

using separation::MessageListModel;
using separation::Verdict;

namespace {

constexpr int previewDelayMs = 80;
constexpr int freshForMs = 1'200;
/** The column that messages are sorted by while they stand as they were given. */
constexpr int orderGiven = -1;

} // namespace

MessagePane::MessagePane(handover::HandoverCase& handover, handover::HandoverActs& acts, QWidget* keysOn)
    : QWidget(keysOn), m_case(handover), m_acts(acts), m_messages(handover.plan()), m_group(new GroupLine(this)),
      m_view(new LongListView(this)), m_cover(new CoverLine(keysOn)), m_preview(new SafePreview(this))
{
    makeList();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    // Some messages and their head are seen whatever stands around them.
    m_view->setMinimumHeight(38 + 2 * MessageDelegate::rowHeight);
    m_preview->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_preview->setMinimumHeight(110);
    column->addWidget(m_group);
    column->addWidget(m_view, 3);
    column->addWidget(m_cover);
    column->addWidget(m_preview, 2);
    connectList();
}

void MessagePane::makeList()
{
    auto* spoken = new SpokenMessages(this);
    spoken->setSourceModel(&m_messages);
    m_view->setObjectName(QStringLiteral("messages"));
    m_view->setMinimumWidth(380);
    m_view->setModel(spoken);
    m_view->setItemDelegate(new MessageDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAllColumnsShowFocus(true);
    setSortable(true);
    m_view->sortByColumn(MessageListModel::DateColumn, Qt::DescendingOrder);
    QHeaderView* header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(MessageListModel::SubjectColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(60);
    header->resizeSection(MessageListModel::DateColumn, 90);
    header->resizeSection(MessageListModel::CorrespondentColumn, 90);
    fitVerdicts();
}

void MessagePane::fitVerdicts()
{
    int widest = 0;
    for (const Verdict verdict : {Verdict::Undecided, Verdict::Private, Verdict::Business, Verdict::Protected}) {
        widest = qMax(widest, chipWidth(Chip::of(verdict)));
    }
    m_view->header()->resizeSection(MessageListModel::VerdictColumn,
                                    widest + MessageDelegate::paddingBefore + MessageDelegate::paddingAfter);
}

void MessagePane::connectList()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        setOnMessages(m_view->hasFocus());
        m_previewSoon.start();
        refreshCover();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessagePane::sayTarget);
    connect(m_view, &QTreeView::pressed, this, [this] { setOnMessages(true); });
    connect(m_cover, &CoverLine::privateLinesToggled, this, [this](bool isOn) {
        if (const auto row = currentRow()) {
            Q_EMIT privateLinesToggled(m_case.messages().stableId(*row), isOn);
        }
    });
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewDelayMs);
    connect(&m_previewSoon, &QTimer::timeout, this, &MessagePane::askPreview);
    m_freshEnds.setSingleShot(true);
    m_freshEnds.setInterval(freshForMs);
    connect(&m_freshEnds, &QTimer::timeout, this, [this] { m_messages.setFreshShown(false); });
    connect(&m_acts, &handover::HandoverActs::previewReady, this, &MessagePane::showPreview);
    connect(&m_acts, &handover::HandoverActs::previewFailed, this,
            [this](separation::Row, const Failure& failure) { m_preview->showSentence(FailureText::of(failure)); });
}

void MessagePane::retranslate()
{
    fitVerdicts();
    m_messages.setColumnTitles({tr("Date"), tr("Subject"), tr("Contact"), tr("Verdict")});
    m_view->setAccessibleName(tr("Messages of the group"));
    m_preview->retranslate();
    refreshCover();
}

void MessagePane::setSortable(bool isOn)
{
    m_view->setSortingEnabled(isOn);
    m_view->header()->setSectionsClickable(isOn);
}

void MessagePane::setOnMessages(bool isOn)
{
    m_isOnMessages = isOn;
    sayTarget();
}

void MessagePane::sayTarget()
{
    m_group->setSelected(isOnMessages() ? static_cast<int>(m_view->selectionModel()->selectedRows().size()) : 0);
    m_view->setAccessibleDescription(m_group->text());
    Q_EMIT turned();
}

void MessagePane::tellGroup(const separation::Group& group, int parts)
{
    m_isGroupShown = true;
    m_group->showGroup(m_case.plan(), group, parts, m_messages.shown());
    sayTarget();
}

void MessagePane::showNothing()
{
    m_isGroupShown = true;
    m_group->clear();
    m_messages.showNothing();
    setOnMessages(false);
    m_preview->clear();
    m_cover->clear();
}

void MessagePane::showRows(std::vector<separation::Row> rows)
{
    m_messages.setFilter({});
    m_messages.showRows(std::move(rows));
    m_view->header()->setSortIndicator(orderGiven, Qt::AscendingOrder);
    moveTo(0);
}

void MessagePane::showGroup(separation::Scope scope, const QString& key)
{
    sortAgain();
    m_messages.setFilter({});
    m_messages.showGroup(scope, key);
    moveTo(0);
}

void MessagePane::showAll(const QString& filter)
{
    sortAgain();
    m_messages.setFilter(filter);
    m_messages.showAll();
    moveTo(0);
    tellMessages();
    // What was searched for is meant, not the group that was shown before.
    setOnMessages(true);
}

void MessagePane::showUndecided()
{
    sortAgain();
    m_messages.setFilter({});
    m_messages.showUndecided();
    moveTo(0);
    tellMessages();
    m_view->setFocus();
    setOnMessages(true);
}

void MessagePane::tellMessages()
{
    m_isGroupShown = false;
    m_group->showMessages(m_messages.rowCount());
}

void MessagePane::sortAgain()
{
    if (m_view->header()->sortIndicatorSection() == orderGiven) {
        m_messages.showNothing();
        m_view->sortByColumn(MessageListModel::DateColumn, Qt::DescendingOrder);
    }
}

void MessagePane::moveTo(int place)
{
    m_view->setCurrentIndex(m_view->model()->index(place, 0));
    setOnMessages(false);
    m_previewSoon.start();
}

void MessagePane::moveToMessage(separation::Row row)
{
    if (const int place = m_messages.rowOf(row); place >= 0) {
        moveTo(place);
        m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
    }
}

void MessagePane::moveToFresh()
{
    const std::span<const separation::Row> shown = m_messages.shown();
    const auto fresh =
        std::find_if(shown.begin(), shown.end(), [this](separation::Row row) { return m_case.plan().isFresh(row); });
    if (fresh != shown.end()) {
        moveTo(static_cast<int>(fresh - shown.begin()));
    }
}

void MessagePane::selectFresh()
{
    const std::span<const separation::Row> shown = m_messages.shown();
    QItemSelection fresh;
    for (std::size_t place = 0; place < shown.size(); ++place) {
        if (m_case.plan().isFresh(shown[place])) {
            const QModelIndex index = m_view->model()->index(static_cast<int>(place), 0);
            fresh.merge(QItemSelection(index, index), QItemSelectionModel::Select);
        }
    }
    m_view->selectionModel()->select(fresh, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    setOnMessages(true);
}

std::optional<separation::Row> MessagePane::currentRow() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_messages.tableRow(current.row())) : std::nullopt;
}

bool MessagePane::isOnMessages() const
{
    return m_isOnMessages && m_view->selectionModel()->hasSelection();
}

std::vector<separation::Decision> MessagePane::decisionsForSelected(Verdict verdict, const QDateTime& at) const
{
    std::vector<separation::Decision> decisions;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString key = m_messages.index(row, 0).data(MessageListModel::KeyRole).toString();
            decisions.push_back({separation::Scope::Message, key, verdict, at});
        }
    }
    return decisions;
}

void MessagePane::moveOn()
{
    int last = -1;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection()) {
        last = qMax(last, range.bottom());
    }
    if (last + 1 < m_messages.rowCount()) {
        moveTo(last + 1);
        setOnMessages(true);
    }
}

void MessagePane::markFresh()
{
    m_messages.setFreshShown(true);
    m_freshEnds.start();
}

void MessagePane::refreshCover()
{
    if (const auto row = currentRow()) {
        m_cover->show(m_case.plan(), *row,
                      m_case.topic<handover::MixedMessages>().ids.contains(m_case.messages().stableId(*row)));
    } else {
        m_cover->clear();
    }
}

void MessagePane::askPreview()
{
    const auto row = currentRow();
    if (row && isVisible()) {
        m_acts.startPreview(*row);
    } else {
        m_preview->clear();
    }
}

void MessagePane::showPreview(separation::Row row, const mail::MessagePreview& preview)
{
    if (currentRow() == row) {
        m_preview->showMessage(m_case.messages().subject(row).simplified(), preview);
    }
}

} // namespace staffelstab::wizard_pages
