// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

#include <functional>

namespace staffelstab::separation {

quint32 TextColumn::append(std::string_view text)
{
    if (m_bytes.capacity() - m_bytes.size() < text.size()) {
        m_bytes.reserve(m_bytes.size() + m_bytes.size() / 4 + text.size() + 64);
    }
    m_bytes.append(text);
    appendSparingly(m_ends, m_bytes.size());
    return static_cast<quint32>(m_ends.size() - 1);
}

void TextColumn::squeeze()
{
    m_bytes.shrink_to_fit();
    m_ends.shrink_to_fit();
}

std::string_view TextColumn::at(quint32 number) const
{
    const quint64 begin = number == 0 ? 0 : m_ends[number - 1];
    return std::string_view(m_bytes).substr(begin, m_ends[number] - begin);
}

qint64 TextColumn::bytesUsed() const
{
    const std::size_t bytes = m_bytes.capacity() + m_ends.capacity() * sizeof(quint64);
    return static_cast<qint64>(bytes);
}

StringPool::StringPool() : m_slots(64, 0)
{
    intern({});
}

std::size_t StringPool::slotOf(std::string_view text) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(text) & mask;
    while (m_slots[slot] != 0 && m_texts.at(m_slots[slot] - 1) != text) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

quint32 StringPool::intern(std::string_view text)
{
    std::size_t slot = slotOf(text);
    if (m_slots[slot] != 0) {
        return m_slots[slot] - 1;
    }
    const quint32 number = m_texts.append(text);
    m_slots[slot] = number + 1;
    if (++m_used * 3 > m_slots.size() * 2) {
        grow();
    }
    return number;
}

void StringPool::grow()
{
    std::vector<quint32> old(m_slots.size() * 2, 0);
    old.swap(m_slots);
    for (const quint32 entry : old) {
        if (entry != 0) {
            m_slots[slotOf(m_texts.at(entry - 1))] = entry;
        }
    }
}

qint64 StringPool::bytesUsed() const
{
    const std::size_t held = m_slots.capacity() * sizeof(quint32);
    return m_texts.bytesUsed() + static_cast<qint64>(held);
}

} // namespace staffelstab::separation
