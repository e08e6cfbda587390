// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/string_pool.h"

#include <functional>

namespace staffelstab::separation {

quint32 TextColumn::append(std::string_view text)
{
    const std::size_t length = std::min(text.size(), m_bytes.blockSize);
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
    // As BlockColumn::append() does: what does not fit into the rest of a block begins the next one.
    constexpr std::size_t blockSize = decltype(m_bytes)::blockSize;
    const auto fit = [&begin](std::size_t length) {
        const std::size_t left = blockSize - begin % blockSize;
        begin += length > left ? left : 0;
    };
    for (quint32 former = number - number % perPlace; former < number; ++former) {
        fit(m_lengths[former]);
        begin += m_lengths[former];
    }
    fit(m_lengths[number]);
    const std::span<const char> bytes = m_bytes.run(begin, m_lengths[number]);
    return {bytes.data(), bytes.size()};
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
