// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/mention_pool.h"

namespace staffelstab::separation {

namespace {

/** The finaliser of MurmurHash3: both numbers are small, and the lowest bits choose the slot. */
std::size_t hashOf(Mention mention)
{
    quint64 hash = quint64{mention.address} << 32U | mention.name;
    hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDULL;
    hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ hash >> 33U;
}

} // namespace

void MentionPool::addSlot(quint32 number)
{
    m_slots.add(hashOf(m_mentions[number]), number, [this](quint32 other) { return hashOf(m_mentions[other]); });
}

quint32 MentionPool::intern(Mention mention)
{
    if (m_slots.isEmpty()) {
        for (quint32 number = 0; number < m_mentions.size(); ++number) {
            addSlot(number);
        }
    }
    const quint32 known = m_slots.find(hashOf(mention), [&](quint32 number) { return m_mentions[number] == mention; });
    if (known != NumberSlots::none) {
        return known;
    }
    m_mentions.append(mention);
    const auto number = static_cast<quint32>(m_mentions.size() - 1);
    addSlot(number);
    return number;
}

} // namespace staffelstab::separation
