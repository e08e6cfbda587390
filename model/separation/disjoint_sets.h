// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/block_column.h"

#include <utility>

namespace staffelstab::separation {

/**
 * Union-find over numbers from 0 to 2^31 - 1. Union by size keeps find() at most log2(n) steps long without writing, so
 * that reading is safe from several threads.
 */
class DisjointSets
{
public:
    void growTo(quint32 size)
    {
        while (m_links.size() < size) {
            m_links.append(-1);
        }
    }

    [[nodiscard]] quint32 find(quint32 member) const
    {
        while (m_links[member] >= 0) {
            member = static_cast<quint32>(m_links[member]);
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
        if (m_links[a] > m_links[b]) {
            std::swap(a, b);
        }
        m_links[a] += m_links[b];
        m_links[b] = static_cast<qint32>(a);
    }

    [[nodiscard]] qint64 bytesUsed() const { return m_links.bytesUsed(); }

private:
    /** Of a set's root: its size, negative; else the parent. */
    BlockColumn<qint32> m_links;
};

} // namespace staffelstab::separation
