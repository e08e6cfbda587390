// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "separation/mention_pool.h"

#include <algorithm>
#include <numeric>

namespace staffelstab::separation {

namespace {

constexpr std::size_t headSize = 2;

/** The finaliser of MurmurHash3: the numbers are small, and the lowest bits choose the slot. */
quint64 mixed(quint64 hash)
{
    hash = (hash ^ hash >> 33U) * 0xFF51AFD7ED558CCDULL;
    hash = (hash ^ hash >> 33U) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ hash >> 33U;
}

std::size_t hashOf(Mention mention)
{
    return mixed(quint64{mention.address} << 32U | mention.name);
}

std::size_t hashOf(const MentionRun& run)
{
    const quint64 counts = quint64{run.from} << 32U | quint64{run.to} << 16U | run.cc;
    return std::accumulate(run.all.begin(), run.all.end(), mixed(counts),
                           [](quint64 hash, quint32 number) { return mixed(hash + number); });
}

bool isSame(const MentionRun& a, const MentionRun& b)
{
    return a.from == b.from && a.to == b.to && a.cc == b.cc && std::equal(a.all.begin(), a.all.end(), b.all.begin());
}

} // namespace

void MentionPool::addMentionSlot(quint32 number)
{
    m_mentionSlots.add(hashOf(m_mentions[number]), number, [this](quint32 other) { return hashOf(m_mentions[other]); });
}

void MentionPool::addRunSlot(quint32 number)
{
    m_runSlots.add(hashOf(run(number)), number, [this](quint32 other) { return hashOf(run(other)); });
}

quint32 MentionPool::intern(Mention mention)
{
    if (m_mentionSlots.isEmpty()) {
        for (quint32 number = 0; number < m_mentions.size(); ++number) {
            addMentionSlot(number);
        }
    }
    const quint32 known =
        m_mentionSlots.find(hashOf(mention), [&](quint32 number) { return m_mentions[number] == mention; });
    if (known != NumberSlots::none) {
        return known;
    }
    const auto number = static_cast<quint32>(m_mentions.append(std::span(&mention, 1)));
    addMentionSlot(number);
    return number;
}

void MentionPool::addRunSlots()
{
    constexpr std::size_t blockSize = decltype(m_runs)::blockSize;
    for (std::size_t at = 0; at < m_runs.size();) {
        const std::size_t left = blockSize - at % blockSize;
        // A run that did not fit into the rest of a block begins the next one.
        if (left < headSize || m_runs[at + 1] == 0) {
            at += left;
            continue;
        }
        addRunSlot(static_cast<quint32>(at));
        at += headSize + run(static_cast<quint32>(at)).all.size();
    }
}

quint32 MentionPool::intern(const MentionRun& run)
{
    if (m_runSlots.isEmpty()) {
        addRunSlots();
    }
    const quint32 known = m_runSlots.find(hashOf(run), [&](quint32 number) { return isSame(this->run(number), run); });
    if (known != NumberSlots::none) {
        return known;
    }
    std::vector<quint32> kept{quint32{run.from} << 16U | run.to, run.cc + 1U};
    kept.insert(kept.end(), run.all.begin(), run.all.end());
    const auto number = static_cast<quint32>(m_runs.append(kept));
    addRunSlot(number);
    return number;
}

MentionRun MentionPool::run(quint32 number) const
{
    const auto from = static_cast<quint16>(m_runs[number] >> 16U);
    const auto to = static_cast<quint16>(m_runs[number]);
    const auto cc = static_cast<quint16>(m_runs[number + 1] - 1);
    return {m_runs.run(number + headSize, from + to + cc), from, to, cc};
}

void MentionPool::squeeze()
{
    m_mentionSlots.clear();
    m_runSlots.clear();
}

qint64 MentionPool::bytesUsed() const
{
    return m_mentions.bytesUsed() + m_mentionSlots.bytesUsed() + m_runs.bytesUsed() + m_runSlots.bytesUsed();
}

} // namespace staffelstab::separation
