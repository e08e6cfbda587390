// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/group_list_model.h"

#include <algorithm>
#include <numeric>

namespace staffelstab::separation {

GroupListModel::GroupListModel(const SeparationPlan& plan, Scope scope, QObject* parent)
    : QAbstractListModel(parent), m_plan(plan), m_scope(scope)
{
    connect(&plan, &SeparationPlan::regrouped, this, &GroupListModel::rebuild);
    connect(&plan, &SeparationPlan::changed, this, &GroupListModel::refresh);
    rebuild();
}

void GroupListModel::setScope(Scope scope)
{
    if (m_scope != scope || m_isQuestions) {
        m_scope = scope;
        m_isQuestions = false;
        m_questions.clear();
        rebuild();
    }
}

void GroupListModel::showQuestions()
{
    m_isQuestions = true;
    rebuild();
}

void GroupListModel::order()
{
    if (!m_isQuestions) {
        m_order = m_plan.groupOrder(m_scope, m_isOpenFirst);
        return;
    }
    m_questions = questionsOf(m_plan);
    compareSuggestions();
    m_order.resize(m_questions.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    m_cache.clear();
    m_texts.clear();
}

void GroupListModel::compareSuggestions()
{
    const bool hasBefore = m_suggested.size() == m_plan.table().size();
    m_suggested.resize(m_plan.table().size(), Verdict::Undecided);
    m_isSuggestedAnew.assign(m_questions.size(), false);
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        std::size_t changed = 0;
        for (const Row row : m_questions[i].rows) {
            changed += m_suggested[row] != m_questions[i].suggestion.verdict ? 1 : 0;
            m_suggested[row] = m_questions[i].suggestion.verdict;
        }
        m_isSuggestedAnew[i] = hasBefore && changed * 2 > m_questions[i].rows.size();
    }
}

bool GroupListModel::isFresh(quint32 number) const
{
    if (!m_isFreshShown) {
        return false;
    }
    const std::span<const Row> rows = rowsOf(number);
    return (m_isQuestions && m_isSuggestedAnew[number]) ||
           std::any_of(rows.begin(), rows.end(), [this](Row row) { return m_plan.isFresh(row); });
}

void GroupListModel::setFreshShown(bool isShown)
{
    if (isShown != m_isFreshShown) {
        m_isFreshShown = isShown;
        refresh();
    }
}

Group GroupListModel::groupOf(const Question& question) const
{
    Group group;
    group.scope = question.parts.front().scope;
    group.key = question.isGroup() ? question.parts.front().key : QString();
    group.title = question.title;
    group.messages = static_cast<quint32>(question.rows.size());
    for (const Row row : question.rows) {
        group.undecided += m_plan.verdict(row) == Verdict::Undecided ? 1 : 0;
    }
    const Verdict first = m_plan.verdict(question.rows.front());
    if (std::all_of(question.rows.begin(), question.rows.end(),
                    [&](Row row) { return m_plan.verdict(row) == first; })) {
        group.verdict = first;
    }
    group.suggestion = m_plan.suggestion(std::span<const Row>(question.rows));
    group.looksMixed = question.looksMixed;
    return group;
}

std::span<const Row> GroupListModel::rowsOf(quint32 number) const
{
    return m_isQuestions ? std::span<const Row>(m_questions[number].rows) : m_plan.groupRows(m_scope, number);
}

void GroupListModel::rebuild()
{
    beginResetModel();
    m_cache.clear();
    m_texts.clear();
    order();
    applyFilter();
    endResetModel();
}

void GroupListModel::setFilter(const QString& text)
{
    if (text != m_filter) {
        beginResetModel();
        m_filter = text;
        applyFilter();
        endResetModel();
    }
}

void GroupListModel::applyFilter()
{
    m_shown = m_order;
    for (const QByteArray& word : FoldedTexts::queryWords(m_filter)) {
        const std::vector<bool> found = texts().find(word);
        std::erase_if(m_shown, [&](quint32 number) { return !found[number]; });
    }
}

const FoldedTexts& GroupListModel::texts() const
{
    if (m_texts.size() == 0 && m_isQuestions) {
        for (const Question& question : m_questions) {
            m_texts.append(question.title);
        }
    } else if (m_texts.size() == 0) {
        const bool isKeyReadable = m_scope != Scope::Message && m_scope != Scope::Thread;
        for (quint32 number = 0; number < m_plan.groupCount(m_scope); ++number) {
            const QString title = m_plan.groupTitle(m_scope, number);
            m_texts.append(isKeyReadable ? title + QLatin1Char(' ') + m_plan.groupKey(m_scope, number) : title);
        }
    }
    return m_texts;
}

void GroupListModel::setOpenFirst(bool openFirst)
{
    m_isOpenFirst = openFirst;
    resort();
}

void GroupListModel::resort()
{
    if (m_isQuestions) {
        rebuild(); // other questions than before
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> numbers;
    for (const QModelIndex& index : before) {
        numbers.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    }
    order();
    applyFilter();
    QHash<quint32, int> rows;
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        rows.insert(m_shown[row], static_cast<int>(row));
    }
    QModelIndexList after;
    for (const quint32 number : numbers) {
        after += index(rows.value(number, -1));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void GroupListModel::refresh()
{
    m_cache.clear();
    if (!m_shown.empty()) {
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_shown.size()) - 1));
    }
}

const Group& GroupListModel::cached(quint32 number) const
{
    auto entry = m_cache.find(number);
    if (entry == m_cache.end()) {
        entry = m_cache.insert(number, m_isQuestions ? groupOf(m_questions[number]) : m_plan.group(m_scope, number));
    }
    return *entry;
}

Group GroupListModel::group(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    return cached(m_shown[static_cast<std::size_t>(row)]);
}

int GroupListModel::rowOf(const QString& key) const
{
    const auto found = std::find(m_shown.begin(), m_shown.end(), m_plan.groupNumber(m_scope, key));
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int GroupListModel::placeOf(Row message) const
{
    const auto holdsIt = [&](quint32 number) {
        const std::span<const Row> rows = rowsOf(number);
        return std::find(rows.begin(), rows.end(), message) != rows.end();
    };
    const quint32 group = m_plan.groupNumber(m_scope, message);
    const auto found = m_isQuestions ? std::find_if(m_shown.begin(), m_shown.end(), holdsIt)
                                     : std::find(m_shown.begin(), m_shown.end(), group);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int GroupListModel::nextOpen(int row) const
{
    const int count = rowCount();
    for (int step = 1; step <= count; ++step) {
        const int candidate = (std::max(row, -1) + step) % count;
        const auto rows = rowsOf(m_shown[static_cast<std::size_t>(candidate)]);
        if (std::any_of(rows.begin(), rows.end(), [&](Row r) { return m_plan.verdict(r) == Verdict::Undecided; })) {
            return candidate;
        }
    }
    return -1;
}

int GroupListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant GroupListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Group& group = cached(m_shown[static_cast<std::size_t>(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return group.title;
    case ScopeRole:
        return static_cast<int>(group.scope);
    case KeyRole:
        return group.key;
    case MessagesRole:
        return group.messages;
    case UndecidedRole:
        return group.undecided;
    case VerdictRole:
        return group.verdict ? QVariant(static_cast<int>(*group.verdict)) : QVariant();
    case SuggestionRole:
        return QVariant::fromValue(group.suggestion);
    case SuggestedVerdictRole:
        return static_cast<int>(group.suggestion.verdict);
    case LooksMixedRole:
        return group.looksMixed;
    case PartsRole:
        return m_isQuestions ? static_cast<int>(question(index.row()).parts.size()) : 1;
    case IsFreshRole:
        return isFresh(m_shown[static_cast<std::size_t>(index.row())]);
    default:
        return {};
    }
}

QHash<int, QByteArray> GroupListModel::roleNames() const
{
    return {{TitleRole, "title"},
            {ScopeRole, "scope"},
            {KeyRole, "key"},
            {MessagesRole, "messages"},
            {UndecidedRole, "undecided"},
            {VerdictRole, "verdict"},
            {SuggestionRole, "suggestion"},
            {SuggestedVerdictRole, "suggestedVerdict"}};
}

} // namespace staffelstab::separation
