// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_order.h"

#include <QCollator>

#include <algorithm>
#include <functional>
#include <numeric>

namespace staffelstab::separation {

namespace {

/** Sorts by `key` and then by row; rows without a key come last in both directions. */
template <typename Key, typename HasKey>
void sortBy(std::vector<Row>& rows, Qt::SortOrder order, Key key, HasKey hasKey)
{
    const auto keyless = std::stable_partition(rows.begin(), rows.end(), hasKey);
    std::stable_sort(rows.begin(), keyless,
                     [&](Row a, Row b) { return order == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a); });
}

/** Place of each text in the alphabet of the leaver's language. */
std::vector<quint32> ranks(quint32 count, const std::function<QString(quint32)>& text)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(count);
    for (quint32 i = 0; i < count; ++i) {
        keys.push_back(collator.sortKey(text(i)));
    }
    std::vector<quint32> sorted(count);
    std::iota(sorted.begin(), sorted.end(), 0);
    std::stable_sort(sorted.begin(), sorted.end(), [&](quint32 a, quint32 b) { return keys[a].compare(keys[b]) < 0; });
    std::vector<quint32> ranks(count);
    quint32 rank = 0;
    for (quint32 place = 0; place < count; ++place) {
        rank += place > 0 && keys[sorted[place - 1]].compare(keys[sorted[place]]) < 0 ? 1 : 0;
        ranks[sorted[place]] = rank;
    }
    return ranks;
}

} // namespace

void sortMessages(std::vector<Row>& shown, const SeparationPlan& plan, MessageListModel::Column column,
                  Qt::SortOrder order)
{
    const MessageTable& table = plan.table();
    const auto always = [](Row) { return true; };
    switch (column) {
    case MessageListModel::DateColumn:
        sortBy(
            shown, order, [&](Row row) { return table.date(row); },
            [&](Row row) { return table.date(row) != MessageTable::noDate; });
        break;
    case MessageListModel::SubjectColumn: {
        std::sort(shown.begin(), shown.end());
        const std::vector<quint32> rank =
            ranks(static_cast<quint32>(shown.size()), [&](quint32 i) { return table.subject(shown[i]); });
        const std::vector<Row> rows = shown;
        const auto keyOf = [&](Row row) {
            return rank[std::lower_bound(rows.begin(), rows.end(), row) - rows.begin()];
        };
        sortBy(shown, order, keyOf, always);
        break;
    }
    case MessageListModel::CorrespondentColumn: {
        const std::vector<quint32> rank = ranks(table.correspondents(), [&](quint32 i) {
            const QString name = table.correspondentName(i);
            return name.isEmpty() ? table.correspondentKey(i) : name;
        });
        sortBy(
            shown, order, [&](Row row) { return rank[table.correspondent(row)]; }, always);
        break;
    }
    case MessageListModel::VerdictColumn:
        sortBy(
            shown, order, [&](Row row) { return plan.verdict(row); }, always);
        break;
    }
}

} // namespace staffelstab::separation
