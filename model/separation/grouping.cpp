// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/grouping.h"

#include "separation/copies.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace staffelstab::separation {

namespace {

QString folderKey(const TableFolder& folder)
{
    return QString::number(folder.mailbox) + QLatin1Char('/') + folder.folder.path;
}

} // namespace

void Grouping::rebuild(const MessageTable& table, Scope scope, const Persons& persons)
{
    m_table = &table;
    m_scope = scope;
    m_groupOf.clear();
    m_copies.clear();
    m_copiedGroups.clear();
    m_begins.clear();
    m_numbers.clear();
    m_keys.clear();
    m_firsts.clear();
    switch (scope) {
    case Scope::Message:
        assignMessages(table);
        break;
    case Scope::Thread:
        assignThreads(table);
        break;
    case Scope::List:
        assignLists(table);
        break;
    case Scope::Correspondent:
        assignPersons(table, persons);
        break;
    case Scope::Folder:
        assignFolders(table);
        break;
    }
}

quint32 Grouping::groupOf(Row row) const
{
    const auto of = [this](quint32 number) { return number < m_groupOf.size() ? m_groupOf[number] : none; };
    switch (m_scope) {
    case Scope::Thread:
        return of(row);
    case Scope::List:
        return of(m_table->listNumber(row));
    case Scope::Correspondent:
        return of(m_table->correspondent(row));
    case Scope::Folder:
        return of(m_table->folder(row));
    case Scope::Message:
        break;
    }
    const auto isBelow = [](const Copy& copy, Row value) { return copy.row < value; };
    auto copy = std::lower_bound(m_copies.begin(), m_copies.end(), row, isBelow);
    if (copy != m_copies.end() && copy->row == row) {
        row = copy->original;
        copy = std::lower_bound(m_copies.begin(), m_copies.end(), row, isBelow);
    }
    return row - static_cast<quint32>(copy - m_copies.begin());
}

Row Grouping::firstOf(quint32 group) const
{
    if (m_scope == Scope::Thread) {
        return m_firsts[group];
    }
    // The first copy that has more groups' first rows below it.
    std::size_t below = 0;
    for (std::size_t end = m_copies.size(); below < end;) {
        const std::size_t middle = below + (end - below) / 2;
        if (m_copies[middle].row - middle > group) {
            end = middle;
        } else {
            below = middle + 1;
        }
    }
    return group + static_cast<Row>(below);
}

void Grouping::assignMessages(const MessageTable& table)
{
    const std::vector<Row> originals = originalsOf(table);
    for (Row row = 0; row < table.size(); ++row) {
        if (originals[row] != row) {
            m_copies.push_back({row, originals[row]});
        }
    }
    m_size = table.size() - static_cast<quint32>(m_copies.size());
    sortCopies();
}

/** The rows by group; those of one group in their order. */
void Grouping::sortCopies()
{
    for (const Copy& copy : m_copies) {
        m_copiedGroups.push_back(groupOf(copy.row));
    }
    std::sort(m_copiedGroups.begin(), m_copiedGroups.end());
    m_rows.assign(m_table->size(), 0);
    QHash<quint32, quint32> placed;
    for (Row row = 0; row < m_table->size(); ++row) {
        const quint32 group = groupOf(row);
        const bool hasCopies = std::binary_search(m_copiedGroups.begin(), m_copiedGroups.end(), group);
        m_rows[beginOf(group) + (hasCopies ? placed[group]++ : 0)] = row;
    }
}

std::size_t Grouping::beginOf(quint32 group) const
{
    if (m_scope != Scope::Message) {
        return m_begins[group];
    }
    const auto copies = std::lower_bound(m_copiedGroups.begin(), m_copiedGroups.end(), group);
    return group + static_cast<std::size_t>(copies - m_copiedGroups.begin());
}

void Grouping::assignPersons(const MessageTable& table, const Persons& persons)
{
    m_names.clear();
    for (quint32 i = 0; i < table.correspondents(); ++i) {
        const QString key = table.correspondentKey(i);
        m_numbers.insert(key, persons.personOf(i));
        m_groupOf.push_back(persons.personOf(i));
        if (persons.firstOf(persons.personOf(i)) == i) {
            m_keys += key;
            m_names.push_back(i);
        }
    }
    sortRows(persons.size());
}

void Grouping::assignFolders(const MessageTable& table)
{
    // Two folders whose readable paths are the same are one for the leaver.
    for (const TableFolder& folder : table.folders()) {
        const QString key = folderKey(folder);
        const quint32 group = m_numbers.value(key, static_cast<quint32>(m_keys.size()));
        if (group == static_cast<quint32>(m_keys.size())) {
            m_numbers.insert(key, group);
            m_keys += key;
        }
        m_groupOf.push_back(group);
    }
    sortRows(static_cast<quint32>(m_keys.size()));
}

void Grouping::assignLists(const MessageTable& table)
{
    for (Row row = 0; row < table.size(); ++row) {
        const quint32 list = table.listNumber(row);
        if (list == 0) {
            continue;
        }
        m_groupOf.resize(std::max<std::size_t>(m_groupOf.size(), list + 1), none);
        if (m_groupOf[list] == none) {
            const QString key = normalised(Scope::List, QString::fromUtf8(table.listId(row)));
            m_groupOf[list] = m_numbers.value(key, static_cast<quint32>(m_keys.size()));
            if (m_groupOf[list] == static_cast<quint32>(m_keys.size())) {
                m_numbers.insert(key, m_groupOf[list]);
                m_keys += key;
            }
        }
    }
    sortRows(static_cast<quint32>(m_keys.size()));
}

void Grouping::assignThreads(const MessageTable& table)
{
    // Numbers of threads are not dense; a vector over all of them is smaller than a hash of those there are.
    m_groupOf.assign(table.size(), none);
    std::vector<quint32> known;
    quint32 groups = 0;
    for (Row row = 0; row < table.size(); ++row) {
        const quint32 thread = table.thread(row);
        if (thread >= known.size()) {
            known.resize(std::max<std::size_t>(thread + 1, table.size()), none);
        }
        known[thread] = known[thread] == none ? groups++ : known[thread];
        m_groupOf[row] = known[thread];
    }
    sortRows(groups);
    findFirstMessages(table);
}

void Grouping::findFirstMessages(const MessageTable& table)
{
    // Without a date a message comes last; the name decides between equals, so that the order of the scan does not.
    const auto rank = [&](Row row) { return std::tuple(table.date(row) == MessageTable::noDate, table.date(row)); };
    for (quint32 group = 0; group < size(); ++group) {
        const std::span<const Row> rows = rowsOf(group);
        Row first = rows.front();
        for (const Row row : rows.subspan(1)) {
            const bool isEqual = rank(row) == rank(first);
            if (rank(row) < rank(first) || (isEqual && table.stableId(row) < table.stableId(first))) {
                first = row;
            }
        }
        m_firsts.push_back(first);
    }
}

void Grouping::sortRows(quint32 groups)
{
    m_size = groups;
    m_begins.assign(groups + 1, 0);
    for (Row row = 0; row < m_table->size(); ++row) {
        if (const quint32 group = groupOf(row); group != none) {
            ++m_begins[group + 1];
        }
    }
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
    m_rows.resize(m_begins.back());
    std::vector<quint32> next = m_begins;
    for (Row row = 0; row < m_table->size(); ++row) {
        if (const quint32 group = groupOf(row); group != none) {
            m_rows[next[group]++] = row;
        }
    }
}

std::span<const Row> Grouping::rowsOf(quint32 group) const
{
    if (group >= size()) {
        return {};
    }
    const std::size_t begin = beginOf(group);
    const std::size_t end = group + 1 < size() ? beginOf(group + 1) : m_rows.size();
    return std::span(m_rows).subspan(begin, end - begin);
}

quint32 Grouping::numberOf(const MessageTable& table, const QString& key) const
{
    if (m_scope == Scope::Message || m_scope == Scope::Thread) {
        const std::optional<Row> row = table.rowOf(key);
        return row && *row < m_table->size() ? groupOf(*row) : none;
    }
    // A group's own key finds it, even if it is one that nobody would write like that (a space within an address).
    const auto own = m_numbers.constFind(key);
    return own != m_numbers.constEnd() ? *own : m_numbers.value(normalised(m_scope, key), none);
}

QString Grouping::keyOf(const MessageTable& table, quint32 group) const
{
    if (group >= size()) {
        return {};
    }
    switch (m_scope) {
    case Scope::Message:
    case Scope::Thread:
        return table.stableId(firstOf(group));
    default:
        return m_keys[group];
    }
}

QString Grouping::titleOf(const MessageTable& table, quint32 group) const
{
    if (group >= size()) {
        return {};
    }
    switch (m_scope) {
    case Scope::Message:
    case Scope::Thread:
        return table.subject(firstOf(group));
    case Scope::Correspondent: {
        const QString name = table.correspondentName(m_names[group]);
        return name.isEmpty() ? m_keys[group] : name;
    }
    case Scope::Folder:
        return m_keys[group].mid(m_keys[group].indexOf(QLatin1Char('/')) + 1);
    case Scope::List:
        break;
    }
    return m_keys[group];
}

QString Grouping::normalised(Scope scope, const QString& key)
{
    return scope == Scope::Correspondent || scope == Scope::List ? key.simplified().toLower() : key;
}

} // namespace staffelstab::separation
