// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

#include <bit>
#include <functional>

namespace staffelstab::separation {

quint32 TextColumn::append(std::string_view text)
{
    const std::size_t begin = m_bytes.append(std::span(text.data(), std::min(text.size(), m_bytes.blockSize)));
    if (m_ends.size() % perBase == 0) {
        m_bases.push_back(begin);
    }
    m_ends.append(static_cast<quint32>(begin + std::min(text.size(), m_bytes.blockSize) - m_bases.back()));
    return static_cast<quint32>(m_ends.size() - 1);
}

std::string_view TextColumn::at(quint32 number) const
{
    const std::size_t end = endOf(number);
    const std::size_t former = number == 0 ? 0 : endOf(number - 1);
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
    const std::size_t bases = m_bases.capacity() * sizeof(quint64);
    return m_bytes.bytesUsed() + m_ends.bytesUsed() + static_cast<qint64>(bases);
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
    if (m_slots.empty()) {
        makeSlots(std::bit_ceil(m_used * 3 / 2 + 1));
    }
    std::size_t slot = slotOf(text);
    if (m_slots[slot] != 0) {
        return m_slots[slot] - 1;
    }
    const quint32 number = m_texts.append(text);
    m_slots[slot] = number + 1;
    if (++m_used * 3 > m_slots.size() * 2) {
        makeSlots(m_slots.size() * 2);
    }
    return number;
}

void StringPool::makeSlots(std::size_t count)
{
    m_slots.assign(count, 0);
    // The first of equal texts is the one that was interned; the others have no name.
    for (quint32 number = 0; number < m_texts.size(); ++number) {
        quint32& slot = m_slots[slotOf(m_texts.at(number))];
        slot = slot == 0 ? number + 1 : slot;
    }
}

qint64 StringPool::bytesUsed() const
{
    const std::size_t held = m_slots.capacity() * sizeof(quint32);
    return m_texts.bytesUsed() + static_cast<qint64>(held);
}

} // namespace staffelstab::separation
