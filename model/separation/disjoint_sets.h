// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace staffelstab::separation {

/**
 * Union-find over numbers from 0. Union by size keeps find() at most log2(n) steps long without writing, so that
 * reading is safe from several threads.
 */
class DisjointSets
{
public:
    void growTo(quint32 size)
    {
        if (size > m_parents.capacity()) {
            m_parents.reserve(size + size / 4);
            m_sizes.reserve(size + size / 4);
        }
        while (m_parents.size() < size) {
            m_parents.push_back(static_cast<quint32>(m_parents.size()));
            m_sizes.push_back(1);
        }
    }

    void squeeze()
    {
        m_parents.shrink_to_fit();
        m_sizes.shrink_to_fit();
    }

    [[nodiscard]] quint32 find(quint32 member) const
    {
        while (m_parents[member] != member) {
            member = m_parents[member];
        }
        return member;
    }

    void unite(quint32 a, quint32 b)
    {
        a = find(a);
        b = find(b);
        if (a == b) {
            return;
        }
        if (m_sizes[a] < m_sizes[b]) {
            std::swap(a, b);
        }
        m_parents[b] = a;
        m_sizes[a] += m_sizes[b];
    }

    [[nodiscard]] qint64 bytesUsed() const
    {
        const std::size_t bytes = (m_parents.capacity() + m_sizes.capacity()) * sizeof(quint32);
        return static_cast<qint64>(bytes);
    }

private:
    std::vector<quint32> m_parents;
    std::vector<quint32> m_sizes;
};

} // namespace staffelstab::separation
