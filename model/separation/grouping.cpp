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
    m_scope = scope;
    m_groupOf.assign(table.size(), none);
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

void Grouping::assignMessages(const MessageTable& table)
{
    const std::vector<Row> originals = originalsOf(table);
    for (Row row = 0; row < table.size(); ++row) {
        if (originals[row] == row) {
            m_groupOf[row] = static_cast<quint32>(m_firsts.size());
            m_firsts.push_back(row);
        }
    }
    for (Row row = 0; row < table.size(); ++row) {
        m_groupOf[row] = m_groupOf[originals[row]];
    }
    sortRows(static_cast<quint32>(m_firsts.size()));
}

void Grouping::assignPersons(const MessageTable& table, const Persons& persons)
{
    m_names.clear();
    for (quint32 i = 0; i < table.correspondents(); ++i) {
        const QString key = table.correspondentKey(i);
        m_numbers.insert(key, persons.personOf(i));
        if (persons.firstOf(persons.personOf(i)) == i) {
            m_keys += key;
            m_names.push_back(i);
        }
    }
    for (Row row = 0; row < table.size(); ++row) {
        m_groupOf[row] = persons.personOf(table.correspondent(row));
    }
    sortRows(persons.size());
}

void Grouping::assignFolders(const MessageTable& table)
{
    // Two folders whose readable paths are the same are one for the leaver.
    std::vector<quint32> groups;
    for (const TableFolder& folder : table.folders()) {
        const QString key = folderKey(folder);
        const quint32 group = m_numbers.value(key, static_cast<quint32>(m_keys.size()));
        if (group == static_cast<quint32>(m_keys.size())) {
            m_numbers.insert(key, group);
            m_keys += key;
        }
        groups.push_back(group);
    }
    for (Row row = 0; row < table.size(); ++row) {
        const quint32 folder = table.folder(row);
        m_groupOf[row] = folder < groups.size() ? groups[folder] : none;
    }
    sortRows(static_cast<quint32>(m_keys.size()));
}

void Grouping::assignLists(const MessageTable& table)
{
    QHash<QByteArray, quint32> known;
    for (Row row = 0; row < table.size(); ++row) {
        const QByteArray id = table.listId(row);
        if (id.isEmpty()) {
            continue;
        }
        auto entry = known.constFind(id);
        if (entry == known.constEnd()) {
            const QString key = normalised(Scope::List, QString::fromUtf8(id));
            const quint32 group = m_numbers.value(key, static_cast<quint32>(m_keys.size()));
            if (group == static_cast<quint32>(m_keys.size())) {
                m_numbers.insert(key, group);
                m_keys += key;
            }
            entry = known.insert(id, group);
        }
        m_groupOf[row] = *entry;
    }
    sortRows(static_cast<quint32>(m_keys.size()));
}

void Grouping::assignThreads(const MessageTable& table)
{
    // Numbers of threads are not dense; a vector over all of them is smaller than a hash of those there are.
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
    m_begins.assign(groups + 1, 0);
    for (const quint32 group : m_groupOf) {
        if (group != none) {
            ++m_begins[group + 1];
        }
    }
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
    m_rows.resize(m_begins.back());
    std::vector<quint32> next = m_begins;
    for (Row row = 0; row < m_groupOf.size(); ++row) {
        if (m_groupOf[row] != none) {
            m_rows[next[m_groupOf[row]]++] = row;
        }
    }
}

std::span<const Row> Grouping::rowsOf(quint32 group) const
{
    if (group >= size()) {
        return {};
    }
    return std::span(m_rows).subspan(m_begins[group], m_begins[group + 1] - m_begins[group]);
}

quint32 Grouping::numberOf(const MessageTable& table, const QString& key) const
{
    if (m_scope == Scope::Message || m_scope == Scope::Thread) {
        const std::optional<Row> row = table.rowOf(key);
        return row && *row < m_groupOf.size() ? m_groupOf[*row] : none;
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
        return table.stableId(m_firsts[group]);
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
        return table.subject(m_firsts[group]);
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
