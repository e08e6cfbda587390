// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/persons.h"
#include "separation/separation_plan.h"

#include <QHash>

#include <span>
#include <vector>

namespace staffelstab::separation {

/** The rows of a table put into the groups of one scope. */
class Grouping
{
public:
    static constexpr quint32 none = SeparationPlan::noGroup;

    void rebuild(const MessageTable& table, Scope scope, const Persons& persons);

    [[nodiscard]] quint32 size() const { return static_cast<quint32>(m_begins.size()) - 1; }
    [[nodiscard]] quint32 groupOf(Row row) const { return m_groupOf[row]; }
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
    void findFirstMessages(const MessageTable& table);

    Scope m_scope = Scope::Message;
    std::vector<quint32> m_groupOf;
    std::vector<quint32> m_begins{0};
    std::vector<Row> m_rows;
    /** Of folders, lists and correspondents; a person's every address has the same number. */
    QHash<QString, quint32> m_numbers;
    QStringList m_keys;
    /** Of threads: the oldest message, the one that names the thread; of copies the first row. */
    std::vector<Row> m_firsts;
    /** Of persons: the correspondent that names them. */
    std::vector<quint32> m_names;
};

} // namespace staffelstab::separation
