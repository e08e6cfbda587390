// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace staffelstab::separation {

/**
 * From a hash to a number, by open addressing. What a number stands for is kept by those who ask: 4 bytes each and a
 * third of them free, where a hash table of the texts themselves would hold them a second time.
 */
class NumberSlots
{
public:
    static constexpr quint32 none = UINT32_MAX;

    /** The number of this hash for which `isIt(number)` holds. */
    template <typename IsIt>
    [[nodiscard]] quint32 find(std::size_t hash, const IsIt& isIt) const
    {
        if (m_slots.empty()) {
            return none;
        }
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t slot = hash & mask; m_slots[slot] != 0; slot = (slot + 1) & mask) {
            if (isIt(m_slots[slot] - 1)) {
                return m_slots[slot] - 1;
            }
        }
        return none;
    }

    /** A number that find() does not find. `hashOf(number)`: of those that were added before. */
    template <typename HashOf>
    void add(std::size_t hash, quint32 number, const HashOf& hashOf)
    {
        if ((m_used + 1) * 3 > m_slots.size() * 2) {
            const auto former = std::exchange(m_slots, std::vector<quint32>(std::max(m_slots.size() * 2, fewest), 0));
            for (const quint32 slot : former) {
                if (slot != 0) {
                    put(hashOf(slot - 1), slot - 1);
                }
            }
        }
        put(hash, number);
        ++m_used;
    }

    [[nodiscard]] bool isEmpty() const { return m_used == 0; }
    void clear() { *this = {}; }
    [[nodiscard]] qint64 bytesUsed() const { return static_cast<qint64>(m_slots.capacity() * sizeof(quint32)); }

private:
    static constexpr std::size_t fewest = 64;

    void put(std::size_t hash, quint32 number)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t slot = hash & mask;
        while (m_slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        m_slots[slot] = number + 1;
    }

    /** Number + 1; 0 is a free slot. */
    std::vector<quint32> m_slots;
    std::size_t m_used = 0;
};

} // namespace staffelstab::separation
