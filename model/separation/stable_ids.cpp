// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/message_table.h"
#include "separation/table_columns.h"

namespace staffelstab::separation {

namespace {

QString hex(quint64 number)
{
    return QStringLiteral("%1").arg(number, 16, 16, QLatin1Char('0'));
}

} // namespace

QString MessageTable::stableId(Row row) const
{
    const PackedRow& packed = m_columns->rows[row];
    QString id = QString::fromUtf8(m_columns->messageIds.at(packed.node).left(128)) + QLatin1Char('#') +
                 hex(m_columns->idHash(row));
    if (packed.hasTwin) {
        id += QLatin1Char('-') + hex(shortHash(bytesOf(m_columns->keys.at(row))));
    }
    return id;
}

std::optional<Row> MessageTable::rowOf(const QString& stableId) const
{
    const auto ending = QStringView(stableId).mid(stableId.lastIndexOf(QLatin1Char('#')) + 1);
    bool isNumber = false;
    const quint64 hash = ending.left(16).toULongLong(&isNumber, 16);
    const quint32 first = m_columns->firstRowOf(hash);
    if (!isNumber || first == NumberSlots::none) {
        return std::nullopt;
    }
    if (!m_columns->rows[first].hasTwin) {
        return ending.size() == 16 ? std::optional(first) : std::nullopt;
    }
    // Twins are few; a look at each row behind the first one is enough.
    const auto isIt = [&](Row row) {
        const QString id = this->stableId(row);
        return QStringView(id).mid(id.lastIndexOf(QLatin1Char('#')) + 1) == ending;
    };
    for (Row row = first; row < size(); ++row) {
        if (m_columns->rows[row].hasTwin && m_columns->hasIdHash(row, hash) && isIt(row)) {
            return row;
        }
    }
    return std::nullopt;
}

} // namespace staffelstab::separation
