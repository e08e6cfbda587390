// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_list_model.h"

#include "separation/group_list_model.h"
#include "separation/message_order.h"
#include "separation/subject_search.h"

#include <algorithm>
#include <numeric>

namespace staffelstab::separation {

namespace {

/** Of so many messages one: then looking into each is faster than going through all texts. */
constexpr Row fewRows = 8;

} // namespace

MessageListModel::MessageListModel(const SeparationPlan& plan, QObject* parent)
    : QAbstractTableModel(parent), m_plan(plan)
{
    connect(&plan, &SeparationPlan::regrouped, this, &MessageListModel::regroup);
    connect(&plan, &SeparationPlan::changed, this, &MessageListModel::refresh);
}

void MessageListModel::showNothing()
{
    show(Content::Nothing);
}

void MessageListModel::showGroup(Scope scope, const QString& key)
{
    m_scope = scope;
    m_key = key;
    show(Content::Group);
}

void MessageListModel::showAll()
{
    show(Content::All);
}

void MessageListModel::showUndecided()
{
    show(Content::Undecided);
}

void MessageListModel::showRows(std::vector<Row> rows)
{
    m_given = std::move(rows);
    show(Content::Rows);
}

void MessageListModel::setFreshShown(bool isShown)
{
    if (isShown != m_isFreshShown) {
        m_isFreshShown = isShown;
        refresh();
    }
}

void MessageListModel::show(Content content)
{
    beginResetModel();
    m_content = content;
    fill();
    endResetModel();
}

void MessageListModel::regroup()
{
    if (m_content == Content::Rows) {
        m_content = Content::Nothing; // rows are new
    }
    m_people.clear();
    show(m_content);
}

void MessageListModel::fill()
{
    m_isFiltered = false;
    m_rows.clear();
    if (m_content == Content::Group) {
        m_rows = m_plan.rowsOf(m_scope, m_key);
    } else if (m_content == Content::Rows) {
        m_rows = m_given;
        applyFilter();
        return;
    } else if (m_content != Content::Nothing) {
        m_rows.resize(m_plan.table().size());
        std::iota(m_rows.begin(), m_rows.end(), 0);
    }
    if (m_content == Content::Undecided) {
        std::erase_if(m_rows, [this](Row row) { return m_plan.verdict(row) != Verdict::Undecided; });
    }
    sortRows();
    applyFilter();
}

void MessageListModel::setFilter(const QString& text)
{
    if (text != m_filter) {
        beginResetModel();
        m_filter = text;
        applyFilter();
        endResetModel();
    }
}

void MessageListModel::applyFilter()
{
    const std::vector<QByteArray> words = FoldedTexts::queryWords(m_filter);
    // What more letters are typed to was among what the former ones found.
    const bool isNarrower = m_isFiltered && FoldedTexts::isNarrower(words, m_filterWords);
    if (!isNarrower) {
        m_shown = m_rows;
    }
    m_isFiltered = true;
    m_filterWords = words;
    for (const QByteArray& word : words) {
        narrow(word);
    }
}

void MessageListModel::narrow(const QByteArray& word)
{
    const MessageTable& table = m_plan.table();
    const std::vector<bool> people = this->people().find(word);
    SubjectSearch search(table.subjects(), word);
    const auto isFound = [&](Row row) {
        return people[table.correspondent(row)] || search.isIn(table.subjectEntry(row));
    };
    if (m_shown.size() < table.size() / fewRows) {
        std::erase_if(m_shown, [&](Row row) { return !isFound(row); });
        return;
    }
    // In the order of the table, in which it lies in memory; the order of the list jumps about in it.
    search.lookThroughAll();
    std::vector<bool> found(table.size());
    for (Row row = 0; row < table.size(); ++row) {
        found[row] = isFound(row);
    }
    std::erase_if(m_shown, [&](Row row) { return !found[row]; });
}

const FoldedTexts& MessageListModel::people()
{
    const MessageTable& table = m_plan.table();
    if (m_people.size() != table.correspondents()) {
        m_people.clear();
        for (quint32 i = 0; i < table.correspondents(); ++i) {
            m_people.append(table.correspondentName(i) + QLatin1Char(' ') + table.correspondentAddress(i));
        }
    }
    return m_people;
}

void MessageListModel::sort(int column, Qt::SortOrder order)
{
    const bool isColumn = column >= DateColumn && column <= VerdictColumn;
    if (!isColumn && m_content != Content::Rows) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<Row> rows;
    for (const QModelIndex& index : before) {
        rows.push_back(tableRow(index.row()));
    }
    if (isColumn) {
        m_sortColumn = static_cast<Column>(column);
        m_sortOrder = order;
        sortRows();
    } else {
        m_rows = m_given;
    }
    m_isFiltered = false;
    applyFilter();
    std::vector<int> places(m_plan.table().size(), -1);
    for (std::size_t place = 0; place < m_shown.size(); ++place) {
        places[m_shown[place]] = static_cast<int>(place);
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after += index(places[rows[static_cast<std::size_t>(i)]], before[i].column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void MessageListModel::sortRows()
{
    sortMessages(m_rows, m_plan, m_sortColumn, m_sortOrder);
}

void MessageListModel::setColumnTitles(const QStringList& titles)
{
    m_titles = titles;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void MessageListModel::refresh()
{
    if (!m_shown.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int MessageListModel::rowOf(Row tableRow) const
{
    const auto found = std::find(m_shown.begin(), m_shown.end(), tableRow);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

quint32 MessageListModel::undecidedShown() const
{
    return static_cast<quint32>(std::count_if(m_shown.begin(), m_shown.end(),
                                              [this](Row row) { return m_plan.verdict(row) == Verdict::Undecided; }));
}

int MessageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int MessageListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : VerdictColumn + 1;
}

QVariant MessageListModel::display(Row row, int column) const
{
    const MessageTable& table = m_plan.table();
    switch (column) {
    case DateColumn:
        return table.date(row) == MessageTable::noDate ? QVariant()
                                                       : QDateTime::fromMSecsSinceEpoch(table.date(row)).toLocalTime();
    case SubjectColumn:
        return table.subject(row);
    case CorrespondentColumn: {
        const quint32 correspondent = table.correspondent(row);
        const QString name = table.correspondentName(correspondent);
        return name.isEmpty() ? table.correspondentKey(correspondent) : name;
    }
    default:
        return {};
    }
}

QVariant MessageListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row row = tableRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case TableRowRole:
        return row;
    case KeyRole:
        return m_plan.keyOf(Scope::Message, row);
    case VerdictRole:
        return static_cast<int>(m_plan.verdict(row));
    case CoveredByRole: {
        const std::optional<Scope> scope = m_plan.coveredBy(row);
        return scope ? QVariant(static_cast<int>(*scope)) : QVariant();
    }
    case SuggestionRole:
        return QVariant::fromValue(m_plan.suggestion(row));
    case AddressRole:
        return m_plan.table().correspondentAddress(m_plan.table().correspondent(row));
    case BytesRole:
        return m_plan.table().bytes(row);
    case IsOutgoingRole:
        return m_plan.table().isOutgoing(row);
    case IsFreshRole:
        return m_isFreshShown && m_plan.isFresh(row);
    default:
        return {};
    }
}

QVariant MessageListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole && section < m_titles.size()) {
        return m_titles[section];
    }
    return {};
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    return {{TableRowRole, "tableRow"},     {KeyRole, "key"},
            {VerdictRole, "verdict"},       {CoveredByRole, "coveredBy"},
            {SuggestionRole, "suggestion"}, {AddressRole, "address"},
            {BytesRole, "bytes"},           {IsOutgoingRole, "isOutgoing"}};
}

} // namespace staffelstab::separation
