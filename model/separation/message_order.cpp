// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_order.h"

#include <QCollator>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <queue>

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

/** Keys to sort by take 100 bytes each: no more of them at a time. */
constexpr quint32 keysAtOnce = 20'000;

using TextOf = std::function<QString(quint32)>;

/** Puts the numbers from `begin` to `end` in the order of their texts; what is equal keeps its order. */
void sortPart(std::vector<quint32>& numbers, quint32 begin, quint32 end, const QCollator& collator, const TextOf& text)
{
    std::vector<QCollatorSortKey> keys;
    keys.reserve(end - begin);
    for (quint32 i = begin; i < end; ++i) {
        keys.push_back(collator.sortKey(text(i)));
    }
    std::stable_sort(numbers.begin() + begin, numbers.begin() + end,
                     [&](quint32 a, quint32 b) { return keys[a - begin].compare(keys[b - begin]) < 0; });
}

/** The next of a sorted part. */
struct Head
{
    QCollatorSortKey key;
    quint32 place = 0;
    quint32 end = 0;
};

/** Place of each text in the alphabet of the leaver's language. */
std::vector<quint32> ranks(quint32 count, const TextOf& text)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<quint32> sorted(count);
    std::iota(sorted.begin(), sorted.end(), 0);
    const auto isLater = [](const Head& a, const Head& b) { return b.key.compare(a.key) < 0; };
    std::priority_queue<Head, std::vector<Head>, decltype(isLater)> heads(isLater);
    for (quint32 begin = 0; begin < count; begin += keysAtOnce) {
        const quint32 end = std::min(count - begin, keysAtOnce) + begin;
        sortPart(sorted, begin, end, collator, text);
        heads.push({collator.sortKey(text(sorted[begin])), begin, end});
    }
    std::vector<quint32> ranks(count);
    quint32 rank = 0;
    std::optional<QCollatorSortKey> former;
    while (!heads.empty()) {
        Head head = heads.top();
        heads.pop();
        rank += former && former->compare(head.key) < 0 ? 1 : 0;
        ranks[sorted[head.place]] = rank;
        former = head.key;
        if (++head.place < head.end) {
            head.key = collator.sortKey(text(sorted[head.place]));
            heads.push(std::move(head));
        }
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
