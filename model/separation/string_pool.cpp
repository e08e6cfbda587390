// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

#include <functional>

namespace staffelstab::separation {

quint32 TextColumn::append(std::string_view text)
{
    const std::size_t begin = m_bytes.append(std::span(text.data(), std::min(text.size(), m_bytes.blockSize)));
    m_ends.append(begin + std::min(text.size(), m_bytes.blockSize));
    return static_cast<quint32>(m_ends.size() - 1);
}

std::string_view TextColumn::at(quint32 number) const
{
    const std::size_t end = m_ends[number];
    const std::size_t former = number == 0 ? 0 : m_ends[number - 1];
    if (end == former) {
        return {};
    }
    // A text that did not fit behind the former one begins a block.
    const std::size_t begin = std::max(former, (end - 1) / m_bytes.blockSize * m_bytes.blockSize);
    const std::span<const char> bytes = m_bytes.run(begin, end - begin);
    return {bytes.data(), bytes.size()};
}

qint64 TextColumn::bytesUsed() const
{
    return m_bytes.bytesUsed() + m_ends.bytesUsed();
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
