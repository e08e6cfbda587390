// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

#include <functional>

namespace staffelstab::separation {

quint32 TextColumn::append(std::string_view text)
{
    const std::size_t length = std::min(text.size(), blockSize);
    const std::size_t begin = m_bytes.append(std::span(text.data(), length));
    if (m_lengths.size() % perPlace == 0) {
        m_places.push_back(begin);
    }
    m_lengths.append(static_cast<quint16>(length));
    return static_cast<quint32>(m_lengths.size() - 1);
}

std::string_view TextColumn::at(quint32 number) const
{
    std::size_t begin = m_places[number / perPlace];
    for (quint32 former = number - number % perPlace; former < number; ++former) {
        begin = placed(begin, m_lengths[former]) + m_lengths[former];
    }
    return textAt(placed(begin, m_lengths[number]), m_lengths[number]);
}

qint64 TextColumn::bytesUsed() const
{
    const std::size_t places = m_places.capacity() * sizeof(quint64);
    return m_bytes.bytesUsed() + m_lengths.bytesUsed() + static_cast<qint64>(places);
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
