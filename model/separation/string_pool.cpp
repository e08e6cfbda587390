// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

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

StringPool::StringPool()
{
    intern({});
}

void StringPool::addSlot(quint32 number)
{
    const auto hashOf = [this](quint32 other) { return std::hash<std::string_view>()(m_texts.at(other)); };
    m_slots.add(hashOf(number), number, hashOf);
}

quint32 StringPool::find(std::string_view text)
{
    if (m_slots.isEmpty()) {
        for (quint32 number = 0; number < size(); ++number) {
            addSlot(number);
        }
    }
    return m_slots.find(std::hash<std::string_view>()(text),
                        [&](quint32 number) { return m_texts.at(number) == text; });
}

quint32 StringPool::intern(std::string_view text)
{
    const quint32 known = find(text);
    if (known != none) {
        return known;
    }
    const quint32 number = m_texts.append(text);
    addSlot(number);
    return number;
}

qint64 StringPool::bytesUsed() const
{
    return m_texts.bytesUsed() + m_slots.bytesUsed();
}

} // namespace staffelstab::separation
