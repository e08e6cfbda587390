// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/persons.h"
#include "separation/separation_plan.h"

#include <QHash>

#include <span>
#include <vector>

namespace staffelstab::separation {

/**
 * The rows of a table put into the groups of one scope. The table has to live as long. What a row has anyway (folder,
 * list, correspondent) is not noted once more, and of messages only those that have copies.
 */
class Grouping
{
public:
    static constexpr quint32 none = SeparationPlan::noGroup;

    void rebuild(const MessageTable& table, Scope scope, const Persons& persons);

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] quint32 groupOf(Row row) const;
    [[nodiscard]] std::span<const Row> rowsOf(quint32 group) const;
    [[nodiscard]] quint32 numberOf(const MessageTable& table, const QString& key) const;
    [[nodiscard]] QString keyOf(const MessageTable& table, quint32 group) const;
    [[nodiscard]] QString titleOf(const MessageTable& table, quint32 group) const;

    /** A key as it is compared: addresses and list ids in lower case without spaces around. */
    static QString normalised(Scope scope, const QString& key);

private:
    void assignMessages(const MessageTable& table);
    void assignPersons(const MessageTable& table, const Persons& persons);
    void assignFolders(const MessageTable& table);
    void assignLists(const MessageTable& table);
    void assignThreads(const MessageTable& table);
    void sortRows(quint32 groups);
    void sortCopies();
    void findFirstMessages(const MessageTable& table);
    [[nodiscard]] std::size_t beginOf(quint32 group) const;
    /** The message or the thread's first one. */
    [[nodiscard]] Row firstOf(quint32 group) const;

    struct Copy
    {
        Row row = 0;
        Row original = 0;
    };

    const MessageTable* m_table = nullptr;
    Scope m_scope = Scope::Message;
    quint32 m_size = 0;
    /** Of threads by row; else by number of the folder, list or correspondent. Not of messages. */
    std::vector<quint32> m_groupOf;
    /** Of messages: the rows that are no group's first, sorted; and their groups, sorted. */
    std::vector<Copy> m_copies;
    std::vector<quint32> m_copiedGroups;
    /** Where each group's rows begin. Not of messages. */
    std::vector<quint32> m_begins;
    std::vector<Row> m_rows;
    /** Of folders, lists and correspondents; a person's every address has the same number. */
    QHash<QString, quint32> m_numbers;
    QStringList m_keys;
    /** Of threads: the oldest message, the one that names the thread. */
    std::vector<Row> m_firsts;
    /** Of persons: the correspondent that names them. */
    std::vector<quint32> m_names;
};

} // namespace staffelstab::separation
